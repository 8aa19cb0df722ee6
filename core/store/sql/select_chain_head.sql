SELECT next_seq, newest FROM chain_head
