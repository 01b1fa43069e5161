"""The places of a board: what stands where, what is covered, what moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from aac.model.board import AddText, Board, Cell
from aac.model.edits import Place

Rows = list[list[Cell | None]]


def rows_of(board: Board) -> Rows:
    return [list(row) for row in board.grid]


def with_rows(board: Board, rows: Sequence[Sequence[Cell | None]]) -> Board:
    return replace(board, grid=tuple(tuple(row) for row in rows))


def placed(board: Board) -> Iterator[tuple[Place, Cell]]:
    """Every cell with the first of its places, in reading order."""
    for r, row in enumerate(board.grid):
        for c, cell in enumerate(row):
            if cell is not None:
                yield (r, c), cell


def area(place: Place, cell: Cell) -> frozenset[Place]:
    """The places that a cell covers, its own included."""
    row, column = place
    return frozenset(
        (row + down, column + across) for down in range(cell.height) for across in range(cell.width)
    )


def standing_at(board: Board, place: Place) -> tuple[Place, Cell] | None:
    """The cell at this place or covering it, with the first of its places."""
    return next(((at, cell) for at, cell in placed(board) if place in area(at, cell)), None)


def is_free(board: Board, wanted: frozenset[Place], beside: frozenset[Place] = frozenset()) -> bool:
    """Whether these places are on the board and empty; those of ``beside`` count as empty."""
    if not all(0 <= r < board.rows and 0 <= c < board.columns for r, c in wanted):
        return False
    taken = frozenset(place for at, cell in placed(board) for place in area(at, cell))
    return not wanted & (taken - beside)


def nearest_free(board: Board, place: Place, width: int = 1, height: int = 1) -> Place | None:
    """The place with room that is nearest to this one, the first of equals in reading order."""
    row, column = place
    room = Cell("", "", AddText(""), width=width, height=height)
    taken = frozenset(one for at, cell in placed(board) for one in area(at, cell))
    found = (
        (r, c)
        for r in range(board.rows - height + 1)
        for c in range(board.columns - width + 1)
        if not area((r, c), room) & taken
    )
    return min(found, key=lambda at: abs(at[0] - row) + abs(at[1] - column), default=None)


def free_id(wanted: str, taken: set[str]) -> str:
    """``wanted``, or with a number behind it where that is taken."""
    found, n = wanted, 1
    while found in taken:
        n += 1
        found = f"{wanted}-{n}"
    return found


def moved(known: Board | None, board: Board) -> int:
    """How many cells that the person knows stand elsewhere now (guidance G33).

    A cell that is hidden, deleted or new has not moved.  ``known``: the board as it was.
    """
    if known is None:
        return 0
    now: Mapping[str, Place] = {cell.id: at for at, cell in placed(board) if not cell.hidden}
    before = ((at, cell) for at, cell in placed(known) if not cell.hidden)
    return sum(1 for at, cell in before if now.get(cell.id, at) != at)
