DELETE FROM unsigned_draft WHERE item = ?1
