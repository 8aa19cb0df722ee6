#!/usr/bin/env bash
# hostile_texts.sh PROGRAM FOLDER: runs it under strace and fails if, between its two marks, a file was opened or a
# socket made. The letters themselves may make a font be read: that list is the only exception.
set -euo pipefail
program=$1 folder=$2
mkdir -p "$folder"
trace=$folder/trace
strace -f -qq -e trace=open,openat,openat2,creat,socket,connect,execve,access -o "$trace" "$program"
watched() { sed -n '/countersign-hostile-texts-begin/,/countersign-hostile-texts-end/p' "$trace" | grep -v countersign-hostile-texts; }
sed -n '/countersign-hostile-texts-begin/p;/countersign-hostile-texts-end/p' "$trace" | wc -l | grep -qx 2 ||
    { echo "the marks are not in the trace: nothing was watched"; exit 1; }
[ "$(grep -c openat "$trace")" -gt 10 ] || { echo "strace saw nothing"; exit 1; }
opened=$(watched | grep -vE '"(/usr/share/fonts/|/var/cache/fontconfig/|/usr/share/fontconfig/|/etc/fonts/|[^"]*/fontconfig/|[^"]*/.fonts)' |
    grep -vE ' access\("/(usr/share/fonts|var/cache/fontconfig|etc/fonts)' || true)
sockets=$(printf '%s\n' "$opened" | grep -cE ' (socket|connect)\(' || true)
files=$(printf '%s\n' "$opened" | grep -cE ' (open|openat|openat2|creat|execve)\(' || true)
echo "file opens: $files, sockets: $sockets"
[ "$files" = 0 ] && [ "$sockets" = 0 ] || { printf '%s\n' "$opened" | head -20; exit 1; }
