#!/usr/bin/env bash
# Runs a command on a virtual X display with a window manager and a message bus of its own; all end with the command.
set -euo pipefail

folder=$(mktemp -d)
trap 'kill ${manager:-} ${server:-} 2>/dev/null || true; rm -rf "$folder"' EXIT

mkfifo "$folder/number"
Xvfb -displayfd 3 -screen 0 2560x1600x24 -dpi 96 -nolisten tcp -noreset 3>"$folder/number" 2>/dev/null &
server=$!
read -r number <"$folder/number"
export DISPLAY=:$number
openbox >/dev/null 2>&1 &
manager=$!

export XDG_RUNTIME_DIR=$folder
dbus-run-session -- "$@"
