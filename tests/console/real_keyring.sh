#!/usr/bin/env bash
# A real GNOME Keyring on a bus of its own, asked as the console asks it: what is kept is found by the next program, what is
# not there is absent, and a keyring that nobody opened is never taken for an empty one (reliability.md 6.1).
# real_keyring.sh PROBE
set -euo pipefail
probe=$1
if [ -z "${REAL_KEYRING_HOME:-}" ]; then
    REAL_KEYRING_HOME=$(mktemp -d)
    export REAL_KEYRING_HOME
    trap 'rm -rf "$REAL_KEYRING_HOME"' EXIT
    export HOME=$REAL_KEYRING_HOME XDG_DATA_HOME=$REAL_KEYRING_HOME/data XDG_RUNTIME_DIR=$REAL_KEYRING_HOME/run
    mkdir -m 0700 -p "$XDG_DATA_HOME" "$XDG_RUNTIME_DIR"
    unset DISPLAY WAYLAND_DISPLAY
    for part in open shut; do
        dbus-run-session -- "$0" "$probe" "$part" 2>/dev/null # where the bus complains of limits
    done
    exit 0
fi

failed=0
expect() {
    local wanted=$1 said
    shift
    said=$(timeout 60 "$probe" "$@" 2>/dev/null) || true
    if ! [[ $said =~ ^($wanted)$ ]]; then
        printf '%s: expected %s, was told %s\n' "$*" "$wanted" "$said"
        failed=1
    fi
}

case $2 in
    open)
        printf 'the login password' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
        expect absent read device-secret
        expect found keep device-secret 'thirty two bytes of the machine'
        expect 'found thirty two bytes of the machine' read device-secret
        expect absent read device-secret-of-another
        expect found keep device-secret 'and others'
        expect 'found and others' read device-secret
        expect found keep mark 7
        "$probe" forget mark
        expect absent read mark
        ;;
    shut) # the same keyring, and nobody who opens it
        gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1
        expect 'locked|unreadable' read device-secret
        expect 'locked|unreadable' keep device-secret 'made anew'
        ;;
esac
exit $failed
