"""What stands around the running aid: options, one Wren in a profile, heartbeat, being ended."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile, QTimer
from PySide6.QtWidgets import QApplication

from aac import supervisor

BEAT = 1000  # milliseconds; the supervisor waits twenty times as long


def options() -> argparse.Namespace:
    """What the supervisor hands on."""
    parser = argparse.ArgumentParser(prog="wren")
    parser.add_argument("--profile", type=Path)
    parser.add_argument("--trace", type=Path)
    parser.add_argument("--window", action="store_true")
    parser.add_argument("--restarted", action="store_true")
    return parser.parse_args()


def has_screen() -> bool:
    """Whether a window can be shown at all."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def lock(path: Path) -> QLockFile | None:
    """One Wren at a time in a profile; a lock left by a dead one is taken over."""
    with suppress(OSError):  # a disk that cannot be written must not keep Wren from starting
        path.parent.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)
    busy = not lock.tryLock(100) and lock.error() is QLockFile.LockError.LockFailedError
    return None if busy else lock


def heart(application: QApplication) -> QTimer:
    """Tells the supervisor that the thread of the screen is alive."""
    timer = QTimer(application)
    pipe = os.environ.pop(supervisor.HEARTBEAT, "")
    if pipe:
        # A voice or bell that outlives the window must not keep the pipe open in its place.
        os.set_inheritable(int(pipe), False)
        timer.timeout.connect(lambda: os.write(int(pipe), b"."))
    # It beats without a supervisor too: Python hears of signals only between two turns of it.
    timer.start(BEAT)
    return timer


def end_when_asked(number: int, frame: object) -> None:
    """Let go of everything first; the supervisor knows whether it was it who asked.

    By a timer, because there is nothing to exit from before the event loop runs.
    """
    QTimer.singleShot(0, lambda: QApplication.exit(supervisor.TERMINATED))
