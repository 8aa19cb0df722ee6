INSERT INTO signing_keys (kid, public_key, is_gateway, owner, device, device_name, valid_from)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
