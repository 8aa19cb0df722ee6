INSERT INTO agents (id, token_hash, workflows) VALUES (?1, ?2, ?3)
