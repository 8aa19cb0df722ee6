-- The audit trail: what a person did beside deciding, as canonical bytes, each naming the one before it by its digest.
CREATE TABLE trail (
    seq INTEGER PRIMARY KEY CHECK (seq >= 0),
    digest TEXT NOT NULL,
    bytes TEXT NOT NULL
) STRICT;

-- Where it ends, and how far the gateway has given its receipt.
CREATE TABLE trail_end (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    trail TEXT NOT NULL, -- empty: not begun
    next_seq INTEGER NOT NULL,
    head TEXT NOT NULL,
    acknowledged INTEGER NOT NULL CHECK (acknowledged <= next_seq),
    receipt TEXT NOT NULL
) STRICT;
INSERT INTO trail_end VALUES (1, '', 0, '', 0, '');

CREATE TRIGGER trail_keeps_values BEFORE UPDATE ON trail
BEGIN
    SELECT RAISE(ABORT, 'append-only');
END;
-- Nothing goes before the gateway has it (R-222).
CREATE TRIGGER trail_waits_for_receipt BEFORE DELETE ON trail
WHEN OLD.seq >= (SELECT acknowledged FROM trail_end)
BEGIN
    SELECT RAISE(ABORT, 'no receipt');
END;
CREATE TRIGGER trail_end_only_advances BEFORE UPDATE ON trail_end
WHEN NEW.next_seq < OLD.next_seq OR NEW.acknowledged < OLD.acknowledged OR (OLD.trail <> '' AND NEW.trail <> OLD.trail)
BEGIN
    SELECT RAISE(ABORT, 'append-only');
END;

-- The newest checkpoint of the gateway's log that was believed, as the gateway signed it.
CREATE TABLE witness (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    checkpoint TEXT NOT NULL
) STRICT;
INSERT INTO witness VALUES (1, '');
