"""Hibari (package ``hibari-tts``): American English, 24 kHz, its model in the package.

It has no pitch of its own: spoken slower by so much and played faster by as much it is higher.
"""

from __future__ import annotations

import numpy as np
from hibari import Hibari

from aac.sound.player import Pcm

SEED = 1  # of its breath noise: the same text sounds the same


class HibariVoice:
    def __init__(self, name: str) -> None:
        """Only a voice that is in the package: others would be fetched from the internet."""
        if name != "heart":
            raise ValueError(name)
        self._voice = Hibari(name)

    def render(self, text: str, rate: float, pitch: float, volume: float) -> Pcm:
        speed = max(0.5, min(2.0, rate / pitch))
        sound = self._voice(text, speed=speed, seed=SEED)
        samples = np.clip(sound * (32767 * volume), -32767, 32767).astype(np.int16)
        return Pcm(samples.tobytes(), round(self._voice.sample_rate * pitch))


def load(name: str) -> HibariVoice:
    return HibariVoice(name)
