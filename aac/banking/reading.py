"""A sound file made ready to be kept: looked at, and without the silence at both ends."""

from __future__ import annotations

from array import array
from io import BytesIO
from pathlib import Path

from aac.banking.recording import Arrival
from aac.sound.player import Pcm
from aac.sound.recording import RecordingProblem, recorded
from aac.sound.trimming import cut, heard
from aac.sound.wav import write_wav


def read_sound(path: Path) -> tuple[array[int], int]:
    """The samples of a sound file and how many there are a second.

    Raises `OSError` and `RecordingProblem`.  What it reads may come from anywhere: not for the
    process of the window.
    """
    samples = array("h")
    rate = 0
    for piece in recorded(path.read_bytes()):
        samples.frombytes(piece.samples)
        rate = piece.rate
    if not samples:
        raise RecordingProblem("nothing in it")
    return samples, rate


def arrival(path: Path, phrase: str) -> Arrival:
    """The file as a recording of these words.  Raises `OSError` and `RecordingProblem`."""
    samples, rate = read_sound(path)
    found = heard(samples, rate)
    played = BytesIO()
    write_wav(played, Pcm(cut(samples, rate, found.start, found.end).tobytes(), rate))
    return Arrival(phrase, path, played.getvalue(), found.start, found.end, found.level, found.peak)
