#!/bin/sh
# Sets a machine up for the kiosk: `setup.sh run`, or `setup.sh test` for the developers' tools as well.
# Does only what is missing and says so; when nothing is missing it is quick and needs no network.
set -eu
cd "$(dirname "$0")/.."
PATH="$PATH:/usr/sbin:/sbin"
purpose=$1
lock=requirements.lock
[ "$purpose" = run ] || lock=requirements-dev.lock

say() { echo "set-up: $*"; }
give_up() { say "$*" >&2; exit 1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else give_up "this needs an administrator: log in as root or install sudo, then run it again."
    fi
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq || say "the package lists could not be renewed; trying with those at hand."
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends "$@" >/dev/null ||
        give_up "these packages could not be installed: $*. Is this computer connected to the internet?"
}

# Says what is missing, one line each, and leaves the names in $missing.
find_missing() {
    missing=
    libraries=$(ldconfig -p)
    while read -r who package sign why; do
        case $who in run | "$purpose") ;; *) continue ;; esac
        case $sign in
            lib*) case $libraries in *"$sign "*) continue ;; esac ;;
            *) if command -v "$sign" >/dev/null; then continue; fi ;;
        esac
        say "$package is missing: $why."
        missing="$missing $package"
    done <tools/system-packages.txt
}

system_packages() {
    [ "$(uname)" = Linux ] || return 0
    find_missing
    [ -n "$missing" ] || return 0
    if command -v apt-get >/dev/null; then
        apt_install $missing # unquoted: several names
    else
        say "this system has no apt-get; please install what provides these Debian packages:$missing"
    fi
}

# Python 3.11 first: the lock was made and tested with it.
find_python() {
    for python in python3.11 python3.12 python3.13 python3; do
        if "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then return 0; fi
    done
    return 1
}

install_python() {
    command -v apt-get >/dev/null || give_up "please install Python 3.11 or newer with its venv module."
    packages="python3 python3-venv"
    if [ "$(. /etc/os-release && echo "$ID $VERSION_ID")" = "ubuntu 22.04" ]; then packages="python3.11 python3.11-venv"; fi
    say "Python 3.11 or newer with its venv module is missing: installing $packages."
    apt_install $packages # unquoted: several names
    find_python || give_up "there is still no Python 3.11; please install it by hand."
}

virtual_environment() {
    stamp=.venv/set-up-$purpose-$(cksum <"$lock" | tr ' ' -)
    if [ -e "$stamp" ] && [ -x .venv/bin/python ]; then return 0; fi
    if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
        find_python || install_python
        say "making the virtual environment .venv with $python."
        "$python" -m venv --clear .venv
    fi
    say "installing the Python packages of $lock."
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock" ||
        give_up "the Python packages could not be installed. Is this computer connected to the internet?"
    rm -f .venv/set-up-"$purpose"-*
    touch "$stamp"
}

# Compiled catalogues are not in the repository; they are made when a translation is newer.
catalogues() {
    for words in i18n/locales/*/LC_MESSAGES/anxin.po; do
        compiled=${words%.po}.mo
        if [ -e "$compiled" ] && ! [ "$words" -nt "$compiled" ]; then continue; fi
        say "compiling the catalogues of words."
        .venv/bin/python -m i18n.catalogues compile
        return
    done
}

system_packages
virtual_environment
catalogues
