UPDATE witness SET checkpoint = ?1
