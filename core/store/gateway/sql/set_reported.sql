UPDATE items SET is_reported = 1 WHERE id = ?1
