INSERT INTO items (id, agent, summary, canonical, content_digest, draft_digest, policy_digest, expires_at, is_listed, changed)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
