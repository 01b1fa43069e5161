"""A Piper voice file of one's own (package ``piper-tts``): ``….onnx`` with its ``….onnx.json``."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from piper import PiperVoice, SynthesisConfig

from aac.sound.player import Pcm
from aac.speech.espeak_library import cleaned


class FileVoice:
    def __init__(self, path: str) -> None:
        """``path``: the .onnx file.  Raises `OSError` where it or its .json is not there."""
        for part in (path, f"{path}.json"):
            if not Path(part).is_file():
                raise FileNotFoundError(Path(part).suffix)
        self._voice = PiperVoice.load(path)
        self._usual = self._voice.config.length_scale or 1.0

    def render(self, text: str, rate: float, pitch: float, volume: float) -> Pcm:
        # Higher as Hibari is: slower, and played faster by as much.
        looks = SynthesisConfig(length_scale=self._usual * pitch / rate, volume=volume)
        chunks = list(self._voice.synthesize(cleaned(text), looks))
        if not chunks:
            return Pcm(b"", round(self._voice.config.sample_rate * pitch))
        samples = np.concatenate([chunk.audio_int16_array for chunk in chunks])
        return Pcm(samples.astype(np.int16).tobytes(), round(chunks[0].sample_rate * pitch))


def load(path: str) -> FileVoice:
    return FileVoice(path)
