SELECT 1 FROM rejected_drafts WHERE digest = ?1
