"""Which cells of a sheet can be seen, where, and how many places each covers."""

from __future__ import annotations

from collections.abc import Mapping

from aac.model.board import Cell

Rows = tuple[tuple[Cell | None, ...], ...]
Place = tuple[int, int]  # row and column, from 0


def spans(cells: Mapping[Place, Cell]) -> dict[Place, tuple[int, int]]:
    """The cells that cover several places, and how many."""
    spans = {place: (cell.width, cell.height) for place, cell in cells.items()}
    return {place: span for place, span in spans.items() if span != (1, 1)}


def seen_cells(rows: Rows) -> dict[Place, Cell]:
    """The cells that can be seen, by their places."""
    return {
        (r, c): cell
        for r, row in enumerate(rows)
        for c, cell in enumerate(row)
        if cell is not None and not cell.hidden
    }
