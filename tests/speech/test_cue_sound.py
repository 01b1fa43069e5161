"""Two voices on two outputs: messages in the room, cues in the ear and nowhere else (G71)."""

from __future__ import annotations

import time
from collections.abc import Iterator
from statistics import median

import pytest
from pytestqt.qtbot import QtBot

from aac.cueing import CueVoice, cue_engine
from aac.model.cue_events import Cue, CueEnded, CueEvent, CueFailed, CueStarted
from aac.model.events import SpeechEnded, SpeechStarted
from aac.model.settings import Settings
from aac.ports import Utterance
from aac.speech.voice_process import VoiceProcess
from tests.sound.null_sink import NullSink

EAR = Settings(cues=True, cue_device="ear")
LONG = "block 2: " + ", ".join(["some", "more", "words"] * 6)
LIMIT = 10_000  # milliseconds


class Pair:
    """The voice of the messages and that of the cues, and what they answered."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.events: list[object] = []
        self.voice = VoiceProcess(self.log.append)
        self.cues = CueVoice(lambda: cue_engine(self.log.append), self._hear, lambda *_: None)
        self.voice.start(self.events.append)

    def _hear(self, event: CueEvent) -> None:
        self.events.append(event)

    def stop(self) -> None:
        self.voice.stop()
        self.cues.stop()


@pytest.fixture
def pair(sink: NullSink, qapp: object) -> Iterator[Pair]:
    pair = Pair()
    yield pair
    pair.stop()


def wait_for(pair: Pair, event: object, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: event in pair.events, timeout=LIMIT)


def test_a_cue_is_heard_in_the_ear_only_and_a_message_in_the_room_only(
    pair: Pair, sink: NullSink, qtbot: QtBot
) -> None:
    began = time.monotonic()
    pair.cues.say(Cue(1, "row 2: t to b"), EAR)
    wait_for(pair, CueEnded(1), qtbot)
    between = time.monotonic()
    assert sink.sound_time(began, between, "ear") > 0.4
    assert sink.sound_time(began, between, "spk") == 0

    pair.voice.speak(Utterance(1, "I need water."))
    wait_for(pair, SpeechEnded(1), qtbot)
    assert sink.sound_time(between, time.monotonic(), "spk") > 0.4
    assert sink.sound_time(between + 0.1, time.monotonic(), "ear") == 0


def test_without_an_output_of_its_own_a_cue_is_heard_where_messages_are(
    pair: Pair, sink: NullSink, qtbot: QtBot
) -> None:
    began = time.monotonic()
    pair.cues.say(Cue(1, "row 2: t to b"), Settings(cues=True))
    wait_for(pair, CueEnded(1), qtbot)
    assert sink.sound_time(began, time.monotonic(), "spk") > 0.4


def test_a_cue_whose_earphone_is_not_there_is_heard_nowhere(
    pair: Pair, sink: NullSink, qtbot: QtBot
) -> None:
    sink.unplug("ear")
    began = time.monotonic()
    pair.cues.say(Cue(1, LONG), EAR)
    wait_for(pair, CueFailed(1, "no-device"), qtbot)
    pair.cues.say(Cue(2, LONG), EAR)
    wait_for(pair, CueFailed(2, "no-device"), qtbot)
    assert sink.onset(began, within=0.5) is None
    sink.plug_in("ear")
    pair.cues.say(Cue(3, "a"), EAR)
    wait_for(pair, CueStarted(3), qtbot)


def test_a_name_that_another_output_may_have_is_no_private_one(
    pair: Pair, sink: NullSink, qtbot: QtBot
) -> None:
    """Of two equal earphones the second takes the first one's name when that goes."""
    began = time.monotonic()
    pair.cues.say(Cue(1, LONG), Settings(cues=True, cue_device="Null Output"))
    wait_for(pair, CueFailed(1, "no-device"), qtbot)
    assert sink.onset(began, within=0.3) is None


