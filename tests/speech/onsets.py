"""Measure the voice: seconds from ``speak`` and ``hush`` to what a null sink hears."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from pytestqt.qtbot import QtBot

from aac.model.events import SpeechStarted
from aac.ports import Utterance
from aac.speech.voice_process import VoiceProcess
from tests.sound.null_sink import NullSink


@dataclass(frozen=True)
class Measured:
    """Seconds from ``speak`` to the sound, and from ``hush`` to silence."""

    onset: float
    silence: float


def measure(
    voice: VoiceProcess, sink: NullSink, texts: Sequence[str], qtbot: QtBot
) -> list[Measured]:
    """Say and hush each text, one after the other; a started voice, playing on ``sink``.

    The texts must take longer than half a second to say.  Raises `AssertionError` where nothing
    was heard, or it did not become silent.
    """
    events: list[object] = []
    voice.start(events.append)
    qtbot.waitUntil(lambda: bool(voice.voices()))
    found = []
    for number, text in enumerate(texts, start=1_000_000):
        said = time.monotonic()
        voice.speak(Utterance(number, text))
        qtbot.waitUntil(lambda number=number: SpeechStarted(number) in events)
        onset = sink.onset(said)
        assert onset is not None, "nothing was heard"
        qtbot.wait(150)
        hushed = time.monotonic()
        voice.hush()
        qtbot.wait(1)
        silence = sink.silence(hushed)
        assert silence is not None, "it did not become silent"
        found.append(Measured(onset - said, silence - hushed))
    return found
