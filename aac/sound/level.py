"""One loudness for all that is heard: voices and recordings are made equally loud as they play.

Voices differ by more than 12 dB, recordings by more; somebody across the room shall not miss the
next sentence because it is a recording.  What is measured is the root of the mean square of the
samples that belong to speech; silence between words does not count.
"""

from __future__ import annotations

import array
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from aac.sound.player import Pcm

TARGET = 10 ** (-18.5 / 20) * 32767
"""About -18.5 dBFS: loud, and the peaks of speech, 12 to 15 dB higher, still fit."""

MOST_RAISED, MOST_LOWERED = 12.0, 20.0
"""Decibels.  What needs more raising is hiss, or meant to be a whisper."""

_STEP = 1.0
"""Gains are rounded to so many decibels: nobody hears half of it, and few tables serve for all."""

_BLOCK = 0.02
"""Seconds.  Shorter than any sound of speech, longer than any pitch."""

_VOICED = 0.1
"""A block belongs to speech from this part of the loudest block on (-20 dB)."""

_LOOK = 3.0
"""Seconds that tell how loud a long sound is."""

_QUIET = 100.0
"""Of 32767.  A beginning below this is silence or noise, and tells nothing of what follows."""

_PART = 1.0
"""Seconds made louder at once; 2 ms of work."""

_EVERY = 8
"""Every eighth sample tells the loudness of a block as well as all of them do."""

_KNEE = 0.7
"""Of full scale.  Samples above it are bent instead of cut off."""


def levelled(pieces: Iterable[Pcm], volume: float = 1.0, look: float = 0.0) -> Iterator[Pcm]:
    """The sound, piece by piece, as loud as all other sounds, times ``volume``.

    One gain serves for the whole.  It is taken from the first piece, or from so many pieces as
    make ``look`` seconds, or until there is more than silence.  Above 1 ``volume`` makes it louder
    than the others, and no louder than full scale.
    """
    rest = iter(pieces)
    looked: list[Pcm] = []
    seconds = 0.0
    for piece in rest:
        looked.append(piece)
        seconds += piece.seconds
        if seconds >= look and loudness(looked) > _QUIET:
            break
    gain = gain_of(looked)
    parts = (part for piece in chain(looked, rest) for part in _parts(piece))
    return (amplified(part, gain, volume) for part in parts)


def _parts(sound: Pcm) -> Iterator[Pcm]:
    """Short enough that the first is ready at once; what else is known goes with the first."""
    size = 2 * int(_PART * sound.rate)
    yield replace(sound, samples=sound.samples[:size])
    for n in range(size, len(sound.samples), size):
        yield Pcm(sound.samples[n : n + size], sound.rate)


def gain_of(pieces: Sequence[Pcm]) -> float:
    """Decibels to add."""
    loud = loudness(pieces)
    if loud <= 0:
        return 0.0
    wanted = 20 * math.log10(TARGET / loud)
    return round(max(-MOST_LOWERED, min(MOST_RAISED, wanted)) / _STEP) * _STEP


def amplified(sound: Pcm, gain: float, volume: float = 1.0) -> Pcm:
    """``gain`` decibels louder, times ``volume``; peaks are bent, not cut off."""
    factor = round(10 ** (gain / 20) * volume, 4)
    if factor == 1.0:
        return sound
    if factor <= 0:
        return replace(sound, samples=bytes(len(sound.samples)))
    bent = _table(factor)
    samples = array.array("h", map(bent.__getitem__, array.array("h", sound.samples)))
    return replace(sound, samples=samples.tobytes())


@lru_cache(maxsize=8)
def _table(factor: float) -> array.array[int]:
    """What each sample becomes; negative ones are found from the end, as Python counts."""
    knee = _KNEE * 32767
    straight = min(32768, int(knee / factor) + 1)
    half = [int(x * factor) for x in range(straight)]
    room = 32767 - knee
    half += [
        int(knee + room * math.tanh((x * factor - knee) / room)) for x in range(straight, 32769)
    ]
    return array.array("h", chain(half[:32768], (-x for x in reversed(half[1:]))))


def loudness(pieces: Sequence[Pcm]) -> float:
    """Of the speech at their beginning: the root of the mean square of the samples (0 … 32767)."""
    squares: list[float] = []
    left = _LOOK
    for piece in pieces:
        samples = array.array("h", piece.samples[: 2 * int(left * piece.rate)])
        left -= len(samples) / piece.rate
        block = max(1, int(_BLOCK * piece.rate))
        for start in range(0, len(samples), block):
            some = samples[start : start + block : _EVERY]
            squares.append(sum(x * x for x in some) / len(some))
    loudest = max(squares, default=0.0)
    voiced = [square for square in squares if square >= loudest * _VOICED**2]
    return math.sqrt(sum(voiced) / len(voiced)) if voiced else 0.0
