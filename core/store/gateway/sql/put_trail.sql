INSERT INTO trails (id, device, owner, next_seq, newest, received_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (id) DO UPDATE SET next_seq = excluded.next_seq, newest = excluded.newest, received_at = excluded.received_at
