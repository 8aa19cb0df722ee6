UPDATE standing SET standing = ?2, receipt = CASE ?3 WHEN '' THEN receipt ELSE ?3 END WHERE seq = ?1
