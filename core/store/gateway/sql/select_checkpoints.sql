SELECT document FROM checkpoints ORDER BY number
