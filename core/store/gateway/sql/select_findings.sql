SELECT document FROM findings WHERE item_id = ?1
