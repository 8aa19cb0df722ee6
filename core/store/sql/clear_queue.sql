DELETE FROM queue_row
