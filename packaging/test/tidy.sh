#!/usr/bin/env bash
# clang-tidy over the project's sources in a build folder's compile_commands.json, as many at once as there are processors.
# tidy.sh BUILD_FOLDER [PATH_PREFIX…]; what it finds is told once, however many sources include it.
set -euo pipefail
folder=$1
shift
root=$PWD
log=$folder/tidy.log

# Sources that moc makes are included by others, so they must be there before anything is read.
ninja -C "$folder" -t targets all | sed -n 's/^\([a-z_-]*_autogen\): phony$/\1/p' | xargs -r ninja -C "$folder" >/dev/null

[ $# -gt 0 ] || set -- core ui app tests
wanted=$(IFS='|'; echo "$*")
sed -n 's/^ *"file": "\(.*\)",*$/\1/p' "$folder/compile_commands.json" | sort -u | grep -E "^$root/($wanted)" |
    xargs -P "$(nproc)" -n 1 clang-tidy -p "$folder" --quiet >"$log" 2>/dev/null || true

if grep -E '(error|warning): ' "$log" | grep "^$root/" | sort -u; then
    echo "tidy: the whole story is in ${log#"$root"/}" >&2
    exit 1
fi
echo "tidy: nothing to say"
