UPDATE users SET is_disabled = 1 WHERE id = ?1
