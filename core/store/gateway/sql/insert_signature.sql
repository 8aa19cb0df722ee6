INSERT INTO signatures (item_id, place, decision_id, signer, signed_at) VALUES (?1, ?2, ?3, ?4, ?5)
