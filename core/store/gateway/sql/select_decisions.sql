SELECT log_index, digest, decision_id, item_id, received_at, jws, rendered, receipt
FROM decisions WHERE log_index BETWEEN ?1 AND ?2 ORDER BY log_index
