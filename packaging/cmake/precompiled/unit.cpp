// Nothing: a unit in whose name the headers beside it are compiled.
