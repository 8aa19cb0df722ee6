SELECT next_seq, newest FROM chains WHERE device = ?1 AND signer = ?2
