"""The eye-pointing sheet (guidance G64): eight blocks round a hole, for two looks.

A letter stands within its block where the block of the second look stands on the sheet: look at
the block, then at that corner.  Blocks bear numbers, so nothing hangs on colour.  The partner's
side is the mirror image with its letters the right way round, so that printed on the back of the
sheet each block lies behind its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from aac.paper.contents import Eyes
from aac.paper.frame import Press, Side, pages, room
from aac.paper.lettering import largest, lines_of, set_from_top, set_in
from aac.paper.marks import DARK, LINE, PALE, SMALLEST, Box, Frame, Mark, Page, Widths

BLOCKS = 8
# Places of a square of nine, in reading order, without its middle.
RING = ((0, 0), (1, 0), (2, 0), (0, 1), (2, 1), (0, 2), (1, 2), (2, 2))
CORNERS = (0, 2, 5, 7)
GAP = 9.0
PAD = 6.0
LARGEST = 60.0
LARGEST_WORD = 27.0  # keeps clear of the number between them


def places_in(count: int) -> tuple[int, ...]:
    """The places of the ring for so many entries: the corners while they suffice."""
    return CORNERS[:count] if count <= len(CORNERS) else tuple(range(count))


def lay_eyes(sheet: Eyes, press: Press) -> tuple[Page, ...]:
    """The person's side and the partner's."""
    made = [
        Side(title, True, list(_side(sheet, hint, press, mirrored=mirrored)))
        for title, hint, mirrored in zip(sheet.heads, sheet.hints, (False, True), strict=True)
    ]
    return pages(press, sheet.title, made)


def _side(sheet: Eyes, hint: str, press: Press, *, mirrored: bool) -> Iterator[Mark]:
    body = room(press, landscape=True)
    yield from set_from_top(hint, body, SMALLEST, press.widths)
    # The blocks of both sides lie behind one another, whatever the lengths of the hints.
    lines = max(len(lines_of(each, body.w, SMALLEST, press.widths)) for each in sheet.hints)
    body = body.below(body.y + lines * SMALLEST * LINE + GAP)
    size, words = _sizes(sheet, body, press.widths)
    for place, group in enumerate(sheet.groups):
        box = _block(body, place, mirrored)
        yield Frame(box, edge=2.4)
        yield from _numbered(str(place + 1), box, press.widths)
        for at, entry in zip(places_in(len(group)), group, strict=True):
            spot = _within(box, at, mirrored, len(group))
            bold = len(entry) == 1
            yield from set_in(entry, spot, size if bold else words, press.widths, bold=bold)
    hole = _cell(body, 1, 1)
    yield Frame(hole, edge=1.4, ink=DARK, dashed=True)
    yield from set_in(sheet.hole, hole, SMALLEST, press.widths, ink=DARK)


def _numbered(number: str, block: Box, widths: Widths) -> Iterator[Mark]:
    x, y = block.centre
    disc = Box(x - 19, y - 19, 38, 38)
    yield Frame(disc, edge=1.4, fill=PALE, radius=19)
    yield from set_in(number, disc, SMALLEST, widths, bold=True)


def _cell(box: Box, column: int, row: int) -> Box:
    width, height = (box.w - 2 * GAP) / 3, (box.h - 2 * GAP) / 3
    return Box(box.x + column * (width + GAP), box.y + row * (height + GAP), width, height)


def _block(body: Box, place: int, mirrored: bool) -> Box:
    column, row = RING[place]
    return _cell(body, 2 - column if mirrored else column, row)


def _within(block: Box, at: int, mirrored: bool, count: int) -> Box:
    """The place of an entry in its block: a corner of four, or one of nine."""
    column, row = RING[at]
    column = 2 - column if mirrored else column
    inner = block.inset(PAD)
    if count > len(CORNERS):
        return Box(inner.x + column * inner.w / 3, inner.y + row * inner.h / 3,
                   inner.w / 3, inner.h / 3)  # fmt: skip
    width, height = inner.w / 2 - 8, inner.h / 2
    return Box(inner.x + (column // 2) * (inner.w - width), inner.y + (row // 2) * height,
               width, height)  # fmt: skip


def _sizes(sheet: Eyes, body: Box, widths: Widths) -> tuple[float, float]:
    """The sizes of single letters and of words."""
    rooms: dict[bool, list[tuple[str, tuple[float, float]]]] = {True: [], False: []}
    for place, group in enumerate(sheet.groups):
        block = _block(body, place, mirrored=False)
        for at, entry in zip(places_in(len(group)), group, strict=True):
            spot = _within(block, at, False, len(group))
            rooms[len(entry) == 1].append((entry, (spot.w, spot.h)))
    letters = largest(rooms[True], (SMALLEST, LARGEST), widths, bold=True)
    words = largest(rooms[False], (SMALLEST, LARGEST_WORD), widths)
    return letters or SMALLEST, words or SMALLEST
