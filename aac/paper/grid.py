"""Boards with numbered rows.

The order is the screen's in every case.  Where the cells of a row are too wide for the paper, the
row takes several lines within one frame and keeps its number; where there are too many rows, they
go on overleaf.  Where that is not enough, the board is a list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from aac.paper.contents import Entry, Row, Rows
from aac.paper.frame import Press, Side, pages
from aac.paper.grid_plan import (
    ANSWER_HEIGHT,
    NUMBER_ROOM,
    PAD,
    ROW_GAP,
    Plan,
    best_plan,
    frame_of,
    places,
    row_height,
)
from aac.paper.lettering import largest, set_in
from aac.paper.marks import (
    LINE,
    PALE,
    SMALLEST,
    WHITE,
    Align,
    Box,
    Frame,
    Mark,
    Page,
    Widths,
    Words,
)

NUMBER = 30.0
ANSWER = 32.0
THICK = 3.5
EDGE = 1.2
LEADS = "›"
URGENT = "!"


def lay_rows(sheet: Rows, press: Press) -> tuple[Page, ...]:
    """The pages of a board."""
    return pages(press, sheet.title, row_sides(sheet, press))


def row_sides(sheet: Rows, press: Press) -> list[Side]:
    """The sides of a board, not yet numbered."""
    numbers = [str(number) for number in range(1, len(sheet.rows) + 1)]
    plan = best_plan(sheet, press)
    if plan is None:
        numbers, sheet = _listed(sheet)
        # Only a word wider than the paper, or a text taller than it, is cut.
        plan = best_plan(sheet, press) or Plan(True, 1, 1, max(1, len(sheet.rows)))
    hint, body, below = frame_of(sheet, press, plan.landscape)
    answers = list(_answers(sheet.answers, below, plan.landscape, press.widths))
    made = []
    for start in range(0, max(1, len(sheet.rows)), plan.rows_a_page):
        shown = slice(start, start + plan.rows_a_page)
        drawn = _rows(sheet.rows[shown], numbers[shown], body, plan, press.widths)
        made.append(Side(sheet.title, plan.landscape, [*hint, *drawn, *answers]))
    return made


def _listed(sheet: Rows) -> tuple[list[str], Rows]:
    """The board as a list: a line for each entry, with the number of its row."""
    found = [
        (str(number), entry)
        for number, row in enumerate(sheet.rows, start=1)
        for entry in row
        if entry
    ]
    alone = tuple((replace(entry, width=1, height=1),) for _, entry in found)
    return [number for number, _ in found], replace(sheet, rows=alone)


def _rows(
    rows: Sequence[Row], numbers: Sequence[str], body: Box, plan: Plan, widths: Widths
) -> Iterator[Mark]:
    height = row_height(body, plan)
    tops = [body.y + number * (height + ROW_GAP) for number in range(len(rows))]
    placed = list(places(rows, body, plan))
    for top in tops:
        yield Frame(Box(body.x, top, body.w, height), edge=0, fill=PALE)
    for place, (number, top) in enumerate(zip(numbers, tops, strict=True)):
        yield _number(number, Box(body.x, top, NUMBER_ROOM, height))
        for row, entry, box in placed:
            if row == place:
                yield from _cell(entry, box, plan, widths)


def _number(number: str, box: Box) -> Words:
    size = NUMBER if len(number) < 3 else SMALLEST
    line = Box(box.x, box.centre[1] - size * LINE / 2, box.w, size * LINE)
    return Words(number, line, size, bold=True, align=Align.CENTRE)


def _cell(entry: Entry, box: Box, plan: Plan, widths: Widths) -> Iterator[Mark]:
    yield Frame(box, edge=THICK if entry.strong else EDGE, fill=WHITE)
    inner = box.inset(PAD)
    sign = URGENT if entry.strong else LEADS if entry.leads else ""
    if sign:
        end = Box(inner.right - SMALLEST, inner.y, SMALLEST, inner.h)
        inner = Box(inner.x, inner.y, inner.w - SMALLEST, inner.h)
        yield from set_in(sign, end, SMALLEST, widths, bold=True)
    bold = entry.letter or plan.bold
    yield from set_in(entry.text, inner, plan.size(entry), widths, bold=bold)


def _answers(answers: tuple[str, ...], box: Box, landscape: bool, widths: Widths) -> Iterator[Mark]:
    across = 4 if landscape else 2
    width = (box.w - ROW_GAP * (across - 1)) / across
    rooms = [(answer, (width - 2 * PAD, ANSWER_HEIGHT - 2 * PAD)) for answer in answers]
    size = largest(rooms, (SMALLEST, ANSWER), widths, bold=True) or SMALLEST
    for place, answer in enumerate(answers):
        down, right = divmod(place, across)
        left, top = box.x + right * (width + ROW_GAP), box.y + down * (ANSWER_HEIGHT + ROW_GAP)
        cell = Box(left, top, width, ANSWER_HEIGHT)
        yield Frame(cell, edge=2.4)
        yield from set_in(answer, cell.inset(PAD), size, widths, bold=True)
