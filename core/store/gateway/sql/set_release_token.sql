UPDATE items SET release_token = ?2 WHERE id = ?1
