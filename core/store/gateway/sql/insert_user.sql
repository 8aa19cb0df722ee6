INSERT INTO users (id, name, role, credentials, npi, password_hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
