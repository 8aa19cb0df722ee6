SELECT item, max(edited <> '') FROM unsigned_draft GROUP BY item
