UPDATE trail_end SET acknowledged = ?1, receipt = ?2 WHERE ?1 > acknowledged
