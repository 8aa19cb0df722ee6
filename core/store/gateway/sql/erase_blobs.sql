DELETE FROM blobs WHERE digest IN (
    SELECT b.digest FROM blobs b
    WHERE instr((SELECT canonical FROM items WHERE id = ?1), b.digest) > 0
    AND NOT EXISTS (SELECT 1 FROM items o WHERE o.id <> ?1 AND instr(o.canonical, b.digest) > 0))
