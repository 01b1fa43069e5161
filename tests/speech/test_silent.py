from __future__ import annotations

from aac.model.events import SpeechEnded, SpeechStarted
from aac.ports import Utterance
from aac.speech.silent import Silent


def test_it_takes_the_time_to_read_and_never_answers_from_inside_a_call(qtbot):
    events: list[object] = []
    silent = Silent()
    silent.start(events.append)
    silent.speak(Utterance(1, "Yes"))
    assert events == []
    qtbot.waitUntil(lambda: SpeechStarted(1) in events)
    assert SpeechEnded(1) not in events
    qtbot.waitUntil(lambda: SpeechEnded(1) in events)
    silent.stop()
