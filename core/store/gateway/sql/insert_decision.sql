INSERT INTO decisions (log_index, digest, decision_id, item_id, received_at, jws, rendered, receipt)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
