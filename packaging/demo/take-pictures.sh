#!/bin/sh
# Leads the real windows through the demo clinic and leaves pictures in the folder given. Run by demo.sh.
set -eu
printf '%s\n' "$COUNTERSIGN_PASSWORD" |
    "$COUNTERSIGN_PROGRAMS/countersign-tour" --gateway "$COUNTERSIGN_URL" --ca "$COUNTERSIGN_CA" \
        --profile "$COUNTERSIGN_PROFILE" --user "$COUNTERSIGN_USER" --password-stdin --out "$1"
