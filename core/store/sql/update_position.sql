UPDATE stream_state SET position = ?1
