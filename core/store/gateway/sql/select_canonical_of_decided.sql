SELECT i.canonical FROM items i
WHERE EXISTS (SELECT 1 FROM decisions d WHERE d.item_id = i.id AND d.log_index BETWEEN ?1 AND ?2)
ORDER BY i.id
