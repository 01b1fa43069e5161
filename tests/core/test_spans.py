"""Cells that cover several places: scanned once, where they stand."""

from __future__ import annotations

from collections import Counter

import pytest

from aac.core.scan_tree import Offered, build, walk
from aac.core.screen_tree import Placed, screen_tree
from aac.model.board import Board, Cell, SayPhrase
from aac.model.settings import Settings


def cell(name: str, width: int = 1, height: int = 1) -> Cell:
    return Cell(name, name, SayPhrase(name), width=width, height=height)


BOARD = Board(
    "spans",
    "Spans",
    (
        (cell("big", 2, 2), None, cell("a"), cell("b")),
        (None, None, cell("c"), cell("d")),
        (cell("wide", 4), None, None, None),
        (cell("e"), cell("f"), cell("g"), cell("h")),
    ),
)


@pytest.mark.parametrize(
    "pattern", ["linear", "row_column", "column_row", "block_row_column", "auto"]
)
def test_each_is_lit_once_and_none_is_missing(pattern: str) -> None:
    tree = build(BOARD, (), Offered(), Settings(scan_pattern=pattern))
    assert Counter(cell_id for cell_id, _, _ in walk(tree)) == Counter(
        cell.id for cell in BOARD.cells()
    )


def test_a_cell_that_fills_its_row_is_lit_at_once() -> None:
    tree = build(BOARD, (), Offered(), Settings(scan_pattern="row_column"))
    presses = {cell_id: presses for cell_id, _, presses in walk(tree)}
    assert presses["wide"] == 1
    assert presses["big"] == 2


def test_up_and_down_lead_from_the_middle_of_a_wide_cell() -> None:
    tree = screen_tree(BOARD, (), Offered(), Settings(scan_method="directed_5"))
    across = {item.cell_id: item.x for row in tree.items for item in row.items
              if isinstance(item, Placed)}  # fmt: skip
    assert across["wide"] == 0.5
    assert across["big"] == 0.25
    assert across["a"] == pytest.approx(0.625)
