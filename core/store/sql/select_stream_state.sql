SELECT position, has_queue FROM stream_state
