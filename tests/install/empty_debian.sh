#!/usr/bin/env bash
# Shows that the README's two commands are enough, in an empty Debian with only Python and git.
#
#   tests/install/empty_debian.sh [FOLDER] [SUITE]
#
# Makes the Debian root in FOLDER (default: a temporary one, removed at the end), clones what is
# committed here into it, runs ./run.sh until its window is on a screen, closes it, and then runs
# ./run.sh test.  The screen is this computer's own Xvfb: inside, nothing is prepared.
#
# Needs root, and debootstrap, xvfb, openbox, xdotool and imagemagick.  Not part of the tests.
# Apt and pip inside are set up as they are outside; MIRROR names another Debian mirror.
set -euo pipefail

if [[ -z ${WREN_INSIDE-} ]]; then
  repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
  # A process tree and mounts of its own: at the end nothing stays behind.
  export WREN_INSIDE=$repository
  exec unshare --mount --pid --fork --kill-child bash "$0" "$@"
fi

repository=$WREN_INSIDE
folder=${1:-$(mktemp -d)}
suite=${2:-bookworm}
root=$folder/root
mkdir -p "$folder"
[[ -n ${1-} ]] || trap 'umount -R "$root/proc" "$root/dev" && rm -rf "$folder"' EXIT

say() { printf '== %s: %s\n' "$(date +%T)" "$*"; }

# Takes the place of the shell that calls it.
inside() {
  exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 "${settings[@]}" \
    chroot "$root" "$@"
}

say "an empty Debian ($suite)"
rm -rf "$root"
debootstrap --variant=minbase --include=python3,git "$suite" "$root" ${MIRROR-} \
  >"$folder/debootstrap.log"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"

# How to reach the package registries is a matter of this computer, so it is taken over.
mkdir -p "$root/etc/ssl" "$root/etc/apt/apt.conf.d"
for file in /etc/resolv.conf /etc/hosts /etc/pip.conf; do
  [[ ! -e $file ]] || cp -L "$file" "$root$file"
done
cp /etc/apt/apt.conf.d/* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
settings=()
certificates=${SSL_CERT_FILE-/etc/ssl/certs/ca-certificates.crt}
if [[ -e $certificates ]]; then
  cp -L "$certificates" "$root/etc/ssl/outside.crt"
  settings+=(SSL_CERT_FILE=/etc/ssl/outside.crt PIP_CERT=/etc/ssl/outside.crt)
fi
for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY \
  PIP_INDEX_URL PIP_EXTRA_INDEX_URL PIP_TRUSTED_HOST PIP_PROXY PIP_DEFAULT_TIMEOUT; do
  [[ -z ${!name-} ]] || settings+=("$name=${!name}")
done

say "the clone; Python packages and git are all there is: $(inside python3 -V), $(inside git --version)"
git clone --quiet --no-hardlinks "$repository" "$root/root/wren"

rm -f "$folder/number"
mkfifo "$folder/number"
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3>"$folder/number" 2>"$folder/xvfb.log" &
screen=$!
read -r -t 20 display <>"$folder/number"
export DISPLAY=:$display
openbox 2>/dev/null &
settings+=("DISPLAY=$DISPLAY")

say "./run.sh"
began=$SECONDS
inside bash -c 'cd ~/wren && exec ./run.sh' &
wren=$!
until window=$(xdotool search --onlyvisible --name '^Wren' 2>/dev/null | head -n 1) && [[ $window ]]; do
  kill -0 $wren || { say "it ended without a window"; exit 1; }
  ((SECONDS - began < 600)) || { say "no window after ten minutes"; exit 1; }
  sleep 0.2
done
say "window '$(xdotool getwindowname "$window")' after $((SECONDS - began)) s"
sleep 2
import -window root "$folder/window.png" && say "its picture: $folder/window.png"
kill $wren
wait $wren || true
until ! xdotool search --onlyvisible --name '^Wren' >/dev/null 2>&1; do sleep 0.1; done

began=$SECONDS
say "./run.sh a second time"
inside bash -c 'cd ~/wren && exec ./run.sh' &
wren=$!
until xdotool search --onlyvisible --name '^Wren' >/dev/null 2>&1; do
  kill -0 $wren
  sleep 0.1
done
say "window after $((SECONDS - began)) s"
kill $wren
wait $wren || true

kill $screen
settings=("${settings[@]/DISPLAY=*/WREN=}")
began=$SECONDS
say "./run.sh test"
(inside bash -c 'cd ~/wren && ./run.sh test')
say "green after $((SECONDS - began)) s"
