"""What the desktop's own programs can do for a bell: play a file, turn the volume up."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
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


class SystemVolume:
    """The loudness of the system's usual output: raised while a bell rings, then put back.

    Never waits and never fails: where it cannot be done (Windows has no program for it), it is not.
    """

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._before: tuple[int, bool] | None = None
        self._wanted = 0

    def raise_to(self, level: float) -> None:
        """Unmute, and raise to ``level`` (0 … 1); never lower."""
        self._later(lambda: self._raise(round(100 * level)))

    def put_back(self) -> None:
        """As it was, unless somebody has changed it since."""
        self._later(self._put_back)

    def _later(self, do: Callable[[], None]) -> None:
        def in_turn() -> None:
            with self._turn:
                do()

        threading.Thread(target=in_turn, daemon=True).start()

    def _raise(self, percent: int) -> None:
        mixer = _mixer()
        now = mixer.read() if mixer else None
        if mixer is None or now is None:
            return
        if self._before is None:
            self._before = now
        self._wanted = max(now[0], percent)
        mixer.mute(False)
        if now[0] < percent:
            mixer.set(percent)

    def _put_back(self) -> None:
        before, self._before = self._before, None
        mixer = _mixer()
        if before is None or mixer is None or mixer.read() != (self._wanted, False):
            return
        mixer.set(before[0])
        mixer.mute(before[1])


@dataclass(frozen=True)
class _Mixer:
    """``read``: percent, and whether it is muted; ``None`` where that cannot be told."""

    read: Callable[[], tuple[int, bool] | None]
    set: Callable[[int], object]
    mute: Callable[[bool], object]


def _mixer() -> _Mixer | None:
    """What this system has for it."""
    if sys.platform == "linux" and shutil.which("pactl"):
        sink = "@DEFAULT_SINK@"
        return _Mixer(
            lambda: _percent(
                re.search(r"(\d+)%", _run("pactl", "get-sink-volume", sink)), 1,
                "yes" in _run("pactl", "get-sink-mute", sink),
            ),
            lambda percent: _run("pactl", "set-sink-volume", sink, f"{percent}%"),
            lambda on: _run("pactl", "set-sink-mute", sink, str(int(on))),
        )  # fmt: skip
    if sys.platform == "linux" and shutil.which("wpctl"):
        sink = "@DEFAULT_AUDIO_SINK@"
        return _Mixer(
            lambda: _percent(
                re.search(r"(\d+\.\d+)", told := _run("wpctl", "get-volume", sink)), 100,
                "MUTED" in told,
            ),
            lambda percent: _run("wpctl", "set-volume", sink, f"{percent / 100:.2f}"),
            lambda on: _run("wpctl", "set-mute", sink, str(int(on))),
        )  # fmt: skip
    if sys.platform == "darwin":
        ask = "set it to get volume settings"
        return _Mixer(
            lambda: _percent(
                re.search(r"output volume:(\d+)", told := _run("osascript", "-e", ask)), 1,
                "output muted:true" in told,
            ),
            lambda percent: _run("osascript", "-e", f"set volume output volume {percent}"),
            lambda on: _run("osascript", "-e", f"set volume output muted {str(on).lower()}"),
        )  # fmt: skip
    return None


def _percent(found: re.Match[str] | None, factor: int, muted: bool) -> tuple[int, bool] | None:
    return (round(float(found[1]) * factor), muted) if found else None


def _run(*command: str) -> str:
    """What the program said; "" where it failed."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_LIMIT)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout
