INSERT OR IGNORE INTO rejected_drafts (digest) VALUES (?1)
