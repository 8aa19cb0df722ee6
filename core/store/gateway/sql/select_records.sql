SELECT record_index, leaf, decision, salt, document FROM records ORDER BY record_index
