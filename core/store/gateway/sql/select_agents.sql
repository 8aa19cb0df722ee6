SELECT id, token_hash, workflows FROM agents ORDER BY id
