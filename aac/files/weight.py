"""About how much memory a board takes, so that a file made to fill it up is stopped in time.

Counted for CPython on 64 bits and rounded up: what a cell is made of, and what is kept of the file
beside it.  Pictures in a package are not counted: they stay there until they are shown.
"""

from __future__ import annotations

from collections.abc import Mapping

from aac.model.board import Board

FILE_LIMIT = 320 * 2**20
"""Bytes of all boards of one file; ten thousand boards of forty cells take 290 MB."""
READING_LIMIT = 420 * 2**20
"""Bytes of all boards of one file and of the one that is being read."""
READING = 4
"""So many times the bytes in the file are needed while it is read."""

_CELL = 600
_VALUE = 120


def board_weight(board: Board) -> int:
    """Bytes.  Raises `RecursionError` where something kept is nested too deeply."""
    cells = sum(_CELL + _weight(cell.extra) + len(cell.label) for cell in board.cells())
    return cells + _weight(board.extra) + 8 * board.rows * board.columns


def _weight(value: object) -> int:
    if isinstance(value, dict):
        return _VALUE + sum(_VALUE + len(key) + _weight(one) for key, one in value.items())
    if isinstance(value, list):
        return _VALUE + sum(8 + _weight(one) for one in value)
    if isinstance(value, str):
        return _VALUE + len(value) * _width(value)
    if isinstance(value, Mapping):  # files that stay in the package
        return _VALUE * (1 + len(value))
    return 32


def _width(text: str) -> int:
    """Bytes of each character, as Python keeps them."""
    if text.isascii():
        return 1
    return 4 if any(sign > "\uffff" for sign in text[:1000]) else 2
