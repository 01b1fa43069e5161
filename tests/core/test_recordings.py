"""Cells with a recorded sound."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aac.core.moment import Deed, Moment
from aac.core.recordings import with_recording
from aac.core.session import Session
from aac.model.board import Action, AddText, Board, BoardSet, Cell, Do, OpenBoard, SayPhrase
from aac.model.commands import Command
from aac.model.events import CellTouched, Learn, Speak
from aac.model.settings import Settings
from aac.model.view import Work

SOUND = "ab" * 32


def spoken(action: Action, **changes: object) -> list[Speak]:
    """What is spoken when a cell with a recording is chosen."""
    cell = Cell("it", "Hello", action, sound=SOUND)
    boards = {name: Board(name, name, ((cell,),)) for name in ("home", "more")}
    session = Session(
        BoardSet(boards, home="home"),
        replace(Settings(home_board="home"), **changes),  # type: ignore[arg-type]
        Work(board="home", text="Dear", caret=4),
    )
    session.start(0.0)
    return [e for e in session.handle(CellTouched("it"), 1.0) if isinstance(e, Speak)]


def test_a_phrase_with_a_recording_is_played_and_its_text_goes_along() -> None:
    (effect,) = spoken(SayPhrase("Hello there"))
    assert (effect.text, effect.sound) == ("Hello there", SOUND)


def test_a_phrase_that_goes_into_the_message_is_not_played() -> None:
    assert spoken(SayPhrase("Hello there"), phrase_cells="insert") == []


def test_nothing_is_played_where_nothing_is_to_be_spoken() -> None:
    for action in SayPhrase("Hello"), AddText("a"), OpenBoard("more"):
        assert spoken(action, speak_mode="silent") == []


def test_the_cell_that_speaks_the_message_says_the_message() -> None:
    (effect,) = spoken(Do(Command.SPEAK))
    assert (effect.text, effect.sound) == ("Dear", "")


@pytest.mark.parametrize(("mode", "sound"), [("letter", SOUND), ("word", None), ("message", None)])
def test_a_letter_is_played_where_letters_are_spoken(mode: str, sound: str | None) -> None:
    assert [effect.sound for effect in spoken(AddText("a"), speak_mode=mode)] == [
        sound for sound in [sound] if sound
    ]


def test_a_sign_that_ends_a_word_leaves_the_word_to_the_voice() -> None:
    (effect,) = spoken(AddText("."), speak_mode="word")
    assert (effect.text.rstrip("."), effect.sound) == ("Dear", "")


def test_a_link_is_heard_as_it_is_opened() -> None:
    (effect,) = spoken(OpenBoard("more"))
    assert (effect.text, effect.sound) == ("Hello", SOUND)


def test_said_again_it_is_the_voice_and_what_is_learned_is_the_text() -> None:
    moment = Moment(Work(), Settings())
    deed = with_recording(
        Deed(moment, say="Hello"), Cell("a", "a", SayPhrase("Hello"), sound=SOUND)
    )
    assert (deed.say, deed.keep, deed.sound) == ("Hello", True, SOUND)
    assert Learn(deed.say) == Learn("Hello")


def test_a_cell_without_a_recording_changes_nothing() -> None:
    deed = Deed(Moment(Work(), Settings()), say="Hello")
    assert with_recording(deed, Cell("a", "a", SayPhrase("Hello"))) is deed
