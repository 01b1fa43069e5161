"""A recording instead of the voice, in the voice's own process."""

from __future__ import annotations

import io
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from aac.model.events import SpeechEnded, SpeechStarted
from aac.model.voice_events import WordSpoken
from aac.ports import Utterance
from aac.sound.wav import write_wav
from aac.speech.voice_process import VoiceProcess
from tests.sound.tones import tone

DATA = Path(__file__).parents[1] / "data"
QUICK = 5000  # milliseconds
TEXT = "This is said for about four seconds where the recording cannot be played, no less."


def wav(seconds: float) -> bytes:
    file = io.BytesIO()
    write_wav(file, tone(seconds))
    return file.getvalue()


@pytest.fixture
def voice(qtbot, sink) -> Iterator[tuple[VoiceProcess, list[object]]]:
    events: list[object] = []
    voice = VoiceProcess()
    voice.start(events.append)
    qtbot.waitUntil(lambda: bool(voice.voices()))
    yield voice, events
    voice.stop()


def length(voice, events, sink, qtbot, recording: bytes | Path) -> float:
    """Seconds of sound until the end is told."""
    asked = time.monotonic()
    voice.speak(Utterance(1, TEXT, recording=recording))
    qtbot.waitUntil(lambda: SpeechEnded(1) in events, timeout=4 * QUICK)
    told = [event for event in events if not isinstance(event, WordSpoken)]
    assert told == [SpeechStarted(1), SpeechEnded(1)]
    began = sink.onset(asked)
    assert began is not None
    return time.monotonic() - began


@pytest.mark.parametrize(
    "recording",
    [wav(0.5), (DATA / "tone.mp3").read_bytes(), (DATA / "tone.ogg").read_bytes()],
    ids=["wav", "mp3", "ogg"],
)
def test_the_recording_is_heard_and_not_the_text(recording, voice, sink, qtbot) -> None:
    assert length(*voice, sink, qtbot, recording) < 2.0


def test_a_file_is_played_and_one_that_is_not_there_is_said(voice, sink, qtbot, tmp_path) -> None:
    file = tmp_path / "hello.wav"
    file.write_bytes(wav(0.5))
    assert length(*voice, sink, qtbot, file) < 2.0
    voice[1].clear()
    assert length(*voice, sink, qtbot, tmp_path / "gone.wav") > 2.0


def test_what_cannot_be_played_is_said(voice, sink, qtbot) -> None:
    assert length(*voice, sink, qtbot, b"RIFF\xff\xff\xff\xffWAVEjunk") > 2.0


def test_a_recording_is_hushed_like_the_voice(voice, sink, qtbot) -> None:
    process, events = voice
    asked = time.monotonic()
    process.speak(Utterance(1, TEXT, recording=wav(20.0)))
    qtbot.waitUntil(lambda: SpeechStarted(1) in events, timeout=QUICK)
    assert sink.onset(asked) is not None
    hushed = time.monotonic()
    process.hush()
    qtbot.wait(1)  # the order goes out from the event loop
    assert sink.silence(hushed, lasting=0.1) is not None
    qtbot.waitUntil(lambda: SpeechEnded(1) in events, timeout=QUICK)


def test_a_recording_that_ends_the_process_is_said_by_the_next_one(voice, sink, qtbot) -> None:
    process, events = voice
    process.speak(Utterance(1, "Hello", recording=wav(30.0)))
    qtbot.waitUntil(lambda: SpeechStarted(1) in events, timeout=QUICK)
    os.kill(process.worker_pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: SpeechEnded(1) in events, timeout=2 * QUICK)
