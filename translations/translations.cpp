// Nothing but the compiled languages lives in this library; a library needs a source.
