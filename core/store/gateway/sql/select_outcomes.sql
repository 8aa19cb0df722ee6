SELECT happened_at, line FROM outcomes ORDER BY number
