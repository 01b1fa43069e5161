"""Which place is the chosen one after an edit: the cell that was chosen stays so."""

from __future__ import annotations

from aac.core.editing.grid import placed, standing_at
from aac.model.board import Board
from aac.model.edits import AddLine, CopyCell, Edit, MoveCell, Place, RemoveLine


def place_after(edit: Edit, place: Place | None, before: Board, after: Board) -> Place | None:
    """The place to choose on ``after``, which the edit made of ``before``."""
    match edit:
        case MoveCell(place=moved):
            found = standing_at(before, moved)
            return _place_of(found[1].id, after) if found else place
        case CopyCell():
            known = {cell.id for cell in before.cells()}
            return next((at for at, cell in placed(after) if cell.id not in known), place)
        case AddLine(at=at, column=column) if place is not None:
            return _shifted(place, at, 1, column)
        case RemoveLine(at=at, column=column) if place is not None:
            return on_board(_shifted(place, at + 1, -1, column), after)
    return on_board(place, after)


def on_board(place: Place | None, board: Board) -> Place | None:
    """The place, or the nearest there is; that of the cell which covers it."""
    if place is None:
        return None
    row = min(max(place[0], 0), board.rows - 1)
    column = min(max(place[1], 0), board.columns - 1)
    found = standing_at(board, (row, column))
    return found[0] if found else (row, column)


def _shifted(place: Place, at: int, by: int, column: bool) -> Place:
    row, across = place
    if column:
        return (row, across + by) if across >= at else place
    return (row + by, across) if row >= at else place


def _place_of(cell_id: str, board: Board) -> Place | None:
    return next((at for at, cell in placed(board) if cell.id == cell_id), None)
