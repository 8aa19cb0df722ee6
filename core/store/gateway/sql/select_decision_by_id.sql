SELECT log_index, digest, decision_id, item_id, received_at, jws, rendered, receipt
FROM decisions WHERE decision_id = ?1 ORDER BY log_index LIMIT 1
