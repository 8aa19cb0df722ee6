SELECT count(*), coalesce(min(seq), 0)
FROM decision_log;
