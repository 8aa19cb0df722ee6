SELECT trail, next_seq, head, acknowledged FROM trail_end
