"""Which button stands where, out of whatever the file says about it."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from aac.files.notes import Notes
from aac.files.obf.actions import text_id
from aac.files.obf.raw import Raw
from aac.ports import BoardProblem

SIDE_LIMIT = 100
SPAN = "ext_wren_span"  # {"columns": 2, "rows": 1} on a button that stands in its first place
_POSITION = ("left", "top", "width", "height")

Places = list[list[str | None]]
Spans = dict[str, tuple[int, int]]  # button id -> columns and rows, where that is not one by one


def places(raw: object, buttons: Mapping[str, Raw], notes: Notes, where: str) -> Places:
    """Rows of button ids, all of one length, at least one place.

    ``buttons``: those there are, in the order of the file.  ``order`` counts, not the numbers
    beside it; where it places nothing, the buttons stand by their positions on the screen, and
    where they have none, as they come.  Raises `BoardProblem` where the board is too large.
    """
    grid = raw if isinstance(raw, Mapping) else {}
    order = grid.get("order")
    written = (
        [row if isinstance(row, list) else [] for row in order] if isinstance(order, list) else []
    )
    rows: Places = []
    for entries in written:
        ids = [text_id(entry) for entry in entries]
        if any(one and one not in buttons for one in ids):
            notes.mend("The grid names buttons that are not there: their places are empty.", where)
        rows.append([one if one in buttons else None for one in ids])
    if buttons and not any(any(row) for row in rows):
        found = _positioned(buttons)
        if found is not None:
            notes.mend("The grid is made from the buttons’ positions on the screen.", where)
            return _trimmed(found)
        notes.mend("The board has no grid: its buttons are laid out as they come.", where)
        return _laid_out(grid, tuple(buttons))
    said = grid.get("rows"), grid.get("columns")
    if said != (len(rows), max((len(row) for row in rows), default=0)):
        notes.mend("The grid has another size than it says.", where)
    return _trimmed(rows)


def spans(rows: Places, buttons: Mapping[str, Raw], notes: Notes, where: str) -> Spans:
    """The buttons that cover more than their own place, as far as those places are empty."""
    found: Spans = {}
    covered: set[tuple[int, int]] = set()
    for y, row in enumerate(rows):
        for x, button_id in enumerate(row):
            if button_id is None or SPAN not in buttons[button_id] or button_id in found:
                continue
            columns, high = _said_span(buttons[button_id].get(SPAN))
            own = {(x + dx, y + dy) for dx in range(columns) for dy in range(high)} - {(x, y)}
            fits = x + columns <= len(row) and y + high <= len(rows) and not own & covered
            if not fits or any(rows[dy][dx] is not None for dx, dy in own):
                notes.mend("A button would cover others: it is shown in one place.", where)
                continue
            if own:
                covered |= own
                found[button_id] = columns, high
    return found


def _said_span(raw: object) -> tuple[int, int]:
    sizes = raw if isinstance(raw, Mapping) else {}
    return _side(sizes.get("columns")), _side(sizes.get("rows"))


def _side(value: object) -> int:
    return value if isinstance(value, int) and 1 <= value <= SIDE_LIMIT else 1


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


def _positioned(buttons: Mapping[str, Raw]) -> Places | None:
    """A grid that keeps the order of the places on the screen; ``None`` where one is not said."""
    boxes: list[tuple[str, float, float, float, float]] = []
    for button_id, button in buttons.items():
        box = [button.get(name) for name in _POSITION]
        numbers = [float(one) for one in box if isinstance(one, int | float) and -1 <= one <= 2]
        if len(numbers) < len(_POSITION):
            return None
        boxes.append((button_id, *numbers))  # type: ignore[arg-type]  # four numbers
    lefts = _edges([(left, width) for _, left, _, width, _ in boxes])
    tops = _edges([(top, height) for _, _, top, _, height in boxes])
    rows: Places = [[None] * len(lefts) for _ in tops]
    over: list[str | None] = []
    for button_id, left, top, _, _ in boxes:
        x, y = bisect_right(lefts, left) - 1, bisect_right(tops, top) - 1
        if rows[y][x] is None:
            rows[y][x] = button_id
        else:
            over.append(button_id)  # it lies upon another: it gets a place below all of them
    for start in range(0, len(over), len(lefts)):
        rows.append(over[start : start + len(lefts)])
    return rows


def _edges(sides: Sequence[tuple[float, float]]) -> list[float]:
    """Where columns or rows begin: starts that lie closer than half a button are one."""
    near = max(min(size for _, size in sides) / 2, 0.005)
    edges: list[float] = []
    for start in sorted(start for start, _ in sides):
        if not edges or start - edges[-1] > near:
            edges.append(start)
    return edges


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
