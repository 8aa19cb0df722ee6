UPDATE records SET salt = '' WHERE decision = ?1
