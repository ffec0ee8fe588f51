#!/bin/sh
# Makes the virtual environment: make-venv.sh PYTHON FOLDER. Where Python's own parts for that are
# missing, as on a plain Debian or Ubuntu, it installs them as root and otherwise prints the command.
set -eu
python=$1 folder=$2

as_root() { # packages
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@"
    else
        echo "Run this, then make again:" >&2
        echo "    sudo apt-get update && sudo apt-get install --yes --no-install-recommends $*" >&2
        exit 1
    fi
}

if ! command -v "$python" >/dev/null 2>&1; then
    echo "$python is not installed." >&2
    as_root "$(basename "$python")" "$(basename "$python")-venv"
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "crossread needs Python 3.11 or newer; $python is $("$python" -V). Name a newer one: make PYTHON=python3.12" >&2
    exit 1
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    echo "Python's venv module is not installed." >&2
    as_root "$(basename "$python")-venv"
fi
"$python" -m venv "$folder"
