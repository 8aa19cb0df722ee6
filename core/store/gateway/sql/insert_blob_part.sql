INSERT INTO blob_parts (digest, place, content) VALUES (?1, ?2, ?3)
