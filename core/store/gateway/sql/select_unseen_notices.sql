SELECT * FROM (
    SELECT notices.number, notices.kind, notices.who, coalesce(users.name, ''), notices.at, notices.detail
    FROM notices LEFT JOIN users ON users.id = notices.who
    WHERE notices.at >= ?2 AND notices.who <> ?1
        AND NOT EXISTS (SELECT 1 FROM notices_seen WHERE notices_seen.number = notices.number AND notices_seen.user = ?1)
    ORDER BY notices.number DESC LIMIT ?3)
ORDER BY 1
