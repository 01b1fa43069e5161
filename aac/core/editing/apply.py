"""What an edit makes of the boards.  None moves a cell that it does not name, except lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from aac.core.editing.grid import (
    area,
    free_id,
    is_free,
    nearest_free,
    rows_of,
    standing_at,
    with_rows,
)
from aac.core.editing.lines import with_line, without_line
from aac.core.editing.problem import EditProblem
from aac.core.editing.pushing import pushed
from aac.model.board import Board, Cell
from aac.model.changed_boards import Changes
from aac.model.edits import (
    AddBoard,
    AddLine,
    CopyBoard,
    CopyCell,
    DeleteCell,
    Edit,
    HideCell,
    MoveCell,
    NameBoard,
    Place,
    PutBoard,
    PutCell,
    RemoveBoard,
    RemoveLine,
    SizeCell,
    UseBoardFor,
)


def changes_of(edit: Edit, boards: Mapping[str, Board]) -> Changes:
    """The boards that the edit changes, by id; None is a board taken away.

    Raises `EditProblem` where it cannot be done.
    """
    match edit:
        case AddBoard(name, rows, columns, ways):
            key = _board_id(name, boards)
            last = (*ways, *(None,) * columns)[:columns]
            return {key: Board(key, name, (*((None,) * columns,) * (rows - 1), last))}
        case CopyBoard(key, name):
            new = _board_id(name, boards)
            return {new: replace(_board(boards, key), id=new, name=name)}
        case RemoveBoard(key):
            _board(boards, key)
            return {key: None}
        case PutBoard(board):
            return {board.id: board}
        case _:
            board = _board(boards, edit.board)
            return {board.id: _changed(edit, board)}


def _board(boards: Mapping[str, Board], key: str) -> Board:
    board = boards.get(key)
    if board is None:
        raise EditProblem("no_board")
    return board


def _board_id(name: str, boards: Mapping[str, Board]) -> str:
    """An id of plain signs, so that it stays the same in every file and program."""
    signs = (sign if sign.isascii() and sign.isalnum() else "-" for sign in name.lower())
    plain = "-".join(filter(None, "".join(signs).split("-")))[:40]
    return free_id(plain or "board", set(boards))


def _changed(edit: Edit, board: Board) -> Board:
    match edit:
        case NameBoard(name=name):
            return replace(board, name=name)
        case UseBoardFor(kind=kind):
            return replace(board, kind=kind)
        case PutCell(place=place, cell=cell):
            return _put(board, place, cell)
        case MoveCell(place=place, to=to):
            return _moved(board, place, to)
        case CopyCell(place=place, to=to):
            return _copied(board, place, to)
        case SizeCell(place=place, width=width, height=height):
            return _sized(board, place, width, height)
        case HideCell(place=place, hidden=hidden):
            at, cell = _there(board, place)
            return _with(board, {at: replace(cell, hidden=hidden)})
        case DeleteCell(place=place):
            at, _ = _there(board, place)
            return _with(board, {at: None})
        case AddLine(at=at_line, column=column):
            return with_line(board, at_line, column=column)
        case RemoveLine(at=at_line, column=column):
            return without_line(board, at_line, column=column)
    raise ValueError(f"this is no edit of one board: {edit}")


def _there(board: Board, place: Place) -> tuple[Place, Cell]:
    found = standing_at(board, place)
    if found is None:
        raise EditProblem("no_cell")
    return found


def _with(board: Board, cells: Mapping[Place, Cell | None]) -> Board:
    rows = rows_of(board)
    for (r, c), cell in cells.items():
        rows[r][c] = cell
    return with_rows(board, rows)


def _put(board: Board, place: Place, cell: Cell) -> Board:
    found = standing_at(board, place)
    if found is not None:
        at, old = found
        same = replace(cell, id=old.id, width=old.width, height=old.height)
        return _with(board, {at: same})
    if not is_free(board, area(place, cell)):
        raise EditProblem("no_room")
    return _with(board, {place: replace(cell, id=_cell_id(board, cell))})


def _cell_id(board: Board, cell: Cell) -> str:
    return free_id(cell.id or "cell", {one.id for one in board.cells()})


def _moved(board: Board, place: Place, to: Place) -> Board:
    at, cell = _there(board, place)
    other = standing_at(board, to)
    own = area(at, cell)
    if is_free(board, area(to, cell), beside=own):
        return _with(board, {at: None, to: cell})
    swapped = other is not None and other[0] != at and _swapped(board, (at, cell), other)
    if swapped:
        return swapped
    aside = pushed(board, at, cell, to) if area(to, cell) & own else None
    if aside is None:
        raise EditProblem("no_room")
    return _with(board, aside)


def _swapped(board: Board, one: tuple[Place, Cell], other: tuple[Place, Cell]) -> Board | None:
    """The two in each other's places, where both have room."""
    (at, cell), (there, second) = one, other
    both = area(at, cell) | area(there, second)
    fits = is_free(board, area(there, cell), both) and is_free(board, area(at, second), both)
    if not fits or area(there, cell) & area(at, second):
        return None
    return _with(board, {at: second, there: cell})


def _copied(board: Board, place: Place, to: Place | None) -> Board:
    at, cell = _there(board, place)
    target = to or nearest_free(board, at, cell.width, cell.height)
    if target is None or not is_free(board, area(target, cell)):
        raise EditProblem("no_room")
    return _with(board, {target: replace(cell, id=_cell_id(board, cell), hidden=False)})


def _sized(board: Board, place: Place, width: int, height: int) -> Board:
    at, cell = _there(board, place)
    wanted = replace(cell, width=max(1, width), height=max(1, height))
    if not is_free(board, area(at, wanted), beside=area(at, cell)):
        raise EditProblem("no_room")
    return _with(board, {at: wanted})
