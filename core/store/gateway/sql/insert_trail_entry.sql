INSERT INTO trail_entries (trail, seq, digest, received_at, bytes) VALUES (?1, ?2, ?3, ?4, ?5)
