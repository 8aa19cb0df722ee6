UPDATE items SET canonical = '', summary = ?2, is_listed = 0, expires_at = NULL WHERE id = ?1
