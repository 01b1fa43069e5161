"""The bell, as the window sees it: ring, stop, and say so when it cannot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from aac.sound.child import Child

_RING_LIMIT = 0.25
"""Seconds a healthy worker may take from a ring to the sound."""

_MOST_TRIES = 4


@dataclass
class _Call:
    """A ring that has not ended."""

    number: int
    sounds: tuple[str, ...]
    volume: float
    tries: int = 0
    sounding: bool = False


class Bell(QObject):
    """Rings by a process of its own, which is started again whenever it dies or hangs."""

    ready = Signal(str)
    """It was tried: it can ring, on the output of that name; "" where it cannot (G43)."""

    rang = Signal()
    """The first sound of a ring is sounding now."""

    ended = Signal()
    """The last sound of a ring is over."""

    failed = Signal(str)
    """It cannot sound: ``"no-device"``, ``"no-sound"`` or ``"worker-died"``.  It tries on."""

    def __init__(
        self,
        folder: Path,
        log: Callable[[str], None] | None = None,
        own: Path | None = None,
        needed: Sequence[str] = (),
    ) -> None:
        """``folder`` holds the sounds, as WAV files; those in ``own`` take the place of others.

        ``log`` gets plain lines about trouble.  ``needed``: sounds without which it is not well.
        """
        super().__init__()
        folders = tuple(str(one.resolve()) for one in (folder, own) if one is not None)
        self._child = Child("aac.sound.bell_worker", folders, log)
        self._child.setParent(self)
        self._child.up.connect(self._came_up)
        self._child.message.connect(self._hear)
        self._child.down.connect(self._went_down)
        self._child.failing.connect(lambda: self.failed.emit("worker-died"))
        self._limit = QTimer(self, singleShot=True, interval=int(_RING_LIMIT * 1000))
        self._limit.timeout.connect(self._too_late)
        self.turns_up = True
        """Whether the system's loudness is raised while it rings."""
        self._needed = frozenset(needed)
        self._whole = True
        self._call: _Call | None = None
        self._rings = 0

    @property
    def worker_pid(self) -> int:
        return self._child.pid

    def start(self) -> None:
        """Start the process and load the sounds; `ready` follows."""
        self._child.start()

    def ring(self, sounds: Sequence[str], volume: float = 0.9) -> None:
        """Play these sounds one after the other.  ``volume``: 0 … 1.  Replaces an older ring."""
        if sounds:
            self._rings += 1
            self._call = _Call(self._rings, tuple(sounds), volume)
            self._send()

    def click(self, sound: str, volume: float = 0.5) -> None:
        """A short sound of the scan, left out while the bell rings.  ``volume``: 0 … 1."""
        if self._call is None and self._child.is_up:
            self._child.send(click=sound, volume=volume)

    def stop_ringing(self) -> None:
        """Silence, at once."""
        self._call = None
        self._limit.stop()
        self._child.send(stop=True)

    def close(self) -> None:
        """End the process, for certain."""
        self._call = None
        self._limit.stop()
        self._child.stop()

    def _send(self) -> None:
        if self._call is not None and self._child.is_up:
            call = self._call
            first, *then = call.sounds
            self._child.send(
                play=first, then=then, volume=call.volume, ring=call.number,
                turn_up=self.turns_up,
            )  # fmt: skip
            self._limit.start()

    def _came_up(self, message: dict[str, Any]) -> None:
        self._whole = self._needed <= set(message["sounds"])
        self._send()

    def _went_down(self) -> None:
        self._limit.stop()
        if self._call is not None:
            self._call.sounding = False

    def _too_late(self) -> None:
        """The worker hangs, or its sound server does: a new one may find a way."""
        if self._call is None or self._call.sounding:
            return
        self._call.tries += 1
        if self._call.tries < _MOST_TRIES:
            self._child.restart("the bell did not sound in time")
        else:
            self._call = None
            self.failed.emit("no-device")

    def _hear(self, message: dict[str, Any]) -> None:
        if "tried" in message:
            self.ready.emit(message["tried"] or "" if self._whole else "")
            return
        if self._call is None or message.get("ring") != self._call.number:
            return
        match message:
            case {"playing": _}:
                self._limit.stop()
                if not self._call.sounding:
                    self._call.sounding = True
                    self.rang.emit()
            case {"ended": name} | {"failed": _, "sound": name}:
                if "failed" in message:
                    self._limit.stop()
                    self.failed.emit(str(message["failed"]))
                if name == self._call.sounds[-1]:
                    self._call = None
                    if "ended" in message:
                        self.ended.emit()
