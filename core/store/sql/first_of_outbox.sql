SELECT min(seq) FROM outbox
