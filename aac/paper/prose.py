"""Text to be read, in the hand or from a wall: instructions and the passport."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from aac.paper.contents import Part, Prose
from aac.paper.frame import Press, Side, pages, room
from aac.paper.lettering import lines_of
from aac.paper.marks import DARK, LINE, SMALLEST, Box, Line, Mark, Page, Widths, Words

HANG = 40.0  # the number beside a text
SIZES = (32.0, 30.0, 28.0, 26.0, SMALLEST)  # the largest that costs no page
AFTER = (14.0, 7.0)  # between parts; less where it saves a page
RULE = 40.0  # from one line to be written on to the next


@dataclass(frozen=True)
class Strip:
    """One line of a part: words, or a line to write on.  ``left``: from the edge."""

    text: str
    height: float
    left: float = 0.0
    bold: bool = False
    number: str = ""


def lay_prose(sheet: Prose, press: Press) -> tuple[Page, ...]:
    """As few pages as it takes, about equally full; a part that fits on one page is not torn."""
    body = room(press, landscape=False)
    tried = [
        (size, after, _filled(_set(sheet, size, body.w, press.widths), after, body))
        for size in SIZES
        for after in AFTER
    ]
    size, after, found = min(tried, key=lambda each: len(each[2]))
    parts, count = _set(sheet, size, body.w, press.widths), len(found)
    for tenths in range(10, 0, -1):
        lower = _filled(parts, after, Box(body.x, body.y, body.w, body.h * tenths / 10))
        if len(lower) == count:
            found = lower
    return pages(press, sheet.title, [Side(sheet.title, False, marks) for marks in found])


def _filled(parts: Sequence[Sequence[Strip]], after: float, body: Box) -> list[list[Mark]]:
    """The marks of each page, where no part goes beyond ``body``."""
    found: list[list[Mark]] = [[]]
    y = body.y
    for part in parts:
        whole = sum(strip.height for strip in part)
        if y > body.y and y + whole > body.bottom and whole <= body.h:
            found.append([])
            y = body.y
        for strip in part:
            if y > body.y and y + strip.height > body.bottom + 0.01:
                found.append([])
                y = body.y
            found[-1].extend(_drawn(strip, y, body))
            y += strip.height
        y += after
    return found


def _set(sheet: Prose, size: float, width: float, widths: Widths) -> list[list[Strip]]:
    return [list(_strips(part, sheet.numbered, size, width, widths)) for part in sheet.parts]


def _strips(
    part: Part, numbered: bool, size: float, width: float, widths: Widths
) -> Iterator[Strip]:
    height = size * LINE
    left = HANG if numbered else 0.0
    if part.heading and not numbered:
        for line in lines_of(part.heading, width, size, widths, bold=True):
            yield Strip(line, height, bold=True)
    number = part.heading if numbered else ""
    for text in part.texts:
        for line in lines_of(text, width - left, size, widths):
            yield replace(Strip(line, height, left), number=number)
            number = ""
    for _ in range(part.blank):
        yield Strip("", RULE)


def _drawn(strip: Strip, y: float, body: Box) -> Iterator[Mark]:
    if not strip.text:
        foot = y + strip.height - 8
        yield Line((body.x, foot), (body.right, foot), 1.0, DARK)
        return
    size = strip.height / LINE
    if strip.number:
        yield Words(strip.number, Box(body.x, y, HANG, strip.height), size, bold=True)
    box = Box(body.x + strip.left, y, body.w - strip.left, strip.height)
    yield Words(strip.text, box, size, strip.bold)
