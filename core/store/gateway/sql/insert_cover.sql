INSERT INTO covers (signer, absent, since, until)
VALUES (?1, ?2, ?3, ?4)
