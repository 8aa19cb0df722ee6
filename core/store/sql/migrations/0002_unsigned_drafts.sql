-- What a reviewer typed into an item and has not signed, for each state of the item that was edited; without edits
-- only the place where the reviewer was. Gone with the decision, with the item, or when it is discarded.
CREATE TABLE unsigned_draft (
    item TEXT NOT NULL,
    digest TEXT NOT NULL, -- of the item as it was edited
    edited TEXT NOT NULL, -- empty: nothing was changed
    place TEXT NOT NULL,
    PRIMARY KEY (item, digest)
) STRICT;

-- What a person has set for themselves and what may say something of their patients: the words of their own that they
-- taught the spell check.
CREATE TABLE personal (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
