"""The pain page: a figure from the front and the back, what may hurt, and a scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from aac.paper.body import BACK, FRONT, HALF_WIDTH, HEIGHT, Figure
from aac.paper.contents import Entry, Pain, Row
from aac.paper.frame import Press, Side, pages, room
from aac.paper.grid import row_sides
from aac.paper.lettering import fits, largest, set_in
from aac.paper.marks import (
    BLACK,
    DARK,
    LINE,
    MIDDLE,
    PALE,
    SMALLEST,
    Align,
    Box,
    Frame,
    Line,
    Mark,
    Page,
    Shape,
    Widths,
    Words,
)

SCALE_HEIGHT = 52.0
ENDS_HEIGHT = SMALLEST * LINE + 4
GAP = 10.0
NUMBER_ROOM = 34.0
DOT = 5.0
SLOT = SMALLEST * LINE
PLACES_A_ROW = 4
HANDS_AT = (52.0, 330.0)  # on the figure


@dataclass(frozen=True)
class Label:
    """What may hurt: its number, its words, and the point of the figure it is tied to."""

    number: int
    text: str
    part: str


@dataclass(frozen=True)
class Column:
    """Labels one below the other beside a figure.  ``side``: of the figure they are tied to."""

    box: Box
    figure: Figure
    parts: dict[str, tuple[float, float]]
    side: int
    labels: tuple[Label, ...]


def lay_pain(sheet: Pain, press: Press) -> tuple[Page, ...]:
    """The figures and the scale, then what can be said besides."""
    body = room(press, landscape=True)
    low = SCALE_HEIGHT + ENDS_HEIGHT + GAP
    upper = Box(body.x, body.y, body.w, body.h - low)
    columns, left_over = _columns(sheet, upper, press.widths)
    front, back = columns[0].figure, columns[-1].figure
    marks: list[Mark] = [*front.front(), *back.back()]
    for column in columns:
        marks += _labels(column, press.widths)
    marks += _below(sheet.sides, (front, back))
    marks += _hands(sheet.hands, (front, back))
    scale = Box(body.x, upper.bottom + GAP, body.w, SCALE_HEIGHT)
    marks += _scale(sheet, scale, press.widths)
    more = replace(sheet.more, rows=(*sheet.more.rows, *_in_rows(left_over)))
    others = row_sides(more, press) if more.rows else []
    return pages(press, sheet.title, [Side(sheet.title, True, marks), *others])


def _columns(sheet: Pain, box: Box, widths: Widths) -> tuple[list[Column], list[str]]:
    """Left of the front, right of it, right of the back; and what has no place there."""
    figure_height = box.h - SLOT
    wide = figure_height / HEIGHT * 2 * HALF_WIDTH
    column = (box.w - 2 * wide) / 3
    front = Figure(Box(box.x + column, box.y, wide, figure_height))
    back = Figure(Box(box.x + 2 * column + wide, box.y, wide, figure_height))
    boxes = [Box(box.x + n * (column + wide), box.y, column - 8, box.h) for n in range(3)]
    most = int(box.h / SLOT)
    room_of = (boxes[0].w - NUMBER_ROOM - 12, SLOT)
    labels, left_over = [], []
    for number, (text, part) in enumerate(sheet.places, start=1):
        if fits(text, room_of, SMALLEST, widths, False):
            labels.append(Label(number, text, part))
        else:
            left_over.append(text)
    on_front = sorted((one for one in labels if one.part in FRONT), key=lambda one: _y(one.part))
    on_back = sorted((one for one in labels if one.part not in FRONT), key=lambda one: _y(one.part))
    left_over += [one.text for one in (*on_front[2 * most :], *on_back[most:])]
    on_front = on_front[: 2 * most]
    return [
        Column(boxes[0], front, FRONT, -1, tuple(on_front[::2])),
        Column(boxes[1], front, FRONT, 1, tuple(on_front[1::2])),
        Column(boxes[2], back, BACK, 1, tuple(on_back[:most])),
    ], left_over


def _y(part: str) -> float:
    """How far down the part is; what is no part of the figure comes last."""
    return (FRONT.get(part) or BACK.get(part) or (0.0, HEIGHT))[1]


def _labels(column: Column, widths: Widths) -> Iterator[Mark]:
    """Each label as near to its part as the others let it be, and a line to the part."""
    wanted = [column.figure.at((0, _y(one.part)))[1] for one in column.labels]
    for label, y in zip(column.labels, _apart(wanted, column.box), strict=True):
        box = Box(column.box.x, y - SLOT / 2, column.box.w, SLOT)
        left = box.x + (12 if column.side > 0 else 0)
        text = Box(left + NUMBER_ROOM, box.y, box.right - left - NUMBER_ROOM, SLOT)
        yield Words(str(label.number), Box(left, box.y, NUMBER_ROOM, SLOT), SMALLEST, True)
        yield Words(label.text, text, SMALLEST)
        if label.part in column.parts:
            taken = widths(label.text, False) * SMALLEST
            start = (left - 5 if column.side > 0 else text.x + taken + 6, y)
            yield from _tie(start, column.figure.at(column.parts[label.part], column.side))


def _tie(start: tuple[float, float], end: tuple[float, float]) -> Iterator[Mark]:
    """A line that ends in a dot."""
    yield Line(start, end, 0.9, DARK)
    dot = Box(end[0] - DOT / 2, end[1] - DOT / 2, DOT, DOT)
    yield Frame(dot, edge=0, fill=BLACK, radius=DOT / 2)


def _apart(wanted: Sequence[float], box: Box) -> list[float]:
    """The middles of lines, near to where they are wanted, in order and not upon each other."""
    found: list[float] = []
    lowest = box.y + SLOT / 2
    for y in wanted:
        found.append(max(y, lowest))
        lowest = found[-1] + SLOT
    highest = box.bottom - SLOT / 2
    for place in range(len(found) - 1, -1, -1):
        found[place] = min(found[place], highest)
        highest = found[place] - SLOT
    return found


def _below(sides: Sequence[str], figures: Sequence[Figure]) -> Iterator[Mark]:
    for text, figure in zip(sides, figures, strict=True):
        box = Box(figure.box.x, figure.box.bottom + 2, figure.box.w, SLOT - 2)
        yield Words(text, box, SMALLEST, align=Align.CENTRE, ink=DARK)


def _hands(hands: tuple[str, str], figures: Sequence[Figure]) -> Iterator[Mark]:
    """The person's own left and right, beside the legs: on the front they are the other way."""
    for figure, sides in zip(figures, ((1, -1), (-1, 1)), strict=True):
        for text, side in zip(hands, sides, strict=True):
            x, y = figure.at(HANDS_AT, side)
            box = Box(x - SLOT / 2, y - SLOT / 2, SLOT, SLOT)
            yield Words(text, box, SMALLEST, True, Align.CENTRE, DARK)


