#!/usr/bin/env bash
# Runs one fuzz target for some seconds. fuzz.sh TARGET SECONDS
# The corpus and the dictionary kept beside the sources are only read; what is found stays in the build folder.
set -euo pipefail
target=$1
seconds=$2
name=${target##*/}
topic=${name#fuzz_}
found=build/fuzz/found

mkdir -p "$found/$name" "$found/crashes"
inputs=("$found/$name")
[ -d "tests/fuzz/corpus/$topic" ] && inputs+=("tests/fuzz/corpus/$topic")
[ -f "tests/fuzz/$topic.dict" ] && inputs+=("-dict=tests/fuzz/$topic.dict")

result=0
"$target" "${inputs[@]}" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
    -artifact_prefix="$found/crashes/$name-" >"$found/$name.log" 2>&1 || result=$?
printf '%s: %s\n' "$name" "$(sed -n 's/^stat::number_of_executed_units: *//p' "$found/$name.log") inputs in $seconds s"
[ "$result" = 0 ] || { grep -E 'ERROR|SUMMARY|Test unit written' "$found/$name.log"; exit 1; }
