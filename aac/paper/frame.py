"""What every page has: a title at its head, and at its foot what it is and when it was printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aac.model.paper_words import paper_text
from aac.paper.marks import (
    DARK,
    FOOT,
    LINE,
    MARGIN,
    PAPERS,
    Align,
    Box,
    Mark,
    Page,
    Widths,
    Words,
)

TITLE = 26.0
UNDER_TITLE = 8.0
OVER_FOOT = 6.0


@dataclass(frozen=True)
class Press:
    """How it is printed.  ``paper``: a key of `PAPERS`.  ``date``: as it is to be read, told by
    whoever prints.  ``widths``: of the letters."""

    paper: str
    date: str
    version: str
    widths: Widths


def sides(press: Press, landscape: bool) -> tuple[float, float]:
    """Width and height of the paper."""
    width, height = PAPERS[press.paper]
    return (height, width) if landscape else (width, height)


def room(press: Press, landscape: bool) -> Box:
    """The place between title and foot."""
    width, height = sides(press, landscape)
    body = Box(0, 0, width, height).inset(MARGIN)
    top = TITLE * LINE + UNDER_TITLE
    return Box(body.x, body.y + top, body.w, body.h - top - FOOT * LINE - OVER_FOOT)


@dataclass(frozen=True)
class Side:
    """One side of paper before it has its number."""

    title: str
    landscape: bool
    marks: Sequence[Mark]


def pages(press: Press, sheet: str, made: Sequence[Side]) -> tuple[Page, ...]:
    """Finished pages, numbered.  ``sheet``: its name at the foot."""
    return tuple(
        _page(press, sheet, side, (number, len(made))) for number, side in enumerate(made, start=1)
    )


def _page(press: Press, sheet: str, side: Side, place: tuple[int, int]) -> Page:
    width, height = sides(press, side.landscape)
    body = Box(0, 0, width, height).inset(MARGIN)
    head = Box(body.x, body.y, body.w, TITLE * LINE)
    number = paper_text("page", number=place[0], of=place[1])
    tail = paper_text("foot", date=press.date, version=press.version, page=number)
    taken = press.widths(tail, False) * FOOT + 12
    foot = Box(body.x, body.bottom - FOOT * LINE, body.w - taken, FOOT * LINE)
    end = Box(foot.right, foot.y, taken, foot.h)
    name = _cut(sheet, foot.w, FOOT, press.widths, False)
    return Page(
        width,
        height,
        (
            Words(_cut(side.title, body.w, TITLE, press.widths, True), head, TITLE, bold=True),
            *side.marks,
            Words(name, foot, FOOT, ink=DARK),
            Words(tail, end, FOOT, align=Align.RIGHT, ink=DARK),
        ),
    )


def _cut(text: str, width: float, size: float, widths: Widths, bold: bool) -> str:
    """The text in one line: a longer one loses its end, down to one letter."""
    if widths(text, bold) * size <= width:
        return text
    while len(text) > 1 and widths(text + "…", bold) * size > width:
        text = text[:-1]
    return text + "…"
