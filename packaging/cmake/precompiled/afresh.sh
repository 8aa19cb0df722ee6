#!/bin/sh
# Compiles a header afresh. The compiler would read what it made before in place of the header itself, and ccache would
# take it for a part of the sources: so it goes first.
before=
for word; do
    [ "$before" != -o ] || rm -f "$word"
    before=$word
done
exec "$@"
