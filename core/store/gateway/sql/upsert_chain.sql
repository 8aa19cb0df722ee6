INSERT INTO chains (device, signer, next_seq, newest) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (device, signer) DO UPDATE SET next_seq = ?3, newest = ?4
