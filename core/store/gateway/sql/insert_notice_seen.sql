INSERT INTO notices_seen (number, user, at) SELECT number, ?2, ?3 FROM notices WHERE number = ?1
ON CONFLICT DO NOTHING
