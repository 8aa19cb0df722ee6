INSERT INTO records (record_index, leaf, decision, salt, document) VALUES (?1, ?2, ?3, ?4, ?5)
