UPDATE signing_keys SET revoked_at = ?2
WHERE owner = ?1 AND device = '' AND is_gateway = 0 AND revoked_at IS NULL
