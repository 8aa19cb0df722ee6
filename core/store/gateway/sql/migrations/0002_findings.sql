-- What the automatic checks said of an item when it came in.
CREATE TABLE findings (
    item_id TEXT PRIMARY KEY REFERENCES items (id),
    document TEXT NOT NULL
) STRICT, WITHOUT ROWID;
