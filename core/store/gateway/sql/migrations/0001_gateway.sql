-- The gateway's tables. Instants are milliseconds since 1970; digests and ids are the contract's text.
CREATE TABLE agents (
    id TEXT PRIMARY KEY,
    token_hash BLOB NOT NULL UNIQUE,
    workflows TEXT NOT NULL -- separated by commas
) STRICT;

CREATE TABLE users (
    id TEXT PRIMARY KEY, -- never reused: a disabled user stays
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    credentials TEXT NOT NULL,
    npi TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    is_disabled INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE signing_keys (
    kid TEXT PRIMARY KEY,
    public_key BLOB NOT NULL,
    is_gateway INTEGER NOT NULL,
    owner TEXT NOT NULL,
    device TEXT NOT NULL,
    device_name TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;

CREATE TABLE policies (
    number INTEGER PRIMARY KEY, -- the highest is in force
    digest TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL
) STRICT;

CREATE TABLE items (
    id TEXT PRIMARY KEY,
    agent TEXT NOT NULL,
    summary TEXT NOT NULL,
    canonical TEXT NOT NULL,
    content_digest TEXT NOT NULL,
    draft_digest TEXT NOT NULL,
    policy_digest TEXT NOT NULL REFERENCES policies (digest),
    effective_id TEXT,
    effective_signer TEXT,
    effective_at TEXT,
    release_at INTEGER,
    expires_at INTEGER, -- while it can expire
    release_token TEXT,
    is_reported INTEGER NOT NULL DEFAULT 0,
    is_listed INTEGER NOT NULL, -- whether a queue shows it
    changed INTEGER NOT NULL UNIQUE -- place of its last change in the stream
) STRICT;
CREATE INDEX items_to_release ON items (release_at) WHERE release_at IS NOT NULL;
CREATE INDEX items_to_expire ON items (expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX items_listed ON items (changed) WHERE is_listed = 1;

CREATE TABLE signatures (
    item_id TEXT NOT NULL REFERENCES items (id),
    place INTEGER NOT NULL,
    decision_id TEXT NOT NULL,
    signer TEXT NOT NULL,
    signed_at TEXT NOT NULL,
    PRIMARY KEY (item_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE decisions (
    log_index INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE, -- of the compact JWS
    decision_id TEXT NOT NULL,
    item_id TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    jws TEXT NOT NULL,
    rendered TEXT NOT NULL,
    receipt TEXT NOT NULL
) STRICT;
CREATE INDEX decisions_by_id ON decisions (decision_id);

-- Nothing that was decided is edited or removed (law 4).
CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER decisions_are_final BEFORE UPDATE ON decisions BEGIN SELECT raise(ABORT, 'append only'); END;

CREATE TABLE chains (
    device TEXT NOT NULL,
    signer TEXT NOT NULL,
    next_seq INTEGER NOT NULL,
    newest TEXT NOT NULL,
    PRIMARY KEY (device, signer)
) STRICT, WITHOUT ROWID;

CREATE TABLE rejected_drafts (
    digest TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE outcomes (
    number INTEGER PRIMARY KEY,
    happened_at INTEGER NOT NULL,
    line TEXT NOT NULL
) STRICT;
CREATE TRIGGER outcomes_stay BEFORE DELETE ON outcomes BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER outcomes_are_final BEFORE UPDATE ON outcomes BEGIN SELECT raise(ABORT, 'append only'); END;

CREATE TABLE blobs (
    digest TEXT PRIMARY KEY,
    bytes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE blob_parts (
    digest TEXT NOT NULL REFERENCES blobs (digest),
    place INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (digest, place)
) STRICT;
