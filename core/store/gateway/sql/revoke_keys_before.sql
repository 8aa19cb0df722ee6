UPDATE signing_keys SET revoked_at = ?4
WHERE owner = ?1 AND device = ?2 AND kid <> ?3 AND is_gateway = 0 AND revoked_at IS NULL
      AND valid_from <= (SELECT valid_from FROM signing_keys WHERE kid = ?3)
