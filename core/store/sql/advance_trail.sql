UPDATE trail_end SET trail = ?1, next_seq = ?2, head = ?3
