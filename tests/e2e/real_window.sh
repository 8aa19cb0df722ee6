#!/usr/bin/env bash
# The real console in a real window, driven by keys alone: approves, returns and rejects items of the demo clinic until
# COUNT of them are decided, then asks the verifier. Run by packaging/demo/demo.sh on a display with a window manager.
# real_window.sh COUNT
set -euo pipefail
count=$1
console=$COUNTERSIGN_PROGRAMS/countersign

# The gateway's own count of the decisions that it has.
decided() { curl -s --cacert "$COUNTERSIGN_CA" "$COUNTERSIGN_URL/metrics" | sed -n 's/^countersign_log_size //p'; }

# wait_for SECONDS COMMAND…: until the command succeeds.
wait_for() {
    local until=$((SECONDS + $1))
    shift
    until "$@"; do
        [ $SECONDS -lt $until ] || return 1
        xdotool sleep 0.1
    done
}
has_window() { window=$(xdotool search --onlyvisible --name '^Countersign$' | head -n 1) && [ -n "$window" ]; }
is_signed_in() { curl -s --cacert "$COUNTERSIGN_CA" "$COUNTERSIGN_URL/metrics" | grep -q '^countersign_consoles_signed_in 1'; }
has_decided() { [ "$(decided)" -gt "$1" ]; }

key() { xdotool key --clearmodifiers "$@" sleep 0.6; }
# The first signature begins a signing session, which asks who signs.
sign() {
    [ "$(decided)" -gt 0 ] || { xdotool type --clearmodifiers "$COUNTERSIGN_USER"; key Return; }
    xdotool type --clearmodifiers "$COUNTERSIGN_PASSWORD"
    key Return
}

approve() { key ctrl+Return; sign; }
reject() { key n ctrl+r 2 ctrl+Return; sign; }
give_back() { key ctrl+u 6 ctrl+Return; sign; }
# The queue's last rows hurry least and are of the lowest tiers: nobody is asked there who the patient is.
declare -A row=([approve]=End [reject]=Home [give_back]=Home)

# One item: open it, give the verdict; once more from the start if a key was lost. What a finding or a look holds up cannot
# be approved so: it is rejected, as its reader would.
decide() {
    local verdict=$1 at=${row[$1]} before tries
    before=$(decided)
    for tries in 1 2 3; do
        [ $tries -lt 2 ] || verdict=reject
        key ctrl+1 "$at" Return
        "$verdict"
        wait_for 6 has_decided "$before" && counts[$verdict]=$((counts[$verdict] + 1)) && return
        echo "$verdict: try $tries was lost" >&2
        [ -z "${COUNTERSIGN_PICTURES:-}" ] || import -window root "$COUNTERSIGN_PICTURES/lost-$before-$tries.png"
        key Escape
        key Escape
    done
    return 1
}

printf '%s\n' "$COUNTERSIGN_PASSWORD" |
    "$console" --gateway "$COUNTERSIGN_URL" --ca "$COUNTERSIGN_CA" --profile "$COUNTERSIGN_PROFILE" \
        --keychain never --user "$COUNTERSIGN_USER" --password-stdin &
program=$!
trap 'kill "$program" 2>/dev/null || true' EXIT
wait_for 30 has_window
wait_for 30 is_signed_in
xdotool windowfocus "$window" sleep 8
key Escape # the recovery code that a first sign-in offers is left for later

declare -A counts=([approve]=0 [reject]=0 [give_back]=0)
verdicts=(approve reject approve give_back)
for ((i = 0; i < count; i++)); do
    decide "${verdicts[i % ${#verdicts[@]}]}"
done
echo "decided by keys alone: $(decided); approved ${counts[approve]}, rejected ${counts[reject]}, returned ${counts[give_back]}"
[ "$(decided)" -eq "$count" ] && [ "${counts[approve]}" -ge $((count / 4)) ]
