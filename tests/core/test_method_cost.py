"""Presses under every method, counted, and found again by somebody who presses."""

from __future__ import annotations

import pytest

from aac.cli.boards import board_cost
from aac.core.cost import NOTHING
from aac.core.method_cost import not_counted, presses_of
from aac.core.session import Session
from aac.model.declared import Value
from aac.model.events import SwitchPressed
from aac.model.settings import Settings, with_values
from aac.model.view import Work
from tests.one_switch import Person
from tests.scan_script import PLAIN
from tests.small_boards import board, boards

GRID = board("home", "A B C", "D . E", "F G H")
ALL = boards(GRID, strip=())


def settings_of(method: str, **more: Value) -> Settings:
    return with_values(Settings(), {**PLAIN, "scan_method": method, **more})


class Counting(Person):
    def do(self, event: object) -> None:
        self.presses = getattr(self, "presses", 0) + isinstance(event, SwitchPressed)
        super().do(event)  # type: ignore[arg-type]


@pytest.mark.parametrize("pattern", ["linear", "row_column"])
@pytest.mark.parametrize(
    "method", ["automatic", "inverse", "step", "overscan", "two_switch", "elimination_2",
               "elimination_4"]
)  # fmt: skip
def test_somebody_who_never_errs_presses_as_often_as_counted(method: str, pattern: str) -> None:
    settings = settings_of(method, scan_pattern=pattern)
    counted = presses_of(GRID, (), NOTHING, settings)
    assert counted.keys() == {cell.id for cell in GRID.cells()}
    for cell_id, presses in counted.items():
        person = Counting(Session(ALL, settings, Work()))
        person.session.start(0.0)
        person.choose(cell_id)
        assert person.presses == presses, cell_id


@pytest.mark.parametrize(
    ("method", "counted"),
    [
        ("directed_5", "A1 B2 C2 D2 E3 F2 G3 H3"),
        ("directed_4", "A1 B2 C2 D2 E3 F2 G3 H3"),
        ("directed_3", "A1 B2 C3 D2 E3 F3 G4 H5"),
    ],
)
def test_directed_scanning_takes_the_shortest_way(method: str, counted: str) -> None:
    found = presses_of(GRID, (), NOTHING, settings_of(method))
    assert " ".join(f"{cell}{presses}" for cell, presses in sorted(found.items())) == counted


def test_an_empty_board_costs_nothing() -> None:
    empty = board("home", ". .")
    for method in ("directed_5", "elimination_2", "automatic"):
        assert presses_of(empty, (), NOTHING, settings_of(method)) == {}


def test_what_a_method_does_not_have_is_null_and_a_note_says_so() -> None:
    letters = boards(board("home", "+a +b", "+c +_", spelling=True))
    plain = board_cost(letters.get("home"), letters, settings_of("automatic"))
    assert plain["steps_per_char"] is not None and plain["seconds_per_char"] is not None
    two = board_cost(letters.get("home"), letters, settings_of("two_switch"))
    assert two["steps_per_char"] == two["presses_per_char"] == plain["steps_per_char"]
    assert two["seconds_per_char"] is two["words_per_minute"] is None
    five = board_cost(letters.get("home"), letters, settings_of("directed_5"))
    assert five["steps_per_char"] is five["steps_per_char_as_set"] is None
    assert five["presses_per_char"] is not None
    assert len(five["notes"]) > len(plain["notes"])  # type: ignore[arg-type]
    assert not_counted("automatic") == frozenset()
