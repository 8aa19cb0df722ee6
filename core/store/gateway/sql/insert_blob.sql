INSERT INTO blobs (digest, bytes) VALUES (?1, ?2)
