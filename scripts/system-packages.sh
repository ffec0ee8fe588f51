#!/bin/sh
# Installs the system libraries that WeasyPrint makes PDFs with, where they are missing.
# As root on Debian or Ubuntu it runs apt-get; otherwise it prints the command, and ends with 1
# unless a PDF can be made all the same.
set -eu

[ "$(uname -s)" = Linux ] || exit 0 # elsewhere `crossread doctor` tells what is missing

libraries=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null || true)
missing=""
want() { # Debian's package, the library's file
    case "$libraries" in *"$2 "*) ;; *) missing="$missing $1" ;; esac
}
want libpango-1.0-0 libpango-1.0.so.0
want libpangoft2-1.0-0 libpangoft2-1.0.so.0
want libfontconfig1 libfontconfig.so.1
needed=$missing
want libharfbuzz-subset0 libharfbuzz-subset.so.0 # PDFs come without it too, three times as slowly
[ -n "$missing" ] || exit 0

if command -v apt-get >/dev/null 2>&1; then
    install="apt-get install --yes --no-install-recommends$missing"
    if [ "$(id -u)" -eq 0 ]; then
        echo "Installing system libraries for the PDF:$missing"
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive $install
        exit
    fi
    echo "System libraries for the PDF are missing. To install them, run:" >&2
    echo "    sudo apt-get update && sudo $install" >&2
else
    echo "System libraries for the PDF are missing (named as on Debian):$missing" >&2
    echo "Install them with this system's package manager." >&2
fi
[ -z "$needed" ] || { echo "Then run make again." >&2; exit 1; }
