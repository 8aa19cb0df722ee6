UPDATE stream_state SET has_queue = 1
