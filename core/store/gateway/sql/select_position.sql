SELECT coalesce(max(changed), 0) FROM items
