INSERT INTO trail (seq, digest, bytes) VALUES (?1, ?2, ?3)
