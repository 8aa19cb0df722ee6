SELECT changed, summary FROM items WHERE is_listed = 1 AND changed > ?1 AND changed <= ?2
ORDER BY changed LIMIT ?3
