SELECT id, name, role, credentials, npi, password_hash, is_disabled FROM users ORDER BY id
