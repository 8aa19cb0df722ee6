#!/usr/bin/env bash
# Makes the demo clinic once, serves it on loopback, and runs a command on it; the gateway ends with the command.
# demo.sh PROGRAMS FOLDER COMMAND…
# The command finds COUNTERSIGN_PROGRAMS, COUNTERSIGN_URL, COUNTERSIGN_CA, COUNTERSIGN_PROFILE, COUNTERSIGN_USER and
# COUNTERSIGN_PASSWORD in its environment.
set -euo pipefail
programs=$(cd "$1" && pwd)
mkdir -p "$2"
folder=$(cd "$2" && pwd)
shift 2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
clinic=$here/../../resources/demo
gateway=$programs/countersign-gateway
data=$folder/gateway

# Everybody in the demo clinic has this password. It opens nothing else.
password=demo-clinic-2026

# The rows of a table beside this script, without its comments.
rows_of() { grep -v '^#' "$here/$1"; }

make_clinic() {
    local building=$folder/gateway.new id role name credentials workflow
    rm -rf "$building"
    "$gateway" init --data "$building" --organisation "Harbour Street Clinic"
    while IFS='|' read -r id role name credentials; do
        printf '%s\n' "$password" |
            "$gateway" user add "$id" --data "$building" --name "$name" --role "$role" --credentials "${credentials#-}" \
                --password-stdin
    done < <(rows_of people.txt)
    while IFS='|' read -r id workflow; do
        "$gateway" agent add "$id" --data "$building" --workflow "$workflow" >/dev/null
    done < <(rows_of agents.txt)
    "$gateway" import --data "$building" --as-of 2026-11-02T09:00:00Z "$clinic"
    mv "$building" "$data"
}

# Starts the gateway and sets `address` to where it listens.
start_gateway() {
    local log=$folder/gateway.log
    : >"$log" # there when it is first looked into, however late the gateway comes
    "$gateway" serve --data "$data" --listen 127.0.0.1:0 >"$log" 2>&1 &
    server=$!
    trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null || true' EXIT
    local tries
    for tries in $(seq 100); do
        address=$(sed -n 's/^listening on \(https:[^ ]*\).*/\1/p' "$log")
        [ -n "$address" ] && return
        kill -0 "$server" 2>/dev/null || break
        sleep 0.1
    done
    echo "demo: the gateway did not start (looked $tries times):" >&2
    cat "$log" >&2
    exit 1
}

[ -d "$data" ] || make_clinic >"$folder/make.log" 2>&1 || { cat "$folder/make.log" >&2; exit 1; }
start_gateway

export COUNTERSIGN_PROGRAMS=$programs COUNTERSIGN_URL=$address COUNTERSIGN_CA=$data/ca.pem
export COUNTERSIGN_PROFILE=$folder/profile COUNTERSIGN_USER=adeyemi COUNTERSIGN_PASSWORD=$password
"$@"
