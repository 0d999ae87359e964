#!/bin/sh
# Tests the .deb on a minimal Debian 12: installs it with nothing but its Depends, uses it, upgrades it over itself and
# removes it. Run as root; needs debootstrap, and Xvfb and xwd for the screenshot.
#
#   packaging/prove-deb.sh [FILE.deb [IMAGES [SCREENSHOT.xwd]]]
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
deb=$(readlink -f "${1:-$(ls "$here"/target/installer/packages/*.deb)}")
pictures=${2:-}
shot=${3:-}
mirror=${MIRROR:-http://deb.debian.org/debian}
root=${ROOT:-$(mktemp -d /tmp/hrscope-debian.XXXXXX)}

[ -x "$root/bin/sh" ] || debootstrap --variant=minbase bookworm "$root" "$mirror" >"$root.log" 2>&1
chmod 755 "$root" # _apt reads its lists below
xvfb=
at_end() {
  [ -z "$xvfb" ] || kill "$xvfb"
  umount "$root/proc"
}
mount -t proc proc "$root/proc"
trap at_end EXIT
bare() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
files() { bare find / -xdev -path /proc -prune -o -path /tmp -prune -o -path /root -prune -o -path '/var/*' -prune -o -print | sort; }

cp "$deb" "$root/tmp/hrscope.deb"
bare dpkg --purge hrscope >/dev/null 2>&1 || true

echo "== install"
bare apt-get -qq update
bare sh -c 'apt-get -qq -y --no-install-recommends satisfy "$(dpkg-deb -f /tmp/hrscope.deb Depends)"' >"$root.install.log" 2>&1
files >"$root.before"
bare apt-get -qq -y --no-install-recommends install /tmp/hrscope.deb >>"$root.install.log" 2>&1
bare sh -c 'hrscope --version && ls -l /usr/bin/hrscope && du -sm /opt/hrscope'

if [ -n "$pictures" ]; then
  echo "== estimate"
  mkdir -p "$root/tmp/pictures"
  cp "$pictures"/* "$root/tmp/pictures/"
  bare sh -c 'cd /tmp && for each in pictures/*.jpg pictures/*.mp4; do [ ! -f "$each" ] || hrscope estimate "$each"; done'
fi

if [ -n "$shot" ]; then
  echo "== window"
  Xvfb :97 -screen 0 1280x800x24 >/dev/null 2>&1 &
  xvfb=$!
  sleep 2
  setsid chroot "$root" env -i PATH=/usr/bin:/bin HOME=/root LANG=C.UTF-8 DISPLAY=:97 hrscope demo &
  window=$!
  sleep "${SECONDS_TO_SHOT:-20}"
  DISPLAY=:97 xwd -root -silent -out "$shot"
  kill -- "-$window" && wait "$window" || true
fi

echo "== upgrade"
bare apt-get -qq -y --reinstall install /tmp/hrscope.deb >"$root.upgrade.log" 2>&1
bare hrscope --version

echo "== remove"
bare apt-get -qq -y purge hrscope >"$root.remove.log" 2>&1
files >"$root.after"
# dpkg also removes an empty /opt, which not every system has.
left=$(comm -13 "$root.before" "$root.after")
[ -z "$left" ] || { echo "left behind: $left"; exit 1; }
bare dpkg-query --status hrscope 2>/dev/null && { echo "dpkg still knows hrscope"; exit 1; }
echo "nothing is left"
echo "passed; the root is $root"
