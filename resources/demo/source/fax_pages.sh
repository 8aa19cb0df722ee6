#!/bin/sh
# Draws the clinic's faxed pages (../blobs/*.tif, CCITT G4, 204 dpi wide) from their texts. Needs node and ImageMagick.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
WORK=$work node --input-type=module -e '
import { intakes } from "./intakes.mjs";
import { writeFileSync } from "node:fs";
for (const n of intakes.filter((i) => i.fax)) n.pages.forEach((page, i) => writeFileSync(`${process.env.WORK}/${n.fax}-${i + 1}.txt`, page));' 2>/dev/null ||
  { echo "node could not read intakes.mjs" >&2; exit 3; }
skew=0.6
for page in "$work"/*.txt; do
  convert -size 1728x2200 xc:white -font DejaVu-Sans-Mono -pointsize 38 -fill black -annotate +150+220 "$(cat "$page")" \
    -seed 7 -attenuate 0.35 +noise Impulse -background white -rotate "$skew" -gravity center -crop 1728x2200+0+0 +repage \
    -threshold 50% -type bilevel "${page%.txt}.png"
  skew="-$skew"; skew=${skew#--}
done
for fax in osei lindqvist; do
  convert "$work/$fax"-*.png -density 204x196 -compress Group4 "../blobs/$fax.tif"
done
