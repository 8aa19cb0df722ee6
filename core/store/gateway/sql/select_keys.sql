SELECT kid, public_key, is_gateway, owner, device, device_name, valid_from, revoked_at
FROM signing_keys ORDER BY kid
