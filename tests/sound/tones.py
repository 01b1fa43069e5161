"""Sounds for tests."""

from __future__ import annotations

import array
import math
from pathlib import Path

from aac.sound.player import Pcm
from aac.sound.wav import write_wav

RATE = 22050


def tone(seconds: float, hertz: float = 440.0) -> Pcm:
    """A tone that is loud from its first millisecond to its last."""
    count = int(seconds * RATE)
    turn = 2 * math.pi * hertz / RATE
    samples = array.array("h", (int(12000 * math.cos(turn * i)) for i in range(count)))
    return Pcm(samples.tobytes(), RATE)


def sound_folder(folder: Path, **seconds: float) -> Path:
    """A folder with a tone of so many seconds for each name."""
    for name, length in seconds.items():
        write_wav(folder / f"{name}.wav", tone(length))
    return folder
