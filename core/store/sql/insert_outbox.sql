INSERT INTO outbox (seq) VALUES (?1)
