INSERT INTO findings (item_id, document) VALUES (?1, ?2)
