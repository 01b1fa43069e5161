"""The voice over its process: quick, and back after any blow."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

import pytest

from aac.model.events import SpeechEnded, SpeechFailed, SpeechStarted
from aac.model.voice_events import WordSpoken
from aac.ports import Utterance
from aac.speech.voice_process import VoiceProcess

LONG = "This is a long message that takes quite a while to say, so there is time to be cruel. " * 2


class Heard(list):
    """The events of a voice, and its process."""

    voice: VoiceProcess
    log: list[str]


@pytest.fixture
def heard(qtbot, sink) -> Iterator[Heard]:
    heard = Heard()
    heard.log = []
    heard.voice = VoiceProcess(heard.log.append)
    heard.voice.start(heard.append)
    qtbot.waitUntil(lambda: bool(heard.voice.voices()))
    yield heard
    heard.voice.stop()


def begin(heard, qtbot, number=1, text=LONG) -> None:
    heard.voice.speak(Utterance(number, text))
    qtbot.waitUntil(lambda: SpeechStarted(number) in heard)


def falls_silent(sink) -> None:
    """And stays so, for longer than any pause between two sentences."""
    silent = sink.silence(time.monotonic(), within=2)
    assert silent is not None and sink.onset(silent + 0.05, within=1) is None


def test_it_is_heard_and_falls_silent_before_its_end(heard, sink, qtbot):
    asked = time.monotonic()
    begin(heard, qtbot)
    assert sink.onset(asked) is not None
    heard.voice.hush()
    qtbot.waitUntil(lambda: SpeechEnded(1) in heard)
    falls_silent(sink)


@pytest.mark.parametrize(
    ("blow", "limit"), [(signal.SIGKILL, 0.5), (signal.SIGSTOP, 2.5)], ids=["killed", "frozen"]
)
def test_a_message_is_said_again_after(blow, limit, heard, sink, qtbot):
    begin(heard, qtbot)
    assert sink.onset(time.monotonic()) is not None
    struck = time.monotonic()
    os.kill(heard.voice.worker_pid, blow)
    qtbot.wait(int(1000 * limit))  # the window must go on meanwhile
    silence = sink.silence(struck, lasting=0.1)
    again = sink.onset(silence + 0.03)
    assert again is not None and again - struck < limit
    assert [event for event in heard if not isinstance(event, WordSpoken)] == [SpeechStarted(1)]


def test_a_message_begun_while_the_process_is_frozen_is_said(heard, sink, qtbot):
    os.kill(heard.voice.worker_pid, signal.SIGSTOP)
    asked = time.monotonic()
    begin(heard, qtbot)
    assert sink.onset(asked) - asked < 2.5


def test_a_text_that_kills_three_processes_is_dropped(heard, qtbot):
    heard.voice.speak(Utterance(1, LONG))
    for _ in range(3):
        qtbot.waitUntil(lambda: heard.voice._pending is None or heard.voice._pending.sent)
        old = heard.voice.worker_pid
        os.kill(old, signal.SIGKILL)
        qtbot.waitUntil(lambda old=old: heard.voice.worker_pid not in (old, 0))
    qtbot.waitUntil(lambda: SpeechFailed(1, "poison") in heard)
    begin(heard, qtbot, 2)


def test_a_process_that_cannot_live_is_reported_and_tried_again(heard, qtbot):
    for _ in range(4):
        qtbot.waitUntil(lambda: heard.voice.worker_pid > 0)
        old = heard.voice.worker_pid
        os.kill(old, signal.SIGKILL)
        qtbot.waitUntil(lambda old=old: heard.voice.worker_pid != old)
    heard.voice.speak(Utterance(1, LONG))
    qtbot.waitUntil(lambda: SpeechFailed(1, "worker-died") in heard)
    qtbot.waitUntil(lambda: heard.voice.worker_pid > 0)
    qtbot.waitUntil(lambda: not heard.voice._is_hopeless)
    begin(heard, qtbot, 2)


def test_our_own_sleep_is_not_taken_for_its_death(heard, qtbot):
    begin(heard, qtbot)
    pid = heard.voice.worker_pid
    time.sleep(2.2)  # the window hangs: nothing can be waited for
    qtbot.wait(600)
    assert heard.voice.worker_pid == pid


def test_the_process_ends_with_the_voice(heard, qtbot):
    begin(heard, qtbot)
    pid = heard.voice.worker_pid
    heard.voice.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_nothing_said_is_logged(heard, qtbot):
    begin(heard, qtbot, text="Xylophone secret " * 30)
    os.kill(heard.voice.worker_pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: any("ended" in line for line in heard.log))
    assert not any("ylophone" in line for line in heard.log)


@pytest.mark.usefixtures("no_sound")
def test_without_sound_it_fails_and_says_why(qtbot):
    events: list[object] = []
    voice = VoiceProcess()
    voice.start(events.append)
    voice.speak(Utterance(1, "Hello"))
    qtbot.waitUntil(lambda: bool(events))
    voice.stop()
    assert events == [SpeechFailed(1, "no-device")]


def test_an_unplugged_output_is_a_failure_and_not_silence(heard, sink, qtbot):
    sink.unplug()
    heard.voice.speak(Utterance(1, LONG))
    qtbot.waitUntil(lambda: SpeechFailed(1, "no-device") in heard)


def test_a_very_long_text_is_heard_and_can_be_hushed(heard, sink, qtbot):
    asked = time.monotonic()
    begin(heard, qtbot, text="A sentence of some length. " * 2000)
    assert sink.onset(asked) is not None
    heard.voice.hush()
    qtbot.waitUntil(lambda: SpeechEnded(1) in heard)
    falls_silent(sink)
