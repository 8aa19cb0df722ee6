SELECT auth_time, acr FROM signing_proofs WHERE user = ?1 AND nonce = ?2
