"""Rows and columns, added and removed.  Only empty ones go, so that no cell is lost with them."""

from __future__ import annotations

from dataclasses import replace

from aac.core.editing.grid import Rows, placed, rows_of, with_rows
from aac.core.editing.problem import EditProblem
from aac.model.board import Board

MOST_LINES = 100  # what a board file may have; see `files.obf.grid`


def with_line(board: Board, at: int, *, column: bool) -> Board:
    """An empty line before line ``at``.  Cells that reach across it grow by one place."""
    upright = _turned(board) if column else board
    if upright.rows >= MOST_LINES:
        raise EditProblem("too_large")
    at = min(max(at, 0), upright.rows)
    rows = _stretched(upright, at, 1)
    rows.insert(at, [None] * upright.columns)
    changed = with_rows(upright, rows)
    return _turned(changed) if column else changed


def without_line(board: Board, at: int, *, column: bool) -> Board:
    """Without an empty line.  Cells that reach across it lose one place."""
    upright = _turned(board) if column else board
    if not 0 <= at < upright.rows or upright.rows == 1:
        raise EditProblem("last_line")
    if any(cell is not None for cell in upright.grid[at]):
        raise EditProblem("line_not_empty")
    rows = _stretched(upright, at, -1)
    del rows[at]
    changed = with_rows(upright, rows)
    return _turned(changed) if column else changed


def _stretched(board: Board, at: int, by: int) -> Rows:
    """The rows, with the cells that begin above line ``at`` and reach into it made longer."""
    rows = rows_of(board)
    for (r, c), cell in placed(board):
        if r < at < r + cell.height:
            rows[r][c] = replace(cell, height=cell.height + by)
    return rows


def _turned(board: Board) -> Board:
    """Rows as columns and columns as rows."""
    turned = [
        [cell and replace(cell, width=cell.height, height=cell.width) for cell in column]
        for column in zip(*board.grid, strict=True)
    ]
    return with_rows(board, turned)
