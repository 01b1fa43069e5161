"""Where speech begins and ends in a recording, how loud it is, and whether it was too loud.

What is looked at are blocks of 10 ms.  Nothing is changed here: the marks are kept beside the
recording.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

SILENCE = -100.0
"""Decibels below full scale of what holds no sound at all."""

TOO_QUIET = -32.0
"""Decibels.  What is softer cannot be made as loud as the voice (`level.MOST_RAISED`)."""

UNHEARD = -55.0
"""Decibels.  No speech is that soft beside a microphone."""

BEFORE, BEHIND = 0.12, 0.25
"""Seconds kept around the speech: an "f" or a "t" is softer than what is found."""

_BLOCK = 0.01
"""Seconds."""

_EVERY = 4
"""Every fourth sample tells the loudness of a block."""

_GAP = 0.3
"""Seconds of silence that may lie within speech; a click further away is none of it."""

_CLICK = 0.05
"""Seconds.  What is shorter and stands alone is a click of the mouse."""

_FLOOR = 10
"""Of a hundred blocks, so many are sure to hold nothing but the room."""

_OVER_FLOOR, _UNDER_PEAK, _LEAST = 2.5, 0.03, 40.0
"""Speech is so many times louder than the room, at least this part of the loudest (-30 dB), and
this of 32767."""

_FULL = 32600
_MOST_FULL = 8
"""More samples than these at full scale were cut off."""


@dataclass(frozen=True)
class Heard:
    """What is in a recording.

    ``start``, ``end``: seconds, what is to be played.  ``level``: of the speech, ``peak``: the
    loudest sample, in decibels (0: as loud as can be).  ``clipped``: it was too loud for the
    microphone.
    """

    seconds: float
    start: float
    end: float
    level: float
    peak: float
    clipped: bool

    @property
    def verdict(self) -> str:
        """``"nothing"``, ``"clipped"``, ``"quiet"`` or ``""`` where all is well."""
        if self.level < UNHEARD:
            return "nothing"
        if self.clipped:
            return "clipped"
        return "quiet" if self.level < TOO_QUIET else ""


def heard(samples: Sequence[int], rate: int) -> Heard:
    """Look at a recording: 16-bit samples, ``rate`` of them a second."""
    seconds = len(samples) / rate
    peak = max(max(samples), -min(samples)) if samples else 0
    blocks = _blocks(samples, rate)
    voiced = _voiced(blocks)
    clipped = peak >= _FULL and sum(abs(x) >= _FULL for x in samples) > _MOST_FULL
    if not voiced:
        return Heard(seconds, 0.0, seconds, SILENCE, decibels(peak), clipped)
    start = max(0.0, voiced[0] * _BLOCK - BEFORE)
    end = min(seconds, (voiced[-1] + 1) * _BLOCK + BEHIND)
    loud = math.sqrt(sum(blocks[n] ** 2 for n in voiced) / len(voiced))
    return Heard(seconds, start, end, decibels(loud), decibels(peak), clipped)


def decibels(amplitude: float) -> float:
    """Of an amplitude (0 … 32767)."""
    return max(SILENCE, 20 * math.log10(amplitude / 32767)) if amplitude > 0 else SILENCE


def loudness(samples: Sequence[int]) -> float:
    """Of a block, in decibels."""
    return decibels(_root(samples[::_EVERY]))


def cut(samples: array[int], rate: int, start: float, end: float) -> array[int]:
    """What is to be played, with a few milliseconds of fading in and out so that nothing clicks."""
    part = samples[round(start * rate) : round(end * rate)]
    fade = min(rate // 200, len(part) // 2)
    for n in range(fade):
        part[n] = part[n] * n // fade
        part[-1 - n] = part[-1 - n] * n // fade
    return part


def _blocks(samples: Sequence[int], rate: int) -> list[float]:
    size = max(1, round(_BLOCK * rate))
    starts = range(0, len(samples), size)
    return [_root(samples[start : start + size : _EVERY]) for start in starts]


def _root(some: Sequence[int]) -> float:
    return math.sqrt(sum(x * x for x in some) / len(some)) if some else 0.0


def _voiced(blocks: Sequence[float]) -> list[int]:
    """The numbers of the blocks that belong to speech."""
    if not blocks:
        return []
    floor = sorted(blocks)[len(blocks) * _FLOOR // 100]
    loudest = max(blocks)
    # Speech that fills the whole recording has no room beside it to be told from.
    limit = max(_LEAST, loudest * _UNDER_PEAK, min(floor * _OVER_FLOOR, loudest / 4))
    groups: list[list[int]] = []
    for number, block in enumerate(blocks):
        if block < limit:
            continue
        if groups and (number - groups[-1][-1]) * _BLOCK <= _GAP:
            groups[-1].append(number)
        else:
            groups.append([number])
    long = [group for group in groups if (group[-1] - group[0] + 1) * _BLOCK > _CLICK]
    return [number for group in (long or groups) for number in group]
