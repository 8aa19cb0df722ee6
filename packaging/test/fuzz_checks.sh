#!/usr/bin/env bash
# Runs the checks' fuzz target for some seconds a family. fuzz_checks.sh TARGET SECONDS
set -euo pipefail
target=$1
seconds=$2
families=$(perl -0ne 'print "$1\n" if /constexpr Check check\{\s*"([^"]+)"/' core/checks/families/*.cpp)
[ -n "$families" ] || { echo "no families were found" >&2; exit 1; }
for family in $families; do
    printf '%s ' "$family"
    COUNTERSIGN_FUZZ_FAMILY=$family packaging/test/fuzz.sh "$target" "$seconds"
done
