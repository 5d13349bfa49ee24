#!/bin/sh
# Proves the set-up: a bare Debian in a folder, a clone of this repository's last commit in it, then what the README says.
# Needs root, mmdebstrap and a network. Slow. The log is build/fresh/log.txt.
#   FRESH_SUITE=bookworm     Debian release
#   FRESH_COPY="paths"       files and folders of this machine the bare one needs to reach its package sources
#                            (certificates, pip's configuration); apt's sources are always taken over
#   FRESH_KEEP=1             keep the folder, named at the end
set -eu
cd "$(dirname "$0")/.."
suite=${FRESH_SUITE:-bookworm}
log=build/fresh/log.txt
mkdir -p build/fresh
root=$(mktemp -d -t anxin-fresh.XXXXXX)
chmod 755 "$root"

leave() {
    umount "$root/proc" 2>/dev/null || true
    if [ -n "${FRESH_KEEP:-}" ]; then echo "kept: $root"; else rm -rf "$root"; fi
}
trap leave EXIT

# Runs a command inside, as a user who has just logged in, with only the variables that lead to package sources.
inside() {
    echo "\$ $*"
    start=$(date +%s.%N)
    status=0
    # shellcheck disable=SC2046 # one word a variable
    timeout 1800 $apart chroot "$root" env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        $(env | grep -E '^(PIP_|SSL_CERT|[a-z]+_proxy)[A-Za-z_]*=[^ ]*$') \
        sh -c "cd /root/anxin-kiosk && $*" </dev/null || status=$?
    echo "# exit $status after $(echo "$(date +%s.%N) $start" | awk '{printf "%.2f", $1 - $2}') s"
    return "$status"
}

prove() {
    mmdebstrap --quiet --variant=minbase --include=make,ca-certificates "$suite" "$root"
    rm -rf "$root/etc/apt/sources.list" "$root/etc/apt/sources.list.d"
    cp -aL /etc/apt/sources.list* "$root/etc/apt/"
    for path in ${FRESH_COPY:-}; do
        mkdir -p "$root$(dirname "$path")"
        cp -aT "$path" "$root$path"
    done
    cp -L /etc/resolv.conf "$root/etc/resolv.conf"
    mount -t proc proc "$root/proc" 2>/dev/null || echo "# no /proc inside"
    git clone --quiet --no-hardlinks . "$root/root/anxin-kiosk"
    echo "# bare machine: $(chroot "$root" dpkg-query -W | wc -l) packages; python: $(chroot "$root" sh -c 'command -v python3 || echo none')"
    apart=
    failed=
    inside make run || [ $? = 2 ] # no display here: it says so, and make answers 2
    inside make doctor || true    # no display and no loudspeaker here: it says so
    inside "! ldd .venv/lib/python3*/site-packages/PySide6/Qt/plugins/platforms/libqxcb.so | grep 'not found'" ||
        failed="$failed 'libraries for windows'"
    inside make test || failed="$failed 'make test'"
    inside make tour ARGS="'--mode elder --lang en'" || failed="$failed 'make tour'"
    apart="unshare --net"
    echo "# from here on without a network"
    inside make run || [ $? = 2 ]
    inside make set-up set-up-test || failed="$failed 'second set-up'"
    [ -z "$failed" ] || { echo "# FAILED:$failed"; return 1; }
    echo "# all well"
}

{ prove 2>&1 && echo 0 >build/fresh/status || echo 1 >build/fresh/status; } | tee "$log"
exit "$(cat build/fresh/status)"
