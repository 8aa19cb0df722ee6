DELETE FROM signatures WHERE item_id = ?1
