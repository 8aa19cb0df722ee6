-- What a person decided, as signed. Nothing here is ever changed or removed (R-113); where a decision stands is kept
-- beside it.
CREATE TABLE decision_log (
    seq INTEGER PRIMARY KEY CHECK (seq >= 0),
    id TEXT NOT NULL UNIQUE,
    item TEXT NOT NULL,
    prev TEXT NOT NULL, -- digest of the entry before; empty at 0
    jws TEXT NOT NULL,
    rendered TEXT NOT NULL,
    summary TEXT NOT NULL
) STRICT;
CREATE TRIGGER decision_log_keeps_rows BEFORE DELETE ON decision_log
BEGIN
    SELECT RAISE(ABORT, 'append-only');
END;
CREATE TRIGGER decision_log_keeps_values BEFORE UPDATE ON decision_log
BEGIN
    SELECT RAISE(ABORT, 'append-only');
END;

-- Beyond Stored, Sent and Quarantined a standing rests on a receipt that was verified.
CREATE TABLE standing (
    seq INTEGER PRIMARY KEY REFERENCES decision_log (seq),
    standing TEXT NOT NULL,
    receipt TEXT NOT NULL,
    CHECK (standing IN ('Stored', 'Sent', 'Quarantined') OR receipt <> '')
) STRICT;
CREATE TRIGGER standing_keeps_rows BEFORE DELETE ON standing
BEGIN
    SELECT RAISE(ABORT, 'append-only');
END;

-- Decisions without a receipt. None leaves before there is one.
CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY REFERENCES decision_log (seq)
) STRICT;
CREATE TRIGGER outbox_waits_for_receipt BEFORE DELETE ON outbox
WHEN NOT EXISTS (SELECT 1 FROM standing WHERE seq = OLD.seq AND receipt <> '')
BEGIN
    SELECT RAISE(ABORT, 'no receipt');
END;

-- Where the chain ends.
CREATE TABLE chain_head (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    next_seq INTEGER NOT NULL,
    newest TEXT NOT NULL
) STRICT;
INSERT INTO chain_head VALUES (1, 0, '');

CREATE TABLE queue_row (
    item TEXT PRIMARY KEY,
    summary TEXT NOT NULL
) STRICT;

CREATE TABLE stream_state (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    position INTEGER NOT NULL,
    has_queue INTEGER NOT NULL
) STRICT;
INSERT INTO stream_state VALUES (1, 0, 0);

CREATE TABLE item (
    item TEXT PRIMARY KEY,
    canonical TEXT NOT NULL
) STRICT;