def _scale(sheet: Pain, box: Box, widths: Widths) -> Iterator[Mark]:
    count = len(sheet.scale)
    width = (box.w - 5 * (count - 1)) / count
    rooms = [(figure, (width - 6, box.h - 6)) for figure in sheet.scale]
    size = largest(rooms, (SMALLEST, 36.0), widths, bold=True) or SMALLEST
    for place, figure in enumerate(sheet.scale):
        cell = Box(box.x + place * (width + 5), box.y, width, box.h)
        yield Frame(cell)
        yield from set_in(figure, cell.inset(3), size, widths, bold=True)
    least, most = sheet.ends
    line = Box(box.x, box.bottom + 4, box.w, SMALLEST * LINE)
    yield Words(least, line, SMALLEST)
    yield Words(most, line, SMALLEST, align=Align.RIGHT)
    start = line.x + widths(least, False) * SMALLEST + GAP
    end = line.right - widths(most, False) * SMALLEST - GAP
    yield _wedge(start, end, line.centre[1])


def _wedge(start: float, end: float, y: float) -> Shape:
    """A wedge that grows from left to right."""
    corners = ((start, y), (end, y - 9), (end, y + 9))
    edges = zip(corners, (*corners[1:], corners[0]), strict=True)
    return Shape(corners[0], tuple((one, two, two) for one, two in edges), 1.0, MIDDLE, PALE)


def _in_rows(texts: Sequence[str]) -> tuple[Row, ...]:
    return tuple(
        tuple(Entry(text) for text in texts[start : start + PLACES_A_ROW])
        for start in range(0, len(texts), PLACES_A_ROW)
    )
