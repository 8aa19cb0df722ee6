-- What the issuer of identities said of a person for one signature, until the decision that it belongs to is judged and
-- after it: a token serves once (R-110).
CREATE TABLE signing_proofs (
    user TEXT NOT NULL,
    nonce TEXT NOT NULL,
    auth_time INTEGER NOT NULL,
    acr TEXT NOT NULL,
    heard_at INTEGER NOT NULL,
    PRIMARY KEY (user, nonce)
) STRICT, WITHOUT ROWID;
