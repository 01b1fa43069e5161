"""The rows of the screen as directed scanning goes over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aac.core.scan import Arranged
from aac.core.scan_tree import Group, GroupKind, Item, Leaf, Offered, build
from aac.model.board import Board, BoardKind, Cell
from aac.model.roles import Role
from aac.model.settings import Settings

# Rows and cells to go on, by role.
WAYS = {
    Role.LEFT: (0, -1),
    Role.RIGHT: (0, 1),
    Role.UP: (-1, 0),
    Role.DOWN: (1, 0),
    Role.NEXT_ROW: (1, 0),
    Role.NEXT_CELL: (0, 1),
}


@dataclass(frozen=True)
class Placed(Leaf):
    """A cell and where it is across the screen: ``x`` from 0 at the left to 1 at the right."""

    x: float = 0.5


def screen_tree(
    board: Board, strip: Sequence[Cell], offered: Offered, settings: Settings
) -> Arranged:
    """The rows of the screen, each with its cells; empty and hidden places are left out."""
    words = (*offered.words, offered.phrase) if offered.phrase else offered.words
    offers: list[Sequence[Cell | None]] = [words, offered.letters]
    ends: list[Sequence[Cell | None]] = [strip]
    if settings.scan_method == "directed_3":
        if settings.offer_scan == "letters_first":
            offers.reverse()
        if not (board.kind is BoardKind.SPELLING and settings.strip_last_on_spelling):
            offers, ends = [strip, *offers], []
    rows = (_row(row) for row in (*offers, *board.grid, *ends))
    plain = build(board, strip, offered, settings)
    return Arranged(tuple(row for row in rows if row.items), GroupKind.TOP, plain)


def _row(cells: Sequence[Cell | None]) -> Group:
    return Group(
        tuple(
            Placed(cell.id, (place + 0.5 * cell.width) / len(cells))
            for place, cell in enumerate(cells)
            if cell is not None and not cell.hidden
        )
    )


def moved(
    rows: Sequence[Group], at: tuple[int, int, float], down: int, right: int, to_first: bool
) -> tuple[int, int, float]:
    """Where a move leads: row, place in it, and the column that up and down keep to.

    ``to_first``: another row begins with its first cell.
    """
    row, place, x = at
    if right:
        place = (place + right) % len(rows[row].items)
        return row, place, x_of(rows[row].items[place])
    row = (row + down) % len(rows)
    items = rows[row].items
    nearest = min(range(len(items)), key=lambda place: abs(x_of(items[place]) - x))
    return row, 0 if to_first else nearest, x


def x_of(item: Item) -> float:
    return item.x if isinstance(item, Placed) else 0.5
