SELECT received_at, bytes FROM trail_entries ORDER BY number
