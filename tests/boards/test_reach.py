"""Every cell of every shipped board can be reached and spoken, under every method and pattern.

The presses are found from the `View` alone, as a person does who watches the screen.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from aac.core.scan_tree import pattern_of
from aac.core.session import Session
from aac.files.board_library import load_library
from aac.files.obf import ObfFormat
from aac.model.board import AddText, BoardSet, Cell, Do, OpenBoard, SayPhrase
from aac.model.commands import Command
from aac.model.events import Quit, Speak
from aac.model.parts import Alarm, Part, SayParts
from aac.model.pointing import Pointed, Pointing
from aac.model.roles import DIRECTED, ELIMINATION
from aac.model.settings import Settings, with_values
from aac.model.sounds import Ring
from aac.model.view import Work
from tests.one_switch import Person

SHIPPED = Path(__file__).parents[2] / "boards"
METHODS = ("automatic", "inverse", "step", "two_switch", "overscan")
OTHERS = (*DIRECTED, *ELIMINATION)  # these have a pattern of their own
PATTERNS = ("linear", "row_column", "column_row", "block_row_column")
# Language and board.  What differs between languages are shapes of letter boards and texts, so
# the others go through one method of each kind.
EVERY = [
    f"{path.parent.name}/{path.stem}"
    for path in sorted(SHIPPED.glob("*/*.obf"))
    if path.stem != "strip"
]
EACH = [at for at in EVERY if at.startswith("en/")]
OTHER_LANGUAGES = [at for at in EVERY if at not in EACH]
# So that all lists of the person's own are to be seen.
FULL = Work(
    text="Hello",
    caret=5,
    history=tuple(f"Said {n}" for n in range(20)),
    drafts=tuple(f"Draft {n}" for n in range(12)),
    phrases=tuple(f"Phrase {n}" for n in range(24)),
)
QUICK = {
    "scan_time": 1.0,
    "first_row_extra": 0.0,
    "first_cell_extra": 0.0,
    "prediction_on": False,
    "people": tuple(f"Person {n}" for n in range(12)),
}


@cache
def library(language: str) -> BoardSet:
    return load_library([ObfFormat()], SHIPPED / language).boards


def begun(at: str, settings: Settings) -> Session:
    """A session on this board; ``at``: language and board."""
    language, _, board_id = at.partition("/")
    return Session(library(language), settings, Work(**{**vars(FULL), "board": board_id}))


def strip_of(at: str) -> tuple[Cell, ...]:
    return library(at.partition("/")[0]).strip


def chosen_by_switch(at: str, cell: Cell, settings: Settings) -> Person:
    person = Person(begun(at, settings))
    person.effects += person.session.start(0.0)
    person.choose(cell.id)
    return person


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("at", EACH)
def test_every_cell_can_be_reached_and_chosen(at: str, method: str, pattern: str) -> None:
    settings = with_values(Settings(), {**QUICK, "scan_method": method, "scan_pattern": pattern})
    board = begun(at, settings).view.board
    assert pattern_of(board, settings) == pattern
    cells = [cell for cell in board.cells() if not cell.hidden]
    assert cells
    for cell in (*cells, *strip_of(at)):
        person = chosen_by_switch(at, cell, settings)
        check(cell, person)


@pytest.mark.parametrize(
    ("method", "pattern"),
    [("automatic", "row_column"), ("step", "linear"), ("directed_5", "auto")],
)
@pytest.mark.parametrize("at", OTHER_LANGUAGES)
def test_every_cell_in_another_language_can_be_chosen(at: str, method: str, pattern: str) -> None:
    settings = with_values(Settings(), {**QUICK, "scan_method": method, "scan_pattern": pattern})
    board = begun(at, settings).view.board
    for cell in (*(cell for cell in board.cells() if not cell.hidden), *strip_of(at)):
        check(cell, chosen_by_switch(at, cell, settings))


@pytest.mark.parametrize("method", ["touch", "dwell"])
@pytest.mark.parametrize("at", EVERY)
def test_every_cell_can_be_chosen_by_pointer(at: str, method: str) -> None:
    settings = with_values(Settings(), {**QUICK, "scan_method": method})
    board = begun(at, settings).view.board
    for cell in (*board.cells(), *strip_of(at)):
        if not cell.hidden:
            check(cell, chosen_by_pointer(at, cell, settings))


def chosen_by_pointer(at: str, cell: Cell, settings: Settings) -> Person:
    """Once, and once more where the cell asks."""
    person = Person(begun(at, settings))
    person.effects += person.session.start(0.0)
    for _ in range(2):
        contact = settings.scan_method == "touch"
        person.do(Pointed(Pointing.DOWN if contact else Pointing.OVER, cell.id))
        person.wait(settings.dwell_time)
        person.do(Pointed(Pointing.UP if contact else Pointing.GONE, cell.id))
        person.wait(0.5)  # longer than a flicker
        if person.view.asking is None:
            break
    return person


@pytest.mark.parametrize("method", OTHERS)
@pytest.mark.parametrize("at", EACH)
def test_every_cell_can_be_reached_with_several_switches(at: str, method: str) -> None:
    settings = with_values(Settings(), {**QUICK, "scan_method": method})
    board = begun(at, settings).view.board
    for cell in (*(cell for cell in board.cells() if not cell.hidden), *strip_of(at)):
        check(cell, chosen_by_switch(at, cell, settings))


def check(cell: Cell, person: Person) -> None:
    """The cell has done what it is for."""
    match cell.action:
        case SayPhrase(text):
            said = [effect.text for effect in person.effects if isinstance(effect, Speak)]
            assert said == [text]
        case AddText(text):
            assert person.view.message.strip().endswith(text)
        case OpenBoard(board_id):
            assert person.view.board.id == board_id
        case Alarm() | Do(Command.CALL):
            assert person.view.alert is not None
            assert any(isinstance(effect, Ring) for effect in person.effects)
        case Do(Command.QUIT):
            assert any(isinstance(effect, Quit) for effect in person.effects)
        case Part(slot, text):
            assert f"{slot}\x1f{text}" in person.session.work.parts[0]
        case SayParts():
            said = [effect.text for effect in person.effects if isinstance(effect, Speak)]
            assert said == [cell.action.bare]
