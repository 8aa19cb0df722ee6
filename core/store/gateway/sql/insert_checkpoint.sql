INSERT INTO checkpoints (document) VALUES (?1)
