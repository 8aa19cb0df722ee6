#!/usr/bin/env bash
# Adds up what a run of ctest did, from its log: programs, cases, and what they say they left out.
set -euo pipefail
log=$1

grep -aE '^(SKIP +:|.*[Ll]eft out:)' "$log" | sort -u | sed 's/^/  /' || true

awk '
    /^[0-9]+\/[0-9]+ Testing: /   { programs++; told = 0 }
    /^\[doctest\] test cases:/    { gsub(/[^0-9 ]/, " "); cases += $1; passed += $2; failed += $3; told = $3 > 0 }
    /^\[doctest\] assertions:/    { gsub(/[^0-9 ]/, " "); assertions += $1 }
    /^Totals: /                   { cases += $2 + $4; passed += $2; failed += $4; told = $4 > 0 }
    /^# pass /                    { cases += $3; passed += $3 }
    /^# fail /                    { cases += $3; failed += $3; told = $3 > 0 }
    /^Test Failed\./              { if (!told) failed++ }
    END {
        printf "ran %d test programs: %d cases, %d assertions\n", programs, cases, assertions
        printf "%d passed, %d failed\n", passed, failed
    }' "$log"
