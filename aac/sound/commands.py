"""What the desktop's own programs can do for a bell: play a file, turn the volume up."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

_PLAYERS = (
    ("pw-play",),
    ("paplay",),
    ("aplay", "-q"),
    ("afplay",),
)

_LIMIT = 2.0
"""Seconds after which a volume program counts as stuck."""


def play_file(path: Path) -> subprocess.Popen[bytes] | None:
    """Play a sound file by the first player that is installed; ``None`` where there is none."""
    for program, *words in _PLAYERS:
        if found := shutil.which(program):
            return subprocess.Popen(
                [found, *words, str(path)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
            )
    return None


def raise_volume(level: float) -> None:
    """Unmute the system's usual output and raise its volume to ``level`` (0 … 1).

    Never lowers it, never waits, never fails: where it cannot be done, it is not.
    """
    if sys.platform == "linux":
        threading.Thread(target=_raise_volume, args=(level,), daemon=True).start()


def _raise_volume(level: float) -> None:
    percent = round(100 * level)
    if shutil.which("pactl"):
        _run("pactl", "set-sink-mute", "@DEFAULT_SINK@", "0")
        now = re.search(r"(\d+)%", _run("pactl", "get-sink-volume", "@DEFAULT_SINK@"))
        if now and int(now[1]) < percent:
            _run("pactl", "set-sink-volume", "@DEFAULT_SINK@", f"{percent}%")
    elif shutil.which("wpctl"):
        _run("wpctl", "set-mute", "@DEFAULT_AUDIO_SINK@", "0")
        now = re.search(r"(\d+\.\d+)", _run("wpctl", "get-volume", "@DEFAULT_AUDIO_SINK@"))
        if now and float(now[1]) < level:
            _run("wpctl", "set-volume", "@DEFAULT_AUDIO_SINK@", f"{level:.2f}")


def _run(*command: str) -> str:
    """What the program said; "" where it failed."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_LIMIT)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout
