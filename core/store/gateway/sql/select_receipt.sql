SELECT receipt FROM decisions WHERE digest = ?1
