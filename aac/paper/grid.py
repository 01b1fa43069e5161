"""Boards with numbered rows.

The order is the screen's in every case.  Where the cells of a row are too wide for the paper, the
row takes several lines within one frame and keeps its number; where there are too many rows, they
go on overleaf.  Where that is not enough, the board is a list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from aac.paper.contents import Entry, Row, Rows
from aac.paper.frame import Press, Side, pages, room
from aac.paper.lettering import largest, set_from_top, set_in
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

LARGEST = 72.0  # letters
LARGEST_PHRASE = 40.0  # a longer line is no quicker to read
NUMBER = 30.0
ANSWER = 32.0
ANSWER_HEIGHT = 50.0
NUMBER_ROOM = 38.0
GAP = 5.0  # between cells
ROW_GAP = 8.0
PAD = 4.0
WIDE_PAD = 9.0  # beside words, where there is room
THICK = 3.5
EDGE = 1.2
LEADS = "›"
URGENT = "!"


@dataclass(frozen=True)
class Plan:
    """How a board stands on paper.

    ``split``: lines for each row.  ``letters``, ``words``: their sizes.
    ``bold``: of the words; beside letters they are the lesser ones.
    """

    landscape: bool
    split: int
    rows_a_page: int
    pages: int
    letters: float = SMALLEST
    words: float = SMALLEST
    bold: bool = True

    def size(self, entry: Entry) -> float:
        return self.letters if entry.letter else self.words


def lay_rows(sheet: Rows, press: Press) -> tuple[Page, ...]:
    """The pages of a board."""
    return pages(press, sheet.title, row_sides(sheet, press))


def row_sides(sheet: Rows, press: Press) -> list[Side]:
    """The sides of a board, not yet numbered."""
    numbers = [str(number) for number in range(1, len(sheet.rows) + 1)]
    plan = _plan(sheet, press)
    if plan is None:
        numbers, sheet = _listed(sheet)
        # Only a word wider than the paper, or a text taller than it, is cut.
        plan = _plan(sheet, press) or Plan(True, 1, 1, max(1, len(sheet.rows)))
    hint, body, below = _frame_of(sheet, press, plan.landscape)
    answers = list(_answers(sheet.answers, below, plan.landscape, press.widths))
    made = []
    for start in range(0, max(1, len(sheet.rows)), plan.rows_a_page):
        shown = slice(start, start + plan.rows_a_page)
        drawn = _rows(sheet.rows[shown], numbers[shown], body, plan, press.widths)
        made.append(Side(sheet.title, plan.landscape, [*hint, *drawn, *answers]))
    return made


def _plan(sheet: Rows, press: Press) -> Plan | None:
    """The plan that keeps a row in one line, else the fewest; then the best of both ways to turn
    the paper.  None: some text does not fit."""
    columns = max((len(row) for row in sheet.rows), default=1)
    for split in range(1, columns + 1):
        tried = [_tried(sheet, press, landscape, split) for landscape in (True, False)]
        if possible := [plan for plan in tried if plan]:
            return min(possible, key=_worth)
    return None


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


def _worth(plan: Plan) -> tuple[float, ...]:
    """Few pages first; then large letters, for they are read one by one."""
    return (plan.pages, -plan.words, 0) if plan.bold else (plan.pages, -plan.letters, -plan.words)


def _tried(sheet: Rows, press: Press, landscape: bool, split: int) -> Plan | None:
    _, body, _ = _frame_of(sheet, press, landscape)
    for count in range(1, len(sheet.rows) + 1):
        rows_a_page = ceil(len(sheet.rows) / count)
        plan = Plan(landscape, split, rows_a_page, ceil(len(sheet.rows) / rows_a_page))
        if sized := _sized(sheet.rows, body, plan, press.widths):
            return sized
    return None


def _sized(rows: Sequence[Row], body: Box, plan: Plan, widths: Widths) -> Plan | None:
    """The plan with the largest sizes at which every text fits, or None."""
    for pad in (WIDE_PAD, PAD):
        rooms: dict[bool, list[tuple[str, tuple[float, float]]]] = {True: [], False: []}
        for start in range(0, len(rows), plan.rows_a_page):
            for _, entry, box in _places(rows[start : start + plan.rows_a_page], body, plan):
                rooms[entry.letter].append((entry.text, _label_room(entry, box, pad)))
        letters = largest(rooms[True], (SMALLEST, LARGEST), widths, bold=True)
        bold = not rooms[True]
        words = largest(rooms[False], (SMALLEST, LARGEST_PHRASE), widths, bold)
        if letters and words:
            return replace(plan, letters=letters, words=words, bold=bold)
    return None


def _label_room(entry: Entry, box: Box, pad: float) -> tuple[float, float]:
    marks = SMALLEST * (entry.leads or entry.strong)
    return box.w - 2 * pad - marks, box.h - 2 * PAD


def _places(rows: Sequence[Row], body: Box, plan: Plan) -> Iterator[tuple[int, Entry, Box]]:
    """Each entry with its row on this page and its place; a wide or high one covers several."""
    if plan.split > 1:  # their columns are gone: the empty places between them go too
        rows = [tuple(entry for entry in row if entry) for row in rows]
    across = max(1, ceil(max((len(row) for row in rows), default=1) / plan.split))
    height = row_height(body, plan)
    width = (body.w - NUMBER_ROOM - PAD - GAP * (across - 1)) / across
    line = (height - 2 * PAD - GAP * (plan.split - 1)) / plan.split
    for number, row in enumerate(rows):
        top = body.y + number * (height + ROW_GAP) + PAD
        for column, entry in enumerate(row):
            if entry is None:
                continue
            down, right = divmod(column, across)
            wide = min(entry.width, across - right) if plan.split == 1 else 1
            high = min(entry.height, len(rows) - number) if plan.split == 1 else 1
            yield (
                number,
                entry,
                Box(
                    body.x + NUMBER_ROOM + right * (width + GAP),
                    top + down * (line + GAP),
                    wide * width + (wide - 1) * GAP,
                    line + (high - 1) * (height + ROW_GAP),
                ),
            )


def row_height(body: Box, plan: Plan) -> float:
    """The height of each row on a page."""
    return (body.h - ROW_GAP * (plan.rows_a_page - 1)) / plan.rows_a_page


def _rows(
    rows: Sequence[Row], numbers: Sequence[str], body: Box, plan: Plan, widths: Widths
) -> Iterator[Mark]:
    height = row_height(body, plan)
    tops = [body.y + number * (height + ROW_GAP) for number in range(len(rows))]
    places = list(_places(rows, body, plan))
    for top in tops:
        yield Frame(Box(body.x, top, body.w, height), edge=0, fill=PALE)
    for place, (number, top) in enumerate(zip(numbers, tops, strict=True)):
        yield _number(number, Box(body.x, top, NUMBER_ROOM, height))
        for row, entry, box in places:
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


def _frame_of(sheet: Rows, press: Press, landscape: bool) -> tuple[list[Mark], Box, Box]:
    """The hint above the rows, the place of the rows, and that of the answers below."""
    body = room(press, landscape)
    hint = set_from_top(sheet.hint, body, SMALLEST, press.widths)
    if hint:
        body = body.below(hint[-1].box.bottom + ROW_GAP)
    lines = ceil(len(sheet.answers) / (4 if landscape else 2))
    high = lines * (ANSWER_HEIGHT + ROW_GAP)
    rows = Box(body.x, body.y, body.w, body.h - high)
    return list(hint), rows, Box(body.x, rows.bottom + ROW_GAP, body.w, high - ROW_GAP)


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
