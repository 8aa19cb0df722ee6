SELECT digest, edited, place FROM unsigned_draft WHERE item = ?1 ORDER BY rowid
