"""Is this sound a press?  The arithmetic of the sound switch: samples in, movements out.

A band is filtered out of the sound (two second-order sections, after the Audio EQ Cookbook), its
loudness taken every hundredth of a second.  It is a press when it has been loud for the hold
time, and the press began when the sound did.  It ends when the band has been clearly quieter for
a tenth of a second, so that a hum that wavers is one press.  Pure.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, log10, pi, sin, sqrt

RATE = 8000
"""Samples a second: sounds up to 4 kHz, at half the work of twice as many."""

BLOCK = RATE // 100
"""Samples whose loudness is taken together: a hundredth of a second."""

QUIETER = 6.0
"""dB below the limit at which a sound that was loud counts as ended."""

ENDS_AFTER = 0.1
"""Seconds of quiet that end a press."""

SILENCE = -96.0
"""dB: what 16 bits can tell."""

_FULL = 32768.0


@dataclass(frozen=True)
class Edge:
    """A press began or ended.  ``at``: seconds since the first sample."""

    down: bool
    at: float


class SoundPress:
    """``low`` and ``high``: the band, in hertz.  ``limit``: dB below the loudest sound there is
    (a sine of full scale is -3).  ``hold``: seconds."""

    def __init__(self, low: float, high: float, limit: float, hold: float) -> None:
        self.level = SILENCE
        self._sections = (_Section.high_pass(low), _Section.low_pass(high))
        self._limit = limit
        self._hold = round(hold * RATE)
        self._samples = 0
        self._left = array("h")
        self._loud_since: int | None = None
        self._loud_until = 0
        self._down = False

    @property
    def heard(self) -> float:
        """Seconds of sound taken so far."""
        return (self._samples + len(self._left)) / RATE

    def feed(self, samples: Sequence[int]) -> list[Edge]:
        """The movements in these samples, 16-bit and mono."""
        self._left.extend(samples)
        whole = len(self._left) // BLOCK * BLOCK
        blocks, self._left = self._left[:whole], self._left[whole:]
        return [
            edge
            for start in range(0, whole, BLOCK)
            for edge in self._block(blocks[start : start + BLOCK])
        ]

    def _block(self, samples: Sequence[int]) -> list[Edge]:
        began = self._samples
        self._samples += len(samples)
        self.level = self._loudness(samples)
        if self.level >= self._limit - (QUIETER if self._loud_since is not None else 0.0):
            if self._loud_since is None:
                self._loud_since = began
            self._loud_until = self._samples
        elif self._samples - self._loud_until >= ENDS_AFTER * RATE:
            self._loud_since = None
        return self._edges()

    def _edges(self) -> list[Edge]:
        if self._loud_since is None:
            if not self._down:
                return []
            self._down = False
            return [Edge(False, self._loud_until / RATE)]
        if self._down or self._loud_until - self._loud_since < self._hold:
            return []
        self._down = True
        return [Edge(True, self._loud_since / RATE)]

    def _loudness(self, samples: Sequence[int]) -> float:
        heard: Sequence[float] = samples
        for section in self._sections:
            heard = section.through(heard)
        power = sum(sample * sample for sample in heard) / len(heard) / _FULL**2
        return max(SILENCE, 10 * log10(power)) if power > 0 else SILENCE


class _Section:
    """A filter of second order, without a peak at its corner."""

    def __init__(self, b0: float, b1: float, b2: float, a0: float, a1: float, a2: float) -> None:
        self._b = b0 / a0, b1 / a0, b2 / a0
        self._a = a1 / a0, a2 / a0
        self._state = 0.0, 0.0

    @classmethod
    def low_pass(cls, hertz: float) -> _Section:
        c, alpha = _corner(hertz)
        return cls((1 - c) / 2, 1 - c, (1 - c) / 2, 1 + alpha, -2 * c, 1 - alpha)

    @classmethod
    def high_pass(cls, hertz: float) -> _Section:
        c, alpha = _corner(hertz)
        return cls((1 + c) / 2, -(1 + c), (1 + c) / 2, 1 + alpha, -2 * c, 1 - alpha)

    def through(self, samples: Sequence[float]) -> list[float]:
        b0, b1, b2 = self._b
        a1, a2 = self._a
        first, second = self._state
        heard: list[float] = []
        for sample in samples:
            out = b0 * sample + first
            first = b1 * sample - a1 * out + second
            second = b2 * sample - a2 * out
            heard.append(out)
        self._state = first, second
        return heard


def _corner(hertz: float) -> tuple[float, float]:
    turn = 2 * pi * hertz / RATE
    return cos(turn), sin(turn) / sqrt(2)
