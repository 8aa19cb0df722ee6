INSERT INTO notices (kind, who, at, detail)
VALUES (?1, ?2, ?3, ?4)
