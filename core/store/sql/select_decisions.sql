SELECT seq, id, item, prev, jws, rendered, summary, standing, receipt
FROM decision_log JOIN standing USING (seq)
WHERE seq >= ?1
ORDER BY seq
