INSERT INTO outcomes (happened_at, line) VALUES (?1, ?2)
