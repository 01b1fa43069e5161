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


def pages(
    press: Press,
    sheet: str,
    landscape: bool,
    sides_of: Sequence[tuple[str, Sequence[Mark]]],
) -> tuple[Page, ...]:
    """Finished pages.  ``sheet``: its name at the foot.  ``sides_of``: title and marks of each."""
    return tuple(
        _page(press, sheet, landscape, title, marks, (number, len(sides_of)))
        for number, (title, marks) in enumerate(sides_of, start=1)
    )


def _page(
    press: Press,
    sheet: str,
    landscape: bool,
    title: str,
    marks: Sequence[Mark],
    place: tuple[int, int],
) -> Page:
    width, height = sides(press, landscape)
    body = Box(0, 0, width, height).inset(MARGIN)
    head = Box(body.x, body.y, body.w, TITLE * LINE)
    foot = Box(body.x, body.bottom - FOOT * LINE, body.w, FOOT * LINE)
    number = paper_text("page", number=place[0], of=place[1])
    tail = paper_text("foot", date=press.date, version=press.version, page=number)
    left = body.w - press.widths(tail, False) * FOOT - 12
    return Page(
        width,
        height,
        (
            Words(_cut(title, body.w, TITLE, press.widths, True), head, TITLE, bold=True),
            *marks,
            Words(
                _cut(sheet, left, FOOT, press.widths, False),
                Box(foot.x, foot.y, left, foot.h),
                FOOT,
                ink=DARK,
            ),
            Words(tail, Box(foot.x + left, foot.y, foot.w - left, foot.h), FOOT,
                  align=Align.RIGHT, ink=DARK),
        ),
    )  # fmt: skip


def _cut(text: str, width: float, size: float, widths: Widths, bold: bool) -> str:
    """The text in one line: a longer one loses its end, down to one letter."""
    if widths(text, bold) * size <= width:
        return text
    while len(text) > 1 and widths(text + "…", bold) * size > width:
        text = text[:-1]
    return text + "…"
