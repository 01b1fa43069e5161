"""From every board a person with one switch comes home, whoever made the board."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.core.session import Session
from aac.core.way_home import WAY_HOME, with_way_home
from aac.model.board import Board, BoardSet, Cell, Do, OpenBoard, SayPhrase
from aac.model.commands import Command
from aac.model.settings import Settings
from aac.model.view import Work
from tests.one_switch import Person

HOME = Board("home", "Home", ((Cell("go", "go", OpenBoard("other")),),))


def cell(name: str, action: object = None, **more: object) -> Cell:
    return Cell(name, name, action or SayPhrase(name), **more)  # type: ignore[arg-type]


def library(*boards: Board) -> BoardSet:
    strip = (cell("strip-yes"), cell("strip-call", Do(Command.CALL)))
    return BoardSet({board.id: board for board in (HOME, *boards)}, home="home", strip=strip)


def other(*rows: tuple[Cell | None, ...]) -> Board:
    return Board("other", "Other", rows)


TRAPS = {
    "no rows": other(),
    "no columns": other((), ()),
    "no cells": other((None, None), (None, None)),
    "all hidden": other((cell("a", hidden=True), cell("b", Do(Command.HOME), hidden=True))),
    "only phrases": other((cell("a"), cell("b"))),
    "a link to itself": other((cell("a", OpenBoard("other")), cell("b"))),
    "a dead link": other((cell("a", OpenBoard("nowhere")), cell("b"))),
    "one large cell": other((cell("a", width=2, height=2), None), (None, None)),
}


@pytest.mark.parametrize("method", ["automatic", "step", "two_switch"])
@pytest.mark.parametrize("trap", TRAPS)
def test_one_switch_comes_home(trap: str, method: str) -> None:
    settings = replace(Settings(), home_board="home", scan_method=method, prediction_on=False)
    person = Person(Session(library(TRAPS[trap]), settings, Work(board="other")))
    person.effects += person.session.start(0.0)
    assert person.view.board.id == "other"
    person.choose(WAY_HOME)
    assert person.view.board.id == "home"


@pytest.mark.parametrize(
    "way",
    [
        cell("x", Do(Command.HOME)),
        cell("x", Do(Command.BACK)),
        cell("x", OpenBoard("home")),
        cell("x", returns=True),
        cell("x", opens="home"),
    ],
)
def test_a_board_that_has_a_way_stays_as_it_is(way: Cell) -> None:
    board = other((cell("a"), way))
    assert with_way_home(board, library(board), "home") is board


def test_a_board_that_leads_to_one_with_a_way_stays_as_it_is() -> None:
    board = other((cell("a", OpenBoard("third")),))
    third = Board("third", "Third", ((cell("x", Do(Command.BACK)),),))
    assert with_way_home(board, library(board, third), "home") is board


def test_a_home_board_without_cells_leads_on() -> None:
    empty = replace(HOME, grid=((None,),))
    boards = BoardSet({"home": empty, "abc": other((cell("a"),))}, home="home", spelling="abc")
    added = with_way_home(empty, boards, "home").cell(WAY_HOME)
    assert added is not None and added.action == OpenBoard("abc")
    alone = BoardSet({"home": empty}, home="home")
    assert with_way_home(empty, alone, "home") is empty


@st.composite
def grids(draw: st.DrawFn) -> Board:
    rows, columns = draw(st.integers(0, 4)), draw(st.integers(0, 4))
    taken: set[tuple[int, int]] = set()
    grid: list[list[Cell | None]] = [[None] * columns for _ in range(rows)]
    for y in range(rows):
        for x in range(columns):
            wide, high = draw(st.integers(0, 2)), draw(st.integers(1, 2))
            spots = {(y + b, x + a) for a in range(wide) for b in range(high)}
            inside = all(b < rows and a < columns for b, a in spots)
            if wide and inside and not spots & taken:
                taken |= spots
                grid[y][x] = cell(f"{y}-{x}", width=wide, height=high, hidden=draw(st.booleans()))
    return other(*(tuple(row) for row in grid))


@given(grids())
def test_no_cell_moves_and_the_added_one_covers_none(board: Board) -> None:
    shown = with_way_home(board, library(board), "home")
    spots: set[tuple[int, int]] = set()
    for y, row in enumerate(shown.grid):
        assert len(row) == shown.columns
        for x, one in enumerate(row):
            if one is not None:
                covered = {(y + b, x + a) for a in range(one.width) for b in range(one.height)}
                assert not spots & covered
                spots |= covered
                if one.id != WAY_HOME:
                    assert board.grid[y][x] is one
    assert sum(one.id == WAY_HOME for one in shown.cells()) == 1
    assert len(list(shown.cells())) == len(list(board.cells())) + 1
