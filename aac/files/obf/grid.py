"""Which button stands where, out of whatever the file says about it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from aac.files.obf.actions import text_id
from aac.ports import BoardProblem

SIDE_LIMIT = 100

Places = list[list[str | None]]


def places(raw: object, buttons: Sequence[str]) -> Places:
    """Rows of button ids, all of one length, at least one place.

    ``buttons``: the ids there are, in the order of the file.  ``order`` counts, not the numbers
    beside it; where it places nothing, the buttons are laid out as they come.  Raises
    `BoardProblem` where the board is too large to be shown.
    """
    grid = raw if isinstance(raw, Mapping) else {}
    known = set(buttons)
    order = grid.get("order")
    rows = [
        [found if (found := text_id(entry)) in known else None for entry in row]
        if isinstance(row, list)
        else []
        for row in (order if isinstance(order, list) else [])
    ]
    if buttons and not any(any(row) for row in rows):
        return _laid_out(grid, buttons)
    return _trimmed(rows)


def _trimmed(rows: Places) -> Places:
    """Rows of one length; empty rows and columns at the far sides go only if there are too many."""
    width = max((len(row) for row in rows), default=0)
    if len(rows) > SIDE_LIMIT:
        last = max((n for n, row in enumerate(rows) if any(row)), default=0)
        rows = rows[: last + 1]
    if width > SIDE_LIMIT:
        width = 1 + max((n for row in rows for n, place in enumerate(row) if place), default=0)
    if len(rows) > SIDE_LIMIT or width > SIDE_LIMIT:
        raise BoardProblem(f"The board is larger than {SIDE_LIMIT} rows or columns.")
    width = max(width, 1)
    return [(row + [None] * width)[:width] for row in rows] or [[None]]


def _laid_out(grid: Mapping[str, object], buttons: Sequence[str]) -> Places:
    if len(buttons) > SIDE_LIMIT**2:
        raise BoardProblem(f"The board is larger than {SIDE_LIMIT} rows or columns.")
    width = grid.get("columns")
    if not isinstance(width, int) or not len(buttons) / SIDE_LIMIT <= width <= SIDE_LIMIT:
        width = math.ceil(math.sqrt(len(buttons)))
    rows: Places = []
    for start in range(0, len(buttons), width):
        row: list[str | None] = list(buttons[start : start + width])
        rows.append(row + [None] * (width - len(row)))
    return rows
