SELECT seq, digest, bytes FROM trail WHERE seq >= ?1 ORDER BY seq LIMIT coalesce(?2, -1)
