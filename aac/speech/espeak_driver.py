"""A driver for pyttsx3 that renders eSpeak NG to WAV and never plays.

pyttsx3's own driver for Linux plays through a program that nothing can stop, and loses messages.
This one does what ``save_to_file`` promises, at once and in memory too, and the player is ours.
It takes the place of a driver module: ``register()``, then ``pyttsx3.engine.Engine("wren")``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO, Any

from pyttsx3.voice import Voice

from aac.sound.player import Pcm
from aac.sound.wav import write_wav
from aac.speech import espeak_library
from aac.speech.espeak_library import Espeak

NAME = "wren"


def register() -> None:
    """Let pyttsx3 find this driver by its name."""
    sys.modules[f"pyttsx3.drivers.{NAME}"] = sys.modules[__name__]


def buildDriver(proxy: Any) -> WrenDriver:  # noqa: N802 (pyttsx3 calls it)
    return WrenDriver(proxy)


class WrenDriver:
    """What pyttsx3 asks of a driver.  Properties: voice, voices, rate, pitch, volume, gap (seconds
    between words; only set)."""

    def __init__(self, proxy: Any) -> None:
        self._proxy = proxy
        self._espeak = Espeak()
        self._voices = self._espeak.voices()
        self._voice = ""
        self._stopped = False
        self.setProperty("voice", "gmw/en-US")

    def destroy(self) -> None:
        """Nothing to give back: the library lives as long as the process."""

    def startLoop(self) -> None:  # noqa: N802
        """Do all that is queued; pyttsx3 ends the queue with `endLoop`."""
        self._proxy.setBusy(False)

    def endLoop(self) -> None:  # noqa: N802
        """The queue is done."""

    def say(self, text: str) -> None:
        raise NotImplementedError("this driver renders; Wren plays")

    def save_to_file(self, text: str, target: str | IO[bytes]) -> None:
        """Write the spoken text as WAV to a path or an open file.

        Tells of each word (``started-word``) with ``at``: seconds from the beginning.
        """
        self._stopped = False
        samples = self._espeak.render(text, lambda: self._stopped)
        for at, place, length in self._espeak.words:
            self._proxy.notify("started-word", location=place, length=length, at=at)
        sound = Pcm(samples, self._espeak.rate)
        write_wav(Path(target) if isinstance(target, str) else target, sound)

    def stop(self) -> None:
        """End the rendering under way, from another thread; what was rendered is kept."""
        self._stopped = True

    def getProperty(self, name: str) -> object:  # noqa: N802
        """Raises `KeyError` for a property there is not."""
        match name:
            case "voices":
                return [Voice(v.identifier, v.name, list(v.languages)) for v in self._voices]
            case "voice":
                return self._voice
            case "rate":
                return self._espeak.get(espeak_library.RATE)
            case "pitch":
                return self._espeak.get(espeak_library.PITCH)
            case "volume":
                return self._espeak.get(espeak_library.VOLUME) / 100
            case _:
                raise KeyError(name)

    def setProperty(self, name: str, value: Any) -> None:  # noqa: N802
        """Raises `KeyError` for a property there is not, `EspeakProblem` for an unknown voice."""
        match name:
            case "voice":
                self._espeak.choose(str(value))
                self._voice = str(value)
            case "rate":
                self._espeak.set(espeak_library.RATE, max(80, min(450, round(value))))
            case "pitch":
                self._espeak.set(espeak_library.PITCH, max(0, min(99, round(value))))
            case "gap":
                self._espeak.set(espeak_library.WORD_GAP, max(0, min(100, round(100 * value))))
            case "volume":
                self._espeak.set(espeak_library.VOLUME, max(0, min(100, round(100 * value))))
            case _:
                raise KeyError(name)
