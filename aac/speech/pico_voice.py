"""Pico (package ``py-nanotts``): six voices in five languages, 16 kHz, all in the package."""

from __future__ import annotations

from py_nanotts import NanoTTS

from aac.sound.player import Pcm
from aac.speech.espeak_library import cleaned

RATE = 16000
FULL = 0.5
"""Its volume 1 clips; at this one no sample did (speech.md, 3.5)."""


class PicoVoice:
    def __init__(self, name: str) -> None:
        self._voice = NanoTTS()
        self._name = name

    def render(self, text: str, rate: float, pitch: float, volume: float) -> Pcm:
        # It reads marks such as <speed level="50"> as orders.
        plain = cleaned(text).replace("<", " ").replace("&", " and ")
        samples = self._voice.speak(
            plain, voice=self._name, speed=rate, pitch=pitch, volume=FULL * volume
        )
        return Pcm(samples, RATE)


def load(name: str) -> PicoVoice:
    return PicoVoice(name)
