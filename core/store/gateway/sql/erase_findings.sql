UPDATE findings SET document = '[]' WHERE item_id = ?1
