"""Where the buttons of a Snap page stand: which of its layouts is used, and the places in it.

A page has up to 21 layouts; the one of the set's own size that is not for scanning is the one
that people see (boards.md 4.2).  Positions may run past its rows: such a page scrolls.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from aac.files.imports.database import Database, Row
from aac.files.imports.limits import SIDE_LIMIT

_PLACING = ("GridPosition", "GridSpan", "Visible", "PageLayoutId")


@dataclass(frozen=True)
class Layout:
    """``id`` is ``None`` where the file has no layouts."""

    id: object
    columns: int
    rows: int


@dataclass(frozen=True)
class Spot:
    """``x``, ``y`` are ``None`` where the file gives no place that can be read."""

    x: int | None
    y: int | None
    width: int = 1
    height: int = 1
    visible: bool = True


def pair(written: object) -> tuple[int, int] | None:
    """ "5,2" -> 5 and 2."""
    parts = written.split(",")[:2] if isinstance(written, str) else []
    if len(parts) < 2 or not all(_is_number(part) for part in parts):
        return None
    return int(parts[0]), int(parts[1])


def _is_number(part: str) -> bool:
    part = part.strip()
    return part.isascii() and part.isdigit() and len(part) < 7


def layouts(base: Database, usual: tuple[int, int] | None) -> dict[object, Layout]:
    """Page -> the layout that is used."""
    ranked: dict[object, tuple[int, Layout]] = {}
    for row in base.rows("PageLayout", ("Id", "PageLayoutSetting", "PageId")):
        size = pair(row["PageLayoutSetting"])
        if size is None or not (0 < size[0] <= SIDE_LIMIT and 0 < size[1] <= SIDE_LIMIT):
            continue
        scanning = str(row["PageLayoutSetting"]).split(",")[2:3] == ["True"]
        # The set's own size first, then the largest; those for scanning last.
        rank = (size == usual) * 10**6 + size[0] * size[1] - scanning * 10**7
        page = row["PageId"]
        if page not in ranked or rank > ranked[page][0]:
            ranked[page] = rank, Layout(row["Id"], *size)
    return {page: layout for page, (_, layout) in ranked.items()}


def places(base: Database, key: str, table: str) -> Mapping[object, Mapping[object, Spot]]:
    """What is placed -> layout -> where.  ``key``: the column that names what is placed."""
    found: dict[object, dict[object, Spot]] = defaultdict(dict)
    for row in base.rows(table, (key, *_PLACING)):
        found[row[key]].setdefault(row["PageLayoutId"], _spot(row))
    return found


def _spot(row: Row) -> Spot:
    at = pair(row["GridPosition"])
    span = pair(row["GridSpan"]) or (1, 1)
    x, y = at if at else (None, None)
    return Spot(x, y, span[0], span[1], row["Visible"] not in (0, "0", False))
