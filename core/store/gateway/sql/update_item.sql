UPDATE items
SET summary = ?2, effective_id = ?3, effective_signer = ?4, effective_at = ?5, release_at = ?6, expires_at = ?7,
    is_listed = ?8, changed = ?9
WHERE id = ?1
