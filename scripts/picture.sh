#!/usr/bin/env bash
# picture.sh PAGE.html PICTURE.png: the first screen of a page as a picture, by headless Chromium.
set -euo pipefail
page=$(realpath "$1")
picture=$(realpath -m "$2")
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || {
  echo "picture.sh: no Chromium found; install it: apt-get install chromium" >&2
  exit 1
}
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
"$browser" --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking \
  --disable-component-update --disable-sync --disable-quic --hide-scrollbars --user-data-dir="$profile" \
  --window-size=1200,1000 --screenshot="$picture" "file://$page" 2>/dev/null
echo "$picture"
