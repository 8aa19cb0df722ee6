INSERT INTO decision_log (seq, id, item, prev, jws, rendered, summary) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
