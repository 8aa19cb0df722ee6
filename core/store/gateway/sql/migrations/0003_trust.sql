-- The log of records (core/audit/record_log): a leaf for everything that trust rests on. Salt and record may be erased, a
-- leaf never.
CREATE TABLE records (
    record_index INTEGER PRIMARY KEY,
    leaf TEXT NOT NULL,
    decision INTEGER UNIQUE, -- the decision's place in its log; NULL: another record
    salt TEXT NOT NULL,      -- base64url; empty: erased
    document TEXT NOT NULL   -- the record; empty: a decision's, or erased
) STRICT;
CREATE TRIGGER records_stay BEFORE DELETE ON records BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER records_are_final BEFORE UPDATE ON records
WHEN NEW.record_index <> OLD.record_index OR NEW.leaf <> OLD.leaf OR NEW.decision IS NOT OLD.decision
     OR NEW.salt <> '' OR NEW.document <> OLD.document OR OLD.decision IS NULL
BEGIN
    SELECT raise(ABORT, 'append only');
END;

-- A decision stays what it was, or is erased: then its words are gone and nothing else.
DROP TRIGGER decisions_are_final;
CREATE TRIGGER decisions_are_final BEFORE UPDATE ON decisions
WHEN NEW.jws <> '' OR NEW.rendered <> '' OR NEW.log_index <> OLD.log_index OR NEW.digest <> OLD.digest
     OR NEW.decision_id <> OLD.decision_id OR NEW.item_id <> OLD.item_id OR NEW.received_at <> OLD.received_at
     OR NEW.receipt <> OLD.receipt
BEGIN
    SELECT raise(ABORT, 'append only');
END;

-- The newest heads of both logs: written with what made them, before anything is signed over them. They only grow.
CREATE TABLE log_head (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    at INTEGER NOT NULL,
    decisions_size INTEGER NOT NULL,
    decisions_root TEXT NOT NULL,
    records_size INTEGER NOT NULL,
    records_root TEXT NOT NULL
) STRICT;
CREATE TRIGGER log_head_only_grows BEFORE UPDATE ON log_head
WHEN NEW.decisions_size < OLD.decisions_size OR NEW.records_size < OLD.records_size
     OR (NEW.decisions_size = OLD.decisions_size AND NEW.decisions_root <> OLD.decisions_root)
     OR (NEW.records_size = OLD.records_size AND NEW.records_root <> OLD.records_root)
BEGIN
    SELECT raise(ABORT, 'append only');
END;
CREATE TRIGGER log_head_stays BEFORE DELETE ON log_head BEGIN SELECT raise(ABORT, 'append only'); END;

-- Those that an export carries, every so many leaves.
CREATE TABLE checkpoints (
    number INTEGER PRIMARY KEY,
    document TEXT NOT NULL -- compact JWS
) STRICT;
CREATE TRIGGER checkpoints_stay BEFORE DELETE ON checkpoints BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER checkpoints_are_final BEFORE UPDATE ON checkpoints BEGIN SELECT raise(ABORT, 'append only'); END;

-- Audit trails of consoles, and this gateway's own.
CREATE TABLE trails (
    id TEXT PRIMARY KEY,
    device TEXT NOT NULL,
    owner TEXT NOT NULL,
    next_seq INTEGER NOT NULL,
    newest TEXT NOT NULL,
    received_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE trail_entries (
    number INTEGER PRIMARY KEY,
    trail TEXT NOT NULL,
    seq INTEGER NOT NULL,
    digest TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    bytes TEXT NOT NULL,
    UNIQUE (trail, seq)
) STRICT;
CREATE TRIGGER trail_entries_stay BEFORE DELETE ON trail_entries BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER trail_entries_are_final BEFORE UPDATE ON trail_entries BEGIN SELECT raise(ABORT, 'append only'); END;
