DELETE FROM unsigned_draft WHERE item = ?1 AND digest = ?2
