"""The second voice, which says what is lit: a speech process of its own, there only where wanted.

It plays on the output that was chosen for it, or says that it cannot; it never falls back to
another one, because that might be public (guidance G71).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from aac import plugins
from aac.model.cue_events import Cue, CueEnded, CueEvent, CueFailed, CueStarted
from aac.model.cue_words import cue_words
from aac.model.events import SpeechEnded, SpeechFailed, SpeechStarted
from aac.model.language import voice_of
from aac.model.settings import Settings
from aac.model.sound_words import first_choices
from aac.model.view import Page, View
from aac.model.voices import spoken_of
from aac.ports import SpeechEngine, SpeechEvent, Utterance

ENGINE = "pyttsx3"  # the one that keeps to a chosen output
# Of the voice of the messages, so that nobody takes a cue for a message.
HIGHER = 4 / 3


class CueEngine(SpeechEngine, Protocol):
    """A voice that keeps to a chosen output and knows which there are."""

    def find_outputs(self, tell: Callable[[dict[str, str]], None]) -> None: ...


def cue_engine(log: Callable[[str], None]) -> CueEngine:
    """A voice for cues.  Raises `plugins.PluginProblem`."""
    engine: CueEngine = plugins.load("aac.speech_engines", ENGINE)(log)
    return engine


class CueVoice:
    """``make``: a new engine.  ``post``: takes events, from the thread of the screen.

    ``offer``: takes a setting's key and what it can name now, id -> name.
    """

    def __init__(
        self,
        make: Callable[[], CueEngine],
        post: Callable[[CueEvent], None],
        offer: Callable[[str, Mapping[str, str]], None],
    ) -> None:
        self._make = make
        self._post = post
        self._offer = offer
        self._engine: CueEngine | None = None
        self._cannot = False
        self._choosing = False
        self._devices: dict[str, str] = {}

    def follow(self, view: View) -> None:
        """The process runs while cues are on, and while somebody may choose its output."""
        opened = not self._choosing and view.page is Page.SETTINGS
        self._choosing = view.page is Page.SETTINGS
        settings = view.settings
        self._devices = {
            "speech_device": settings.speech_device,
            "telephone_device": settings.telephone_device,
            "cue_device": settings.cue_device,
        }
        if self._choosing or view.settings.cues:
            self._start()
        else:
            self.stop()
        if opened and self._engine is not None:
            self._engine.find_outputs(self._offer_choices)

    def say(self, cue: Cue, settings: Settings) -> None:
        """Say this instead of the cue before; answers by events."""
        self._start()
        if self._engine is None:
            self._post(CueFailed(cue.id, "no-voice"))
            return
        self._engine.speak(
            Utterance(
                cue.id,
                spoken_of(cue.text, settings).text,
                voice=settings.cue_voice or voice_of(settings.voice),
                rate=settings.cue_rate,
                pitch=settings.speech_pitch * (1 if settings.cue_voice else HIGHER),
                volume=settings.cue_volume,
                device=settings.cue_device or settings.speech_device,
                only=bool(settings.cue_device),
            )
        )

    def hush(self) -> None:
        if self._engine is not None:
            self._engine.hush()

    def stop(self) -> None:
        """End the process.  May be called twice."""
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.stop()

    def _start(self) -> None:
        if self._engine is not None or self._cannot:
            return
        try:
            self._engine = self._make()
        except plugins.PluginProblem:
            self._cannot = True  # each cue is answered as failed, and so it is told
        else:
            self._engine.start(self._hear)

    def _hear(self, event: SpeechEvent) -> None:
        match event:
            case SpeechStarted(number):
                self._post(CueStarted(number))
            case SpeechEnded(number):
                self._post(CueEnded(number))
            case SpeechFailed(number, why):
                self._post(CueFailed(number, why))

    def _offer_choices(self, outputs: dict[str, str]) -> None:
        for key, chosen in self._devices.items():
            devices = {**first_choices()[key], **outputs}
            if chosen not in devices:
                devices[chosen] = cue_words("absent_device", device=chosen)
            self._offer(key, devices)
        voices = self._engine.voices() if self._engine is not None else ()
        own = {"": cue_words("own_voice")}
        self._offer("cue_voice", own | {voice.id: voice.name for voice in voices})
