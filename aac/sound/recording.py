"""Recorded sounds of cells: WAV, MP3, OGG Vorbis or FLAC, decoded piece by piece, within limits.

For a process that may die: what is decoded comes from files of unknown people.
"""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Iterator
from itertools import chain
from pathlib import Path

import miniaudio

from aac.sound.player import Pcm
from aac.sound.wav import scaled

MOST_BYTES = 8 * 1024 * 1024
LONGEST = 60.0
"""Seconds that are played of one recording: a scan that listens to more has been forgotten."""

_RATE = 44_100
_PIECE = _RATE // 2  # samples


class RecordingProblem(Exception):
    """The bytes are no sound that can be played."""


def recorded(sound: bytes | Path, volume: float = 1.0) -> Iterator[Pcm]:
    """The sound, in pieces of half a second.  ``sound``: a file or its bytes; ``volume``: 0 … 1.

    Raises `RecordingProblem` at once where not even the first piece can be decoded.
    """
    content = sound if isinstance(sound, bytes) else _read(sound)
    if len(content) > MOST_BYTES:
        raise RecordingProblem("too large")
    pieces = _decoded(content)
    try:
        first = next(pieces, b"")
    except miniaudio.MiniaudioError as problem:
        raise RecordingProblem(str(problem)) from None
    if not first:
        raise RecordingProblem("nothing in it")
    return (scaled(Pcm(piece, _RATE), volume) for piece in chain([first], _as_far_as_whole(pieces)))


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as problem:
        raise RecordingProblem(type(problem).__name__) from None


def _as_far_as_whole(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """What comes after damage in the middle is left out; what came before has been heard."""
    with contextlib.suppress(miniaudio.MiniaudioError):
        yield from pieces


def _decoded(content: bytes) -> Generator[bytes, None, None]:
    left = int(LONGEST * _RATE)
    for piece in miniaudio.stream_memory(
        content,
        output_format=miniaudio.SampleFormat.SIGNED16,
        nchannels=1,
        sample_rate=_RATE,
        frames_to_read=_PIECE,
    ):
        yield piece[:left].tobytes()
        left -= len(piece)
        if left <= 0:
            return
