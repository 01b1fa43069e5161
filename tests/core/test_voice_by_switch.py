"""The person's own voice, with the switch: which one, how quick, stopped and gone on with."""

from __future__ import annotations

import pytest

from aac.model.board import Cell, SayPhrase
from aac.model.events import Speak, SpeechEnded
from aac.model.voice_events import VoicesKnown, VoiceTried, WordSpoken
from aac.model.voices import VoiceChoice
from tests.scan_script import started
from tests.small_boards import board, boards

FIRST = "This is the first sentence, and it is long enough to be heard for a while by everybody."
SECOND = "This is the second sentence."
THIRD = "Dr. Smith has said so."
STORY = f"{FIRST} {SECOND} {THIRD}"
LONG = boards(
    board(
        "home",
        "story :say_again :hush",
        cells={"story": Cell("story", "Story", SayPhrase(STORY))},
    ),
    strip=(),
)
VOICE = boards(
    board(
        "home",
        ":next_voice :try_voice :voice_faster :voice_slower",
        ":higher :lower :night_voice :louder",
    ),
    strip=(),
)
KNOWN = (
    VoiceChoice("pico:en-GB", "Pico", ("en-gb",), seconds=0.02),
    VoiceChoice("hibari:heart", "Hibari", ("en-us",), seconds=0.9),
    VoiceChoice("pico:de-DE", "Pico de", ("de",), seconds=0.02),
    VoiceChoice("pico:en-US", "Pico", ("en-us",)),
    VoiceChoice("gmw/en", "English", ("en",)),
)


def speaks(played) -> list[str]:
    return [effect.text for effect in played.every(Speak)]


def end(played) -> None:
    played.do(SpeechEnded(played.every(Speak)[-1].id))


def test_a_long_message_is_said_sentence_by_sentence_and_shown_as_a_whole() -> None:
    played = started(LONG).touch("story")
    assert speaks(played) == [FIRST]
    end(played)
    end(played)
    assert speaks(played) == [FIRST, SECOND, THIRD]
    assert played.view.spoken == STORY
    assert played.view.lit == frozenset()
    end(played)
    assert played.view.lit


def test_a_press_stops_it_and_say_again_goes_on_with_the_sentence_that_was_stopped() -> None:
    played = started(LONG).touch("story")
    end(played)
    played.play("2.0 tap | story :say_again :hush   silence")
    labels = {cell.label for cell in played.view.board.cells()}
    assert "Go on speaking" in labels
    played.touch(":say_again")
    assert speaks(played) == [FIRST, SECOND, SECOND]
    assert played.view.spoken == STORY
    assert "Go on speaking" not in {cell.label for cell in played.view.board.cells()}
    end(played)
    end(played)
    assert speaks(played)[-1] == THIRD
    played.touch(":say_again")
    assert speaks(played)[-1] == FIRST


def test_nothing_is_cut_where_that_is_turned_off() -> None:
    assert speaks(started(LONG, by_sentence=False).touch("story")) == [STORY]


def test_the_word_that_is_heard_is_in_the_view_where_it_stands_in_the_whole_message() -> None:
    played = started(LONG).touch("story")
    end(played)
    speech = played.every(Speak)[-1].id
    played.do(WordSpoken(speech, 12, 18))
    first, last = played.view.word
    assert STORY[first:last] == "second"
    played.do(WordSpoken(speech - 1, 0, 4))
    assert played.view.word == (first, last)
    played.play("2.0 tap | story :say_again :hush   silence")
    assert played.view.word is None


def test_another_voice_is_one_of_the_language_that_is_quick_enough_here() -> None:
    played = started(VOICE)
    played.do(VoicesKnown(KNOWN))
    chosen = []
    for _ in range(3):
        played.touch(":next_voice")
        chosen.append(played.view.settings.voice)
    assert chosen == ["pico:en-GB", "gmw/en", "pico:en-GB"]
    assert len(speaks(played)) == 3


def test_where_no_voice_is_known_the_cell_says_so() -> None:
    played = started(VOICE).touch(":next_voice")
    assert played.view.notice is not None
    assert played.view.settings.voice == ""
    assert speaks(played) == []


@pytest.mark.parametrize(
    ("cell", "key", "values"),
    [
        (":voice_faster", "speech_rate", (1.0, 1.1)),
        (":voice_slower", "speech_rate", (0.8, 0.7)),
        (":higher", "speech_pitch", (1.1, 1.2)),
        (":lower", "speech_pitch", (0.9, 0.8)),
    ],
)
def test_a_change_is_heard_at_once_and_can_be_undone(cell, key, values) -> None:
    played = started(VOICE)
    for value in values:
        played.touch(cell)
        assert getattr(played.view.settings, key) == pytest.approx(value)
    assert len(speaks(played)) == 2


def test_no_change_leaves_the_limits() -> None:
    played = started(VOICE, speech_rate=1.5).touch(":voice_faster")
    assert played.view.settings.speech_rate == 1.5


def test_the_night_has_a_loudness_of_its_own() -> None:
    played = started(VOICE).touch(":night_voice", ":louder")
    settings = played.view.settings
    assert settings.night_voice
    assert (settings.night_voice_volume, settings.speech_volume) == (0.5, 0.8)


def test_trying_a_voice_leaves_what_is_said_again_alone() -> None:
    played = started(LONG).touch("story")
    played.do(VoiceTried())
    assert speaks(played) == [FIRST]  # a message is being said: nothing speaks into it
    for _ in range(3):
        end(played)
    played.do(VoiceTried("Siobhan"))
    assert speaks(played)[-1] == "Siobhan"
    played.touch(":say_again")
    assert speaks(played)[-1] == FIRST
