SELECT canonical FROM items WHERE id = ?1
