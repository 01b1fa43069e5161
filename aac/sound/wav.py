"""WAV files to samples that can be played, and back."""

from __future__ import annotations

import array
import contextlib
import sys
import wave
from pathlib import Path
from typing import IO

from aac.sound.player import Pcm


class WavProblem(Exception):
    """The file holds no sound that can be used; the message is one plain sentence."""


def read_wav(source: Path | IO[bytes]) -> Pcm:
    """The sound in a 16-bit WAV file; of several channels, the first.  Raises `WavProblem`."""
    try:
        with wave.open(str(source) if isinstance(source, Path) else source, "rb") as file:
            width, channels, rate = file.getsampwidth(), file.getnchannels(), file.getframerate()
            data = file.readframes(file.getnframes())
    except (OSError, EOFError, wave.Error) as problem:
        raise WavProblem(f"The sound file cannot be read: {problem}") from problem
    if width != 2 or rate <= 0:
        raise WavProblem(f"The sound file has {8 * width} bits a sample; 16 are needed.")
    samples = array.array("h", data[: len(data) // 2 * 2])
    if sys.byteorder == "big":
        samples.byteswap()
    return Pcm(samples[::channels].tobytes(), rate)


def write_wav(target: Path | IO[bytes], sound: Pcm) -> None:
    """Write a 16-bit mono WAV file.  Raises `OSError`."""
    samples = array.array("h", sound.samples)
    if sys.byteorder == "big":
        samples.byteswap()
    with contextlib.ExitStack() as stack:
        # Opened here: a file that `wave` cannot open makes it complain a second time, later.
        into = stack.enter_context(target.open("wb")) if isinstance(target, Path) else target
        file = stack.enter_context(wave.open(into, "wb"))
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(sound.rate)
        file.writeframes(samples.tobytes())


def scaled(sound: Pcm, volume: float) -> Pcm:
    """The sound at a part (0 … 1) of its loudness."""
    if volume >= 1:
        return sound
    factor = max(0.0, volume)
    samples = array.array("h", [int(x * factor) for x in array.array("h", sound.samples)])
    return Pcm(samples.tobytes(), sound.rate)
