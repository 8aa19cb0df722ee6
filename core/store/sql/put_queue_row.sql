INSERT INTO queue_row (item, summary) VALUES (?1, ?2)
ON CONFLICT (item) DO UPDATE SET summary = excluded.summary
