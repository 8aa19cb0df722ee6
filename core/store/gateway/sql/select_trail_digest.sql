SELECT digest FROM trail_entries WHERE trail = ?1 AND seq = ?2
