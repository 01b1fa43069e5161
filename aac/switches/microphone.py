"""The usual microphone, opened again whenever it goes: blocks of sound and when they came."""

from __future__ import annotations

import contextlib
import queue
from array import array
from collections.abc import Generator, Sequence
from time import monotonic

import miniaudio
from miniaudio import MiniaudioError

from aac.sound.capture import Capture
from aac.sound.player import backends
from aac.switches.sound_press import RATE

_PERIOD = 20
"""Milliseconds of sound that come together."""

_SILENT_FOR = 1.0
"""Seconds without any sound, not even silence, after which a microphone is gone."""

_AGAIN = 2.0
"""Seconds between two tries to open one."""

Block = tuple[Sequence[int], float]


class Microphone:
    """``listen`` has to be called again and again; it opens, notices losses and opens anew."""

    def __init__(self) -> None:
        self._device: Capture | None = None
        self._sound: queue.SimpleQueue[Block] = queue.SimpleQueue()
        self._heard_at = 0.0
        self._try_at = 0.0
        self.hears = False
        """Whether sound comes."""

    def listen(self) -> list[Block]:
        """The sound since the last time, each block with the moment at which its end came."""
        now = monotonic()
        if self._device is None and now >= self._try_at:
            self._open(now)
        blocks: list[Block] = []
        while not self._sound.empty():
            blocks.append(self._sound.get())
        if blocks:
            self.hears, self._heard_at = True, now
        elif self._device is not None and now - self._heard_at > _SILENT_FOR:
            self.close()
        return blocks

    def close(self) -> None:
        """Let go of the device."""
        device, self._device = self._device, None
        self.hears = False
        self._try_at = monotonic() + _AGAIN
        if device is not None:
            device.close()
        while not self._sound.empty():
            self._sound.get()

    def _open(self, now: float) -> None:
        self._heard_at, self._try_at = now, now + _AGAIN
        with contextlib.suppress(MiniaudioError):
            self._device = Capture(RATE, _PERIOD, self._take())

    def _take(self) -> Generator[None, bytes, None]:
        """Runs on a thread of the sound system: stamp, hand over, return."""
        while True:
            received = yield
            samples = array("h")
            samples.frombytes(received)
            self._sound.put((samples, monotonic()))


def microphones() -> tuple[str, ...]:
    """The names of the microphones there are now."""
    try:
        found = miniaudio.Devices(list(backends())).get_captures()
    except MiniaudioError:
        return ()
    return tuple(str(one["name"]) for one in found)
