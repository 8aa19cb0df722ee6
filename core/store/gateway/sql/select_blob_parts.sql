SELECT place, content FROM blob_parts WHERE digest = ?1 AND place BETWEEN ?2 AND ?3 ORDER BY place
