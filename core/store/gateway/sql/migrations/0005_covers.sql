-- Who signs for whom while they are away (R-119). Never deleted: what was signed meanwhile rests on it.
CREATE TABLE covers (
    number INTEGER PRIMARY KEY,
    signer TEXT NOT NULL REFERENCES users (id),
    absent TEXT NOT NULL REFERENCES users (id),
    since INTEGER NOT NULL,
    until INTEGER NOT NULL CHECK (until > since),
    ended_at INTEGER, -- before its time
    CHECK (signer <> absent)
) STRICT;
CREATE TRIGGER covers_stay BEFORE DELETE ON covers BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER covers_only_end BEFORE UPDATE ON covers
WHEN OLD.ended_at IS NOT NULL OR NEW.signer <> OLD.signer OR NEW.absent <> OLD.absent OR NEW.since <> OLD.since
    OR NEW.until <> OLD.until
BEGIN SELECT raise(ABORT, 'append only'); END;

-- What supervisors are told at once (R-121, R-202), and which of them has seen it.
CREATE TABLE notices (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    who TEXT NOT NULL,
    at INTEGER NOT NULL,
    detail TEXT NOT NULL
) STRICT;
CREATE TABLE notices_seen (
    number INTEGER NOT NULL REFERENCES notices (number),
    user TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (number, user)
) STRICT, WITHOUT ROWID;
