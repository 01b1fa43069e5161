"""The loudspeaker is pulled out in mid-word, and comes back: real processes, real sound server."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from aac.model.events import SpeechEnded, SpeechFailed, SpeechStarted
from aac.ports import SoundUse, Utterance
from aac.speech.voice_process import VoiceProcess
from tests.sound.null_sink import NullSink

LONG = "Could you open the window a little, and then come back to me, please?"
LIMIT = 15_000  # milliseconds


class Heard(list):
    """The events of a voice whose chosen output is the ear, and what it told of the output."""

    voice: VoiceProcess
    told: list[str]

    def say(self, number: int, text: str = LONG, device: str = "ear", **more: object) -> None:
        self.voice.speak(Utterance(number, text, device=device, **more))


@pytest.fixture
def heard(sink: NullSink, qapp: object, qtbot: QtBot, tmp_path: Path) -> Iterator[Heard]:
    heard = Heard()
    heard.told = []
    heard.voice = VoiceProcess()
    heard.voice.use(SoundUse(tmp_path), heard.told.append)
    heard.voice.start(heard.append)
    qtbot.waitUntil(lambda: bool(heard.voice.voices()), timeout=LIMIT)
    yield heard
    heard.voice.stop()


def wait_for(heard: Heard, event: object, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: event in heard, timeout=LIMIT)


def test_a_message_is_said_again_on_what_is_left_and_it_is_told(
    heard: Heard, sink: NullSink, qtbot: QtBot
) -> None:
    whole = time.monotonic()
    heard.say(1)
    wait_for(heard, SpeechEnded(1), qtbot)
    length = sink.sound_time(whole, time.monotonic(), "ear")
    assert sink.sound_time(whole, time.monotonic(), "spk") == 0

    heard.say(2)
    wait_for(heard, SpeechStarted(2), qtbot)
    qtbot.wait(800)
    pulled = time.monotonic()
    sink.unplug("ear")
    wait_for(heard, SpeechEnded(2), qtbot)
    assert sink.sound_time(pulled, time.monotonic(), "spk") == pytest.approx(length, rel=0.1)
    assert heard.told == ["away"]
    assert heard.count(SpeechStarted(2)) == 1

    heard.say(3, "Yes.")
    wait_for(heard, SpeechEnded(3), qtbot)
    assert heard.told == ["away"], "told once"

    sink.plug_in("ear")
    back = time.monotonic()
    heard.say(4, "Yes.")
    wait_for(heard, SpeechEnded(4), qtbot)
    assert heard.told == ["away", "back"]
    assert sink.sound_time(back + 0.05, time.monotonic(), "spk") == 0


def test_a_message_whose_last_word_was_lost_is_said_again(
    heard: Heard, sink: NullSink, qtbot: QtBot
) -> None:
    heard.say(1, "Yes, please.")
    wait_for(heard, SpeechStarted(1), qtbot)
    sink.unplug("ear")
    pulled = time.monotonic()
    wait_for(heard, SpeechEnded(1), qtbot)
    assert sink.sound_time(pulled, time.monotonic(), "spk") > 0.3


def test_with_no_output_left_it_fails_in_mid_word(
    heard: Heard, sink: NullSink, qtbot: QtBot
) -> None:
    """Then the message is shown large, by the voice that is silent."""
    heard.say(1, device="")
    wait_for(heard, SpeechStarted(1), qtbot)
    sink.unplug()
    wait_for(heard, SpeechFailed(1, "no-device"), qtbot)


def test_what_is_for_one_ear_only_fails_and_is_heard_nowhere_else(
    heard: Heard, sink: NullSink, qtbot: QtBot
) -> None:
    sink.moves_streams()
    heard.say(1, only=True)
    wait_for(heard, SpeechStarted(1), qtbot)
    pulled = time.monotonic()
    sink.unplug("ear")
    wait_for(heard, SpeechFailed(1, "no-device"), qtbot)
    assert time.monotonic() - pulled < 3, "not at the end of the text"
    heard.say(2, only=True)
    wait_for(heard, SpeechFailed(2, "no-device"), qtbot)
    assert sink.sound_time(pulled, time.monotonic(), "spk") == 0
    assert heard.told == []
    sink.plug_in("ear")
    heard.say(3, "Yes.", only=True)
    wait_for(heard, SpeechEnded(3), qtbot)


def test_what_the_sound_server_moves_by_itself_goes_on(
    heard: Heard, sink: NullSink, qtbot: QtBot
) -> None:
    """The usual output: desktops move what plays there, and nothing has to be repeated."""
    heard.say(1, device="")
    wait_for(heard, SpeechStarted(1), qtbot)
    sink.moves_streams()
    pulled = time.monotonic()
    sink.unplug("spk")
    wait_for(heard, SpeechEnded(1), qtbot)
    assert sink.sound_time(pulled, time.monotonic(), "ear") > 1.0
    assert heard.told == []
