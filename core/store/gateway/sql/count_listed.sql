SELECT count(*) FROM items WHERE is_listed = 1
