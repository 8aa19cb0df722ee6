SELECT seq FROM decision_log WHERE id = ?1
