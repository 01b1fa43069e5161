"""The rows of the screen as directed scanning goes over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aac.core.scan import Arranged
from aac.core.scan_tree import Group, GroupKind, Leaf, Offered, build
from aac.model.board import Board, BoardKind, Cell
from aac.model.settings import Settings


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
            Placed(cell.id, (place + 0.5) / len(cells))
            for place, cell in enumerate(cells)
            if cell is not None and not cell.hidden
        )
    )
