SELECT canonical FROM item WHERE item = ?1
