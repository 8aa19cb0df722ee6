#!/bin/sh
# Opens the console on the demo clinic, signed in. Run by demo.sh.
set -eu
printf '%s\n' "$COUNTERSIGN_PASSWORD" |
    "$COUNTERSIGN_PROGRAMS/countersign" --gateway "$COUNTERSIGN_URL" --ca "$COUNTERSIGN_CA" \
        --profile "$COUNTERSIGN_PROFILE" --keychain never --user "$COUNTERSIGN_USER" --password-stdin
