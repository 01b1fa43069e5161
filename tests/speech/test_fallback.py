from __future__ import annotations

import pytest

from aac.model.events import SpeechEnded, SpeechFailed, SpeechStarted
from aac.ports import Utterance
from aac.speech.fallback import Fallback
from aac.speech.silent import reading_time
from tests.fakes_speech import FakeVoice


class Two:
    """Two fake voices behind a fallback, and all that came out of it."""

    def __init__(self) -> None:
        self.first, self.second = FakeVoice(False), FakeVoice(False)
        self.events: list[object] = []
        self.changes: list[tuple[int, str]] = []
        self.both = Fallback(
            [self.first, self.second], lambda engine, why: self.changes.append((engine, why))
        )
        self.both.start(self.events.append)


@pytest.fixture
def two() -> Two:
    return Two()


def test_the_first_voice_speaks_while_it_can(two):
    two.both.speak(Utterance(1, "Yes"))
    two.first.finish()
    assert two.events == [SpeechStarted(1), SpeechEnded(1)]
    assert (two.second.said, two.changes) == ([], [])


def test_what_the_first_cannot_say_the_second_says_and_it_is_reported_once(two):
    two.first.broken = "no-device"
    for number in 1, 2:
        two.both.speak(Utterance(number, "Yes"))
        two.second.finish()
    assert two.events == [SpeechStarted(1), SpeechEnded(1), SpeechStarted(2), SpeechEnded(2)]
    assert two.changes == [(1, "no-device")]


def test_a_voice_that_comes_back_is_heard_at_once_and_reported(two):
    two.first.broken = "worker-died"
    two.both.speak(Utterance(1, "Yes"))
    two.first.broken = ""
    two.both.speak(Utterance(2, "No"))
    assert two.changes == [(1, "worker-died"), (0, "")]
    assert two.events == [SpeechStarted(1), SpeechEnded(1), SpeechStarted(2)]


def test_a_failure_in_the_middle_starts_the_utterance_only_once(two):
    two.both.speak(Utterance(1, "Yes"))
    two.first.fail("poison")
    two.second.finish()
    assert two.events == [SpeechStarted(1), SpeechEnded(1)]


def test_when_the_last_fails_too_it_is_said(two):
    two.first.broken = two.second.broken = "no-device"
    two.both.speak(Utterance(1, "Yes"))
    assert two.events == [SpeechFailed(1, "no-device")]


def test_hush_reaches_the_voice_that_speaks(two):
    two.first.broken = "no-device"
    two.both.speak(Utterance(1, "Yes"))
    two.both.hush()
    assert two.second.hushed == 1
    assert two.events == [SpeechStarted(1), SpeechEnded(1)]


def test_reading_takes_longer_for_longer_texts_within_limits():
    assert reading_time("Yes") == reading_time("") == 1.0
    assert reading_time("x" * 60) == 4.0
    assert reading_time("x" * 100_000) == 30.0
