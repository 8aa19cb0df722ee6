UPDATE decisions SET jws = '', rendered = '' WHERE log_index = ?1
