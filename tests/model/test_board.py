"""Boards as plain data."""

from __future__ import annotations

from aac.model.board import Board, BoardSet
from tests.small_boards import board, boards


def test_a_board_knows_its_size_and_its_cells_in_reading_order() -> None:
    one = board("b", "A . B", "(C) D")
    assert (one.rows, one.columns) == (2, 3)
    assert [cell.id for cell in one.cells()] == ["A", "B", "C", "D"]


def test_an_empty_board_has_no_columns() -> None:
    assert (Board("b", "b", ()).rows, Board("b", "b", ()).columns) == (0, 0)


def test_a_cell_is_found_by_its_id() -> None:
    one = board("b", "A B")
    found = one.cell("B")
    assert found is not None and found.label == "B"
    assert one.cell("Z") is None


def test_a_board_that_is_not_there_is_the_home_board() -> None:
    every: BoardSet = boards(board("home", "A"), board("two", "B"))
    assert every.get("two").id == "two"
    assert every.get("nowhere").id == "home"
