SELECT covers.number, covers.signer, covers.absent, users.name, covers.since, covers.until, covers.ended_at
FROM covers JOIN users ON users.id = covers.absent ORDER BY covers.number
