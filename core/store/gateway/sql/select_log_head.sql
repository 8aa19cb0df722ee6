SELECT at, decisions_size, decisions_root, records_size, records_root FROM log_head
