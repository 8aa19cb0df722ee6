UPDATE covers SET ended_at = ?3
WHERE signer = ?1 AND absent = ?2 AND ended_at IS NULL AND until > ?3
