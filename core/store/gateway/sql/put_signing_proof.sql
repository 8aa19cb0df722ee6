INSERT INTO signing_proofs (user, nonce, auth_time, acr, heard_at) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (user, nonce) DO UPDATE SET auth_time = excluded.auth_time, acr = excluded.acr, heard_at = excluded.heard_at
WHERE excluded.auth_time > signing_proofs.auth_time
