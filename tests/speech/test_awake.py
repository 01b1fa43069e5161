"""A noise nobody hears, only where it is wanted."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from aac.model.events import SpeechEnded
from aac.ports import SoundUse, Utterance
from aac.speech.voice_process import VoiceProcess
from tests.sound.null_sink import NullSink

LIMIT = 10_000  # milliseconds


def playing(sink: NullSink) -> int:
    """How many streams play in the sound server."""
    words = ["pactl", "list", "short", "sink-inputs"]
    listed = subprocess.run(words, env=sink.env, capture_output=True, text=True, check=True)
    return len(listed.stdout.splitlines())


@pytest.fixture
def voice(sink: NullSink, qapp: object, qtbot: QtBot):
    events: list[object] = []
    voice = VoiceProcess()
    voice.start(events.append)
    qtbot.waitUntil(lambda: bool(voice.voices()), timeout=LIMIT)
    yield voice, events
    voice.stop()


def test_it_plays_only_while_it_is_wanted_and_is_not_heard(
    voice: tuple[VoiceProcess, list[object]], sink: NullSink, qtbot: QtBot, tmp_path: Path
) -> None:
    process, events = voice
    began = time.monotonic()
    process.use(SoundUse(tmp_path, awake=True), lambda what: None)
    qtbot.waitUntil(lambda: playing(sink) == 1, timeout=LIMIT)
    process.speak(Utterance(1, "Yes."))
    qtbot.waitUntil(lambda: SpeechEnded(1) in events, timeout=LIMIT)
    assert 0 < sink.sound_time(began, time.monotonic()) < 1
    qtbot.waitUntil(lambda: playing(sink) == 1, timeout=LIMIT)
    process.use(SoundUse(tmp_path), lambda what: None)
    qtbot.waitUntil(lambda: playing(sink) == 0, timeout=LIMIT)


def test_off_nothing_plays(
    voice: tuple[VoiceProcess, list[object]], sink: NullSink, qtbot: QtBot, tmp_path: Path
) -> None:
    process, _ = voice
    process.use(SoundUse(tmp_path), lambda what: None)
    qtbot.wait(700)  # more than the half second in which it would begin
    assert playing(sink) == 0


@pytest.mark.soak
def test_it_begins_again_when_the_loudspeaker_is_back(
    voice: tuple[VoiceProcess, list[object]], sink: NullSink, qtbot: QtBot, tmp_path: Path
) -> None:
    process, _ = voice
    process.use(SoundUse(tmp_path, awake=True, device="ear"), lambda what: None)
    qtbot.waitUntil(lambda: playing(sink) == 1, timeout=LIMIT)
    sink.unplug("ear")
    qtbot.waitUntil(lambda: playing(sink) == 0, timeout=LIMIT)
    sink.plug_in("ear")
    qtbot.waitUntil(lambda: playing(sink) == 1, timeout=2 * LIMIT)
