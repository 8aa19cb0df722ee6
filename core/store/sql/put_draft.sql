REPLACE INTO unsigned_draft (item, digest, edited, place) VALUES (?1, ?2, ?3, ?4)
