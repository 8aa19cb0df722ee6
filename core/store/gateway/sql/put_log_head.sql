INSERT INTO log_head (only_row, at, decisions_size, decisions_root, records_size, records_root)
VALUES (1, ?1, ?2, ?3, ?4, ?5)
ON CONFLICT (only_row) DO UPDATE SET at = excluded.at, decisions_size = excluded.decisions_size,
    decisions_root = excluded.decisions_root, records_size = excluded.records_size, records_root = excluded.records_root
