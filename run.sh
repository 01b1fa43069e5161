#!/usr/bin/env bash
# Installs what is missing, then starts Wren.
#
#   ./run.sh                start Wren
#   ./run.sh start ARGS     start Wren with arguments, or use one of its commands
#   ./run.sh doctor         say what works on this computer, and what to do about the rest
#   ./run.sh voices         install natural voices besides
#   ./run.sh test ARGS      check the code and run the tests; ARGS go to pytest
#
# System libraries come from apt, Python packages from requirements.lock into .venv.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
venv=$here/.venv
export PATH=$PATH:/usr/sbin:/sbin # where ldconfig is
export PIP_DISABLE_PIP_VERSION_CHECK=1

# What the window and the sound need: a shared library and the Debian package it is in.
libraries="
  libEGL.so.1             libegl1
  libGL.so.1              libgl1
  libX11-xcb.so.1         libx11-xcb1
  libbrotlidec.so.1       libbrotli1
  libdbus-1.so.3          libdbus-1-3
  libfontconfig.so.1      libfontconfig1
  libgssapi_krb5.so.2     libgssapi-krb5-2
  libgthread-2.0.so.0     libglib2.0-0
  libxkbcommon.so.0       libxkbcommon0
  libxkbcommon-x11.so.0   libxkbcommon-x11-0
  libxcb-cursor.so.0      libxcb-cursor0
  libxcb-icccm.so.4       libxcb-icccm4
  libxcb-image.so.0       libxcb-image0
  libxcb-keysyms.so.1     libxcb-keysyms1
  libxcb-randr.so.0       libxcb-randr0
  libxcb-render-util.so.0 libxcb-render-util0
  libxcb-shape.so.0       libxcb-shape0
  libxcb-xkb.so.1         libxcb-xkb1
  libpulse.so.0           libpulse0
"

# What the tests need besides: a screen, a window manager, a finger and an ear, all invisible.
tools="
  Xvfb       xvfb
  openbox    openbox
  xdotool    xdotool
  xdpyinfo   x11-utils
  xrandr     x11-xserver-utils
  pulseaudio pulseaudio
  parec      pulseaudio-utils
"

stop() {
  printf '%s\n' "$@" >&2
  exit 1
}

find_python() {
  local name
  for name in python3 python3.13 python3.12 python3.11 python3.14; do
    if "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null; then
      command -v "$name"
      return
    fi
  done
  stop "Wren needs Python 3.11 to 3.14, and this computer has none of them." \
    "On Ubuntu 22.04: sudo apt-get install python3.11 python3.11-venv. Then start this again."
}

missing_packages() {
  local name package present
  "$python" -c 'import ensurepip, venv' 2>/dev/null ||
    "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
  present=$(ldconfig -p)
  while read -r name package; do
    [[ -z $name || $present == *"$name "* ]] || echo "$package"
  done <<<"$libraries"
  if [[ $1 == test ]]; then
    while read -r name package; do
      [[ -z $name ]] || command -v "$name" >/dev/null || echo "$package"
    done <<<"$tools"
  fi
  # miniaudio has no ready-made package for other processors, and is compiled there.
  if [[ $(uname -m) != x86_64 ]]; then
    command -v cc >/dev/null || printf '%s\n' gcc libc6-dev
    "$python" -c 'import os, sysconfig as s; os.stat(s.get_path("include") + "/Python.h")' \
      2>/dev/null || "$python" -c 'import sys; print("python%d.%d-dev" % sys.version_info[:2])'
  fi
}

# The tests of the phone page drive a browser; without one they are skipped, and say so.
browser() {
  local name as_root=()
  for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null && return
  done
  [[ $(id -u) == 0 ]] || as_root=(sudo -n)
  as_root+=(env DEBIAN_FRONTEND=noninteractive)
  "${as_root[@]}" apt-get install -qq -y --no-install-recommends chromium >/dev/null 2>&1 ||
    echo "There is no chromium here: the tests of the phone page in a browser are skipped."
}

