UPDATE chain_head SET next_seq = ?1, newest = ?2
