SELECT digest FROM decisions ORDER BY log_index
