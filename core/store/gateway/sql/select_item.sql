SELECT summary, content_digest, draft_digest, policy_digest, effective_id, effective_signer, effective_at, release_at,
       release_token, is_reported, expires_at, is_listed, agent
FROM items WHERE id = ?1
