SELECT id FROM items WHERE release_at <= ?1 ORDER BY release_at LIMIT ?2
