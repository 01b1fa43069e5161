"""Texts that break voices, through the real process: begun, stopped, and it lives on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from aac.model.events import SpeechEnded, SpeechStarted
from aac.ports import Utterance
from aac.speech.voice_process import VoiceProcess
from tests.sound.null_sink import NullSink

LIMIT = 10_000  # milliseconds
ODD = {
    "nothing": "",
    "spaces": " \t\n ",
    "signs": "?!…,;",
    "5,000 letters": "A sentence of some length. " * 186,
    "one word of 3,000": "x" * 3000,
    "emoji": "🎉❤️👨\u200d👩\u200d👧 Well done",
    "control signs": "before\x00after \x07\x1b[31m\x7f\x85 end",
    "markup": '<speak version="1.0"><break time="9s"/>&amp; & < > ]]></speak> [[h@l@U]]',
    "hebrew": "שלום, אני צריך מים",
    "arabic and english": "مرحبا hello \u202eolleh\u202c",
    "half a letter": "a\ud800b",
    "combining": "e" + "\u0301" * 500,
}


@pytest.fixture
def voice(sink: NullSink, qapp: object, qtbot: QtBot) -> Iterator[VoiceProcess]:
    voice = VoiceProcess()
    yield voice
    voice.stop()


def test_each_is_begun_and_ended_by_one_process(voice: VoiceProcess, qtbot: QtBot) -> None:
    events: list[object] = []
    voice.start(events.append)
    qtbot.waitUntil(lambda: bool(voice.voices()), timeout=LIMIT)
    process = voice.worker_pid
    for number, (name, text) in enumerate(ODD.items(), start=1):
        voice.speak(Utterance(number, text))
        qtbot.waitUntil(lambda n=number: SpeechStarted(n) in events, timeout=LIMIT)
        voice.hush()
        qtbot.waitUntil(lambda n=number: SpeechEnded(n) in events, timeout=LIMIT)
        assert voice.worker_pid == process, name
    voice.render_ahead(list(ODD.values()), Utterance(0, ""))
    voice.speak(Utterance(1000, "Yes."))
    qtbot.waitUntil(lambda: SpeechEnded(1000) in events, timeout=LIMIT)
    assert voice.worker_pid == process
