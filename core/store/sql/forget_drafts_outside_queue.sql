DELETE FROM unsigned_draft WHERE item NOT IN (SELECT item FROM queue_row)
