"""Recordings of the person's own voice instead of the computer's (guidance G51)."""

from __future__ import annotations

from dataclasses import replace

from aac.core.session import Session
from aac.model.banked import Recordings, RecordingsChanged, same_words
from aac.model.board import AddText, Board, BoardSet, Cell, Do, SayPhrase
from aac.model.commands import Command
from aac.model.events import CellTouched, Effect, Learn, Speak
from aac.model.settings import Settings
from aac.model.view import Work

HERS = Recordings({same_words("I love you."): "own-1"})


def session(
    text: str = "", *, private: bool = False, board_sound: str = "", **changes: object
) -> Session:
    """A board of a phrase, its parts and the cells that speak; Anna's recordings are known."""
    cells = (
        Cell("love", "Love", SayPhrase("I love you."), sound=board_sound),
        Cell("other", "Other", SayPhrase("I love you all.")),
        Cell("speak", "Speak", Do(Command.SPEAK)),
        Cell("again", "Again", Do(Command.SAY_AGAIN)),
        Cell("letter", "a", AddText("a")),
    )
    made = Session(
        BoardSet({"home": Board("home", "home", (cells,))}, home="home"),
        replace(Settings(home_board="home"), **changes),  # type: ignore[arg-type]
        Work(board="home", text=text, caret=len(text)),
        private=private,
        recordings=HERS,
    )
    made.start(0.0)
    return made


def spoken(made: Session, cell: str, now: float = 1.0) -> tuple[str, str]:
    return of(made.handle(CellTouched(cell), now))


def of(effects: list[Effect]) -> tuple[str, str]:
    (speak,) = (effect for effect in effects if isinstance(effect, Speak))
    return speak.text, speak.sound


def test_a_phrase_is_heard_in_her_own_voice_and_its_text_goes_along() -> None:
    assert spoken(session(), "love") == ("I love you.", "own-1")


def test_a_phrase_without_a_recording_is_said() -> None:
    assert spoken(session(), "other") == ("I love you all.", "")


def test_a_message_with_the_same_words_is_heard_too() -> None:
    text, sound = spoken(session("i love you"), "speak")
    assert (text.casefold(), sound) == ("i love you", "own-1")
    assert spoken(session("I love you so"), "speak")[1] == ""


def test_a_phrase_put_into_the_message_is_heard_when_it_is_spoken() -> None:
    made = session(phrase_cells="insert")
    assert not [e for e in made.handle(CellTouched("love"), 1.0) if isinstance(e, Speak)]
    assert spoken(made, "speak", 2.0) == ("I love you.", "own-1")


def test_said_again_it_is_the_recording_again() -> None:
    made = session()
    spoken(made, "love")
    assert spoken(made, "again", 9.0) == ("I love you.", "own-1")


def test_the_recording_of_the_cell_itself_comes_first() -> None:
    assert spoken(session(board_sound="ab" * 32), "love") == ("I love you.", "ab" * 32)


def test_turned_off_the_voice_says_everything() -> None:
    assert spoken(session(use_recordings=False), "love") == ("I love you.", "")


def test_where_nothing_is_to_be_spoken_nothing_is_played() -> None:
    effects = session(speak_mode="silent").handle(CellTouched("love"), 1.0)
    assert not [effect for effect in effects if isinstance(effect, Speak)]


def test_letters_that_are_written_are_said_by_the_voice() -> None:
    made = session(speak_mode="letter")
    made.handle(RecordingsChanged(Recordings({"a": "own-2"})), 1.0)
    assert spoken(made, "letter", 2.0) == ("a", "")


def test_in_private_the_recording_is_heard_and_nothing_is_learned() -> None:
    effects = session(private=True).handle(CellTouched("love"), 1.0)
    assert of(effects) == ("I love you.", "own-1")
    assert not [effect for effect in effects if isinstance(effect, Learn)]


def test_new_recordings_count_at_once() -> None:
    made = session()
    made.handle(RecordingsChanged(Recordings({same_words("I love you all"): "own-3"})), 1.0)
    assert spoken(made, "other", 2.0) == ("I love you all.", "own-3")
    assert spoken(made, "love", 9.0) == ("I love you.", "")
