SELECT decision_id, signer, signed_at FROM signatures WHERE item_id = ?1 ORDER BY place
