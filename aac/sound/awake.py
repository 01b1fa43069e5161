"""Keeps a sleepy loudspeaker awake with a noise that nobody hears.

Bluetooth and some USB speakers fall asleep after some seconds of silence, and the first word is
lost while they wake.  Exact silence lets them sleep too, so this plays the smallest noise there
is: each sample is -1, 0 or 1 of 32767.  Off unless wanted; then nothing of it exists.
"""

from __future__ import annotations

import array
import contextlib
import random
import time
from collections.abc import Generator

from aac.sound.player import NoDevice, Output, output_id

_RATE = 16_000
_AGAIN = 5.0
"""Seconds between two tries to open an output that is not there."""

_STALLED = 1.5
"""Seconds without being asked for sound, after which the output is opened anew."""


class Awake:
    """``look`` has to be called now and then: it opens the output, and again after a loss."""

    def __init__(self, device: str = "") -> None:
        self._device = device
        self._output: Output | None = None
        self._tried = float("-inf")

    def look(self) -> None:
        now = time.monotonic()
        if self._output is not None and now - self._output.asked_at > _STALLED:
            self.stop()
        if self._output is None and now - self._tried >= _AGAIN:
            self._tried = now
            with contextlib.suppress(NoDevice):
                self._output = Output(_RATE, output_id(self._device), _noise())

    def stop(self) -> None:
        """Give the output back, until the next ``look`` but a few."""
        output, self._output = self._output, None
        if output is not None:
            self._tried = time.monotonic()
            output.close()


def _noise() -> Generator[bytes, int, None]:
    chance = random.Random(1)
    second = array.array("h", (chance.choice((-1, 0, 1)) for _ in range(_RATE))).tobytes()
    wanted = yield b""
    while True:
        wanted = yield (second * (2 * wanted // len(second) + 1))[: 2 * wanted]
