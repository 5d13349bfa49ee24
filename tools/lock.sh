#!/bin/sh
# Makes requirements.lock and requirements-dev.lock anew from pyproject.toml. Versions already locked stay unless they
# have to change; `make lock ARGS=--upgrade` takes the newest. Uses uv, in an environment of its own when it is not here.
set -eu
cd "$(dirname "$0")/.."
uv=$(command -v uv || true)
if [ -z "$uv" ]; then
    [ -x build/lock/bin/uv ] || { .venv/bin/python -m venv build/lock && build/lock/bin/python -m pip install --quiet uv; }
    uv=build/lock/bin/uv
fi

lock() {
    out=$1
    shift
    "$uv" pip compile --quiet --no-header --generate-hashes --python-version 3.11 --python-platform x86_64-manylinux_2_35 \
        --output-file "$out" "$@" pyproject.toml
}

# The family's part comes along: `make run` is also how a PC at home is set up.
lock requirements.lock --extra home "$@"
# What customers run, and the developers' tools besides; a test holds the two files together.
lock requirements-dev.lock --extra home --group dev "$@"
