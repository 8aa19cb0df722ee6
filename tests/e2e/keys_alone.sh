#!/usr/bin/env bash
# A fresh demo clinic, its gateway, the real console driven by keys alone, and the verifier's word on what came of it.
# keys_alone.sh PROGRAMS FOLDER COUNT
set -euo pipefail
programs=$1
folder=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

rm -rf "$folder"
"$here/packaging/test/on-virtual-display.sh" "$here/packaging/demo/demo.sh" "$programs" "$folder" \
    "$here/tests/e2e/real_window.sh" "$3"
"$programs/countersign-gateway" export-audit --data "$folder/gateway" --out "$folder/package" --with-phi
"$programs/countersign-verify" "$folder/package" | tee "$folder/verified.txt"
grep -qx "decisions   $3" "$folder/verified.txt"
