SELECT changed, summary FROM items WHERE changed > ?1 AND changed <= ?2 ORDER BY changed LIMIT ?3
