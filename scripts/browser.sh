#!/bin/sh
# Installs the Chromium that the browser tests drive, where there is none; only the tests need it.
# As root on Debian it runs apt-get; otherwise it prints the command. It ends with 0 either way: without
# a browser the tests tell that they were skipped, or fail where CI or CROSSREAD_REQUIRE_BROWSER is set.
set -eu

[ -z "${CROSSREAD_CHROMIUM:-}" ] || exit 0
for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done

install="apt-get install --yes --no-install-recommends chromium"
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" -eq 0 ]; then
    echo "Installing Chromium for the browser tests"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive $install && exit 0
    echo "Chromium could not be installed." >&2
elif command -v apt-get >/dev/null 2>&1; then
    echo "The browser tests need Chromium. To install it, run:" >&2
    echo "    sudo apt-get update && sudo $install" >&2
else
    echo "The browser tests need Chromium: install it, or name one in CROSSREAD_CHROMIUM." >&2
fi
