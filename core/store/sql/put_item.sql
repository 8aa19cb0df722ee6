INSERT INTO item (item, canonical) VALUES (?1, ?2)
ON CONFLICT (item) DO UPDATE SET canonical = excluded.canonical