system_packages() {
  [[ $(uname) == Linux ]] || return 0
  local packages as_root=()
  packages=$(missing_packages "$1" | tr '\n' ' ')
  [[ -n $packages ]] || return 0
  local by_hand="apt-get install --no-install-recommends $packages"
  command -v apt-get >/dev/null || stop "Please install these, or what they are called here:" \
    "  $packages" "Then start this again."
  if [[ $(id -u) != 0 ]]; then
    command -v sudo >/dev/null || stop "As the administrator of this computer, please run" \
      "  $by_hand" "Then start this again."
    as_root=(sudo)
  fi
  echo "Installing from this system's packages: $packages"
  as_root+=(env DEBIAN_FRONTEND=noninteractive)
  "${as_root[@]}" apt-get update -qq || true
  # shellcheck disable=SC2086
  "${as_root[@]}" apt-get install -qq -y --no-install-recommends $packages >/dev/null ||
    stop "That did not work. To see why: sudo $by_hand"
}

# A line that changes when anything that is installed from the given paths changes.
sum_of() {
  (
    cd "$here"
    "$python" -V
    pwd
    find "$@" -type f ! -path '*/__pycache__/*' -exec cksum {} + | LC_ALL=C sort
  ) | cksum
}

is_noted() { [[ -f $venv/$1 && $(cat "$venv/$1") == "$2" ]]; }

python_packages() {
  local lock=requirements.lock full wanted wren voices=
  [[ ! -f $venv/voices ]] || voices=yes
  full=$(sum_of requirements-dev.lock)
  wanted=$full
  if [[ $1 != test ]]; then
    # What the tests need contains all that Wren needs.
    is_noted packages "$full" || wanted=$(sum_of requirements.lock)
  else
    lock=requirements-dev.lock
  fi
  if ! is_noted packages "$wanted"; then
    echo "Installing Python packages. The first time this takes about a minute."
    "$python" -m venv --clear "$venv"
    # Without dependencies: the lock names all, and leaves out one that needs a compiler.
    "$venv/bin/python" -m pip install --quiet --no-deps --require-hashes -r "$here/$lock"
    echo "$wanted" >"$venv/packages"
    [[ -z $voices ]] || natural_voices
  fi
  wren=$(sum_of aac assets boards LICENSE README.md pyproject.toml)
  if ! is_noted wren "$wren"; then
    "$venv/bin/python" -m pip install --quiet --no-deps --no-build-isolation --force-reinstall "$here"
    echo "$wren" >"$venv/wren"
  fi
}

natural_voices() {
  echo "Installing natural voices, about 120 MB."
  "$venv/bin/python" -m pip install --quiet --no-deps --require-hashes \
    -r "$here/requirements-voices.lock" ||
    stop "That did not work. Wren goes on with the voice it has."
  touch "$venv/voices"
}

install() {
  python=$(find_python)
  system_packages "$1"
  [[ $1 != test ]] || browser
  python_packages "$1"
}

start() {
  if [[ $# == 0 && $(uname) == Linux && -z ${DISPLAY-}${WAYLAND_DISPLAY-}${QT_QPA_PLATFORM-} ]]; then
    stop "Wren needs a screen: please start it from a desktop."
  fi
  install start
  exec "$venv/bin/wren" "$@"
}

check() {
  install test
  cd "$here"
  PATH=$venv/bin:$PATH
  ruff check .
  ruff format --check .
  mypy --strict aac/model aac/core
  # Two at a time: one worker with the real processes, the other with all the rest.
  exec python -m pytest -n 2 -rs "$@"
}

case ${1-start} in
  start) start "${@:2}" ;;
  doctor) start doctor "${@:2}" ;;
  voices)
    install start
    natural_voices
    ;;
  test) check "${@:2}" ;;
  *) stop "./run.sh starts Wren. The other ways: ./run.sh doctor, ./run.sh voices, ./run.sh test." ;;
esac
