#!/bin/sh
# Puts a .gz and a .br beside every text of the built site in the folder named, which nginx then sends.
set -eu
texts() {
  find "$1" -type f \( -name '*.html' -o -name '*.css' -o -name '*.js' -o -name '*.json' -o -name '*.xml' -o -name '*.txt' \
    -o -name '*.md' -o -name '*.csv' -o -name '*.bib' -o -name '*.ris' -o -name '*.rng' -o -name '*.svg' -o -name '*.webmanifest' \) -print0
}
texts "$1" | xargs -0 -r gzip --keep --force --no-name -9
texts "$1" | xargs -0 -r brotli --keep --force --quality=11
