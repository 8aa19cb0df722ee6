#!/usr/bin/env bash
# Tries the product as a new user would: on a Debian 12 with nothing in it, from a clean clone, and times each step.
# Needs root, debootstrap and git. The mirror, the proxies and the npm registry are those this machine is set up for.
#
# empty-root.sh ROOT commands [COMMAND…]   each ./dev COMMAND in the clone, once cold and once warm ("run" and "test")
# empty-root.sh ROOT package FILE.deb      install the package, ask versions, start the console without a display
#
# EMPTY_ROOT_TAR, when set, keeps a bootstrapped root for the next time.
set -euo pipefail
root=$1
action=$2
shift 2
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

say() { printf '%s\n' "empty-root: $*"; }

make_root() {
    [ ! -e "$root" ] || { say "$root is there already"; exit 2; }
    mkdir -p "$root"
    if [ -f "${EMPTY_ROOT_TAR:-}" ]; then
        tar -C "$root" -xf "$EMPTY_ROOT_TAR"
        return
    fi
    local mirror
    # shellcheck disable=SC2016  # apt's own placeholder
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Codename: bookworm' | sed 1q)
    debootstrap --variant=minbase bookworm "$root" "$mirror" >"$root.log"
    [ -z "${EMPTY_ROOT_TAR:-}" ] || tar -C "$root" -cf "$EMPTY_ROOT_TAR" .
}

# What lets the root reach the same servers as this machine: sources, resolver, authorities, proxies, registry.
connect_root() {
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    printf '127.0.0.1 localhost\n' >"$root/etc/hosts"
    cp /etc/apt/sources.list.d/debian.sources "$root/etc/apt/sources.list.d/" 2>/dev/null && : >"$root/etc/apt/sources.list"
    grep -hsi 'proxy' /etc/apt/apt.conf.d/* >"$root/etc/apt/apt.conf.d/99proxy" || true
    mkdir -p "$root/srv/user"
    cp /etc/ssl/certs/ca-certificates.crt "$root/srv/authorities.pem"
    environment=(HOME=/srv/user PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8
        NODE_EXTRA_CA_CERTS=/srv/authorities.pem npm_config_cafile=/srv/authorities.pem
        npm_config_registry="$(npm config get registry 2>/dev/null)")
    local name
    for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
        [ -z "${!name:-}" ] || environment+=("$name=${!name}")
    done
    mkdir -p "$root/proc" "$root/dev/pts" "$root/dev/shm"
    mount -t proc proc "$root/proc"
    mount -t devpts devpts "$root/dev/pts" 2>/dev/null || mount --bind /dev/pts "$root/dev/pts"
    mount -t tmpfs tmpfs "$root/dev/shm"
    trap 'umount "$root/dev/shm" "$root/dev/pts" "$root/proc"' EXIT
}

inside() { env -i "${environment[@]}" chroot "$root" "$@"; }

# timed LABEL COMMAND…
timed() {
    local label=$1 begin=$SECONDS result=0
    shift
    "$@" >"$root/srv/log.txt" 2>&1 || result=$?
    say "$label: $((SECONDS - begin)) s, exit $result"
    tail -"${TAIL:-3}" "$root/srv/log.txt" | sed 's/^/    /'
    return $result
}

try_commands() {
    local command result=0
    git clone -q "$source" "$root/srv/countersign"
    [ $# -gt 0 ] || set -- run test
    for command in "$@"; do
        timed "./dev $command, cold" inside /srv/countersign/dev "$command" || result=1
        timed "./dev $command, again" inside /srv/countersign/dev "$command" || result=1
    done
    return $result
}

try_package() {
    local program
    cp "$1" "$root/srv/countersign.deb"
    inside apt-get -qq update
    timed "install" inside env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq install -y --no-install-recommends /srv/countersign.deb
    for program in countersign countersign-gateway countersign-verify countersign-check; do
        say "$(inside env QT_QPA_PLATFORM=offscreen "$program" --version)"
    done
    # Nobody answers at the address: a console that runs until it is told to stop has started.
    local result=0
    inside env QT_QPA_PLATFORM=offscreen timeout 5 countersign --gateway https://127.0.0.1:9 --profile /srv/profile ||
        result=$?
    [ $result = 124 ] || { say "the console ended by itself with $result"; return 1; }
    say "the console starts"
    inside apt-get -qq purge -y countersign >/dev/null
    [ -z "$(find "$root/usr" -name '*countersign*')" ] || { say "the purge left something behind"; return 1; }
}

make_root
connect_root
case $action in
    commands) try_commands "$@" ;;
    package) try_package "$@" ;;
    *) say "commands or package?"; exit 2 ;;
esac