def test_an_earphone_pulled_out_in_mid_cue_leaves_the_room_silent(
    pair: Pair, sink: NullSink, qtbot: QtBot
) -> None:
    """The sound server moves what plays there to the loudspeaker, unless it is told not to."""
    sink.moves_streams()
    pair.cues.say(Cue(1, LONG), EAR)
    wait_for(pair, CueStarted(1), qtbot)
    assert sink.onset(time.monotonic() - 0.5, sink="ear") is not None
    pulled = time.monotonic()
    sink.unplug("ear")
    wait_for(pair, CueFailed(1, "no-device"), qtbot)
    assert sink.onset(pulled, within=1.0) is None
    pair.cues.say(Cue(2, LONG), EAR)
    wait_for(pair, CueFailed(2, "no-device"), qtbot)
    assert sink.onset(pulled, within=0.3) is None


def test_cues_are_cut_off_for_the_next_and_for_a_message(
    pair: Pair, sink: NullSink, qtbot: QtBot
) -> None:
    """Prints what a step and a message take; nothing is asserted of the times."""
    starts, stops, silences = [], [], []
    pair.cues.say(Cue(0, "a"), EAR)
    wait_for(pair, CueEnded(0), qtbot)
    qtbot.waitUntil(lambda: bool(pair.voice.voices()), timeout=LIMIT)
    for number in range(1, 16):
        quiet = time.monotonic()
        pair.cues.say(Cue(number, "row 2: t to b"), EAR)
        wait_for(pair, CueStarted(number), qtbot)
        starts.append(_after(quiet, sink.onset(quiet, sink="ear")))
        step = time.monotonic()
        pair.cues.say(Cue(100 + number, " "), EAR)  # the next item has nothing to say
        wait_for(pair, CueEnded(100 + number), qtbot)
        stops.append(_after(step, sink.silence(step, sink="ear")))
    for number in range(200, 210):
        pair.cues.say(Cue(number, LONG), EAR)
        wait_for(pair, CueStarted(number), qtbot)
        chosen = time.monotonic()
        pair.cues.hush()
        pair.voice.speak(Utterance(number, "Yes."))
        wait_for(pair, SpeechStarted(number), qtbot)
        message = sink.onset(chosen)
        silent = sink.silence(chosen, sink="ear")
        assert message is not None and silent is not None
        silences.append(silent - message)
        wait_for(pair, SpeechEnded(number), qtbot)
    print(
        f"cue to sound {_ms(median(starts))}, at most {_ms(max(starts))}; "
        f"step to silence {_ms(median(stops))}, at most {_ms(max(stops))}; "
        f"silent after a message begins by {_ms(median(silences))}, at most {_ms(max(silences))}"
    )


def test_what_cues_say_is_not_in_the_log(pair: Pair, sink: NullSink, qtbot: QtBot) -> None:
    pair.cues.say(Cue(1, "xylophone"), Settings(cues=True, cue_device="not there"))
    wait_for(pair, CueFailed(1, "no-device"), qtbot)
    pair.cues.say(Cue(2, "xylophone"), EAR)
    wait_for(pair, CueEnded(2), qtbot)
    assert "xylophone" not in "\n".join(pair.log)


def test_the_outputs_that_can_be_chosen_are_told_by_id(
    pair: Pair, sink: NullSink, qtbot: QtBot
) -> None:
    found: list[dict[str, str]] = []
    pair.voice.find_outputs(found.append)  # before its process has started
    qtbot.waitUntil(lambda: len(found) == 1, timeout=LIMIT)
    assert found[0].keys() == {"spk", "ear"}
    sink.unplug("ear")
    pair.voice.find_outputs(found.append)
    qtbot.waitUntil(lambda: len(found) == 2, timeout=LIMIT)
    assert found[1].keys() == {"spk"}


def _after(moment: float, found: float | None) -> float:
    assert found is not None
    return found - moment


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"
