SELECT device, owner, next_seq, newest, received_at FROM trails WHERE id = ?1
