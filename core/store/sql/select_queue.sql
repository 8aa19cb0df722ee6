SELECT summary FROM queue_row
