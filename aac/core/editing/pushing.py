"""A large cell that moves by less than its own size: what it meets goes round to its other side."""

from __future__ import annotations

from collections.abc import Mapping

from aac.core.editing.grid import area, placed
from aac.model.board import Board, Cell
from aac.model.edits import Place


def pushed(board: Board, at: Place, cell: Cell, to: Place) -> Mapping[Place, Cell | None] | None:
    """What stands where after the move, as far as it changes; None where there is no room.

    The cells that are met must stand whole within the places that the moving one takes.
    """
    down, across = to[0] - at[0], to[1] - at[1]
    if down and across:
        return None
    own, target = area(at, cell), area(to, cell)
    entered, left = target - own, own - target
    if not all(0 <= r < board.rows and 0 <= c < board.columns for r, c in entered):
        return None
    changes: dict[Place, Cell | None] = {}
    back = (-cell.height if down > 0 else cell.height, 0) if down else (
        0, -cell.width if across > 0 else cell.width)  # fmt: skip
    met = [(place, one) for place, one in placed(board) if area(place, one) & entered]
    for place, one in met:
        beside = place[0] + back[0], place[1] + back[1]
        if not (area(place, one) <= entered and area(beside, one) <= left):
            return None
        changes[place] = None
    changes[at] = None
    changes |= {(r + back[0], c + back[1]): one for (r, c), one in met}
    return {**changes, to: cell}
