DELETE FROM item WHERE item NOT IN (SELECT item FROM queue_row)
