"""What every voice promises, for every voice and for the fake."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from aac.model.events import SpeechEnded, SpeechFailed, SpeechStarted
from aac.model.voice_events import WordSpoken
from aac.ports import SpeechEngine, Utterance, Voice
from aac.speech.fallback import Fallback
from aac.speech.silent import Silent
from aac.speech.voice_process import VoiceProcess
from tests.fakes_speech import FakeVoice
from tests.sound.null_sink import NullSink, missing

LONG = "This is a long message that takes quite a while to say, so it can be hushed. " * 3
STRANGE = ["", "   ", "\0", "a\0b", "\ud800", "😀", "שלום", "<b>[[x]]</b>", "…!?"]
EVENT_LIMIT = 10_000  # milliseconds


@pytest.fixture(scope="module")
def sound() -> Iterator[None]:
    if why := missing():
        pytest.skip(why)
    with NullSink() as sink, sink.as_default():
        yield


def fallen_back() -> Fallback:
    broken = FakeVoice()
    broken.broken = "no-device"
    return Fallback([broken, Silent()], lambda engine, why: None)


MAKERS: dict[str, Callable[[], SpeechEngine]] = {
    "process": VoiceProcess,
    "silent": Silent,
    "fallback": lambda: Fallback([FakeVoice(), Silent()], lambda engine, why: None),
    "fallen back": fallen_back,
    "fake": FakeVoice,
}


@pytest.fixture(params=MAKERS)
def engine(request: pytest.FixtureRequest, qapp: object) -> Iterator[SpeechEngine]:
    if request.param == "process":
        request.getfixturevalue("sound")
    engine = MAKERS[request.param]()
    yield engine
    engine.stop()


def finals(events: list[object], number: int) -> int:
    return sum(isinstance(e, SpeechEnded | SpeechFailed) and e.id == number for e in events)


def test_an_utterance_is_started_and_then_ended(engine, qtbot):
    events: list[object] = []
    engine.start(events.append)
    engine.speak(Utterance(7, "Yes."))
    qtbot.waitUntil(lambda: finals(events, 7) == 1, timeout=EVENT_LIMIT)
    words = [event for event in events if isinstance(event, WordSpoken)]
    assert [event for event in events if event not in words] == [SpeechStarted(7), SpeechEnded(7)]
    assert all(word == WordSpoken(7, 0, 4) for word in words)
    assert not words or events[0] == SpeechStarted(7)


def test_a_hushed_utterance_ends_at_once(engine, qtbot):
    events: list[object] = []
    engine.start(events.append)
    engine.speak(Utterance(1, LONG))
    qtbot.waitUntil(lambda: SpeechStarted(1) in events, timeout=EVENT_LIMIT)
    engine.hush()
    qtbot.waitUntil(lambda: SpeechEnded(1) in events, timeout=2000)
    assert finals(events, 1) == 1


def test_a_new_utterance_replaces_the_old_one(engine, qtbot):
    events: list[object] = []
    engine.start(events.append)
    engine.speak(Utterance(1, LONG))
    engine.speak(Utterance(2, "No."))
    qtbot.waitUntil(lambda: finals(events, 2) == 1, timeout=EVENT_LIMIT)
    assert finals(events, 1) == 1
    assert events.index(SpeechEnded(1)) < events.index(SpeechStarted(2))


@pytest.mark.parametrize("text", STRANGE, ids=ascii)
def test_any_text_comes_to_an_end(engine, qtbot, text):
    events: list[object] = []
    engine.start(events.append)
    engine.speak(Utterance(3, text))
    qtbot.waitUntil(lambda: finals(events, 3) == 1, timeout=EVENT_LIMIT)
    assert events[-1] == SpeechEnded(3)


def test_nothing_is_emitted_after_stop(engine, qtbot):
    events: list[object] = []
    engine.start(events.append)
    engine.speak(Utterance(1, LONG))
    engine.stop()
    before = list(events)
    qtbot.wait(50)
    assert events == before


def test_hush_and_stop_may_come_at_any_time(engine):
    engine.hush()
    engine.stop()
    engine.stop()


def test_voices_can_always_be_asked_for(engine):
    assert all(isinstance(voice, Voice) for voice in engine.voices())
