"""How a board is arranged on paper: the turn of the paper, rows for each page, lines for each row,
and the sizes of its words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from aac.paper.contents import Entry, Row, Rows
from aac.paper.frame import Press, room
from aac.paper.lettering import fits, largest, set_from_top
from aac.paper.marks import SMALLEST, Box, Mark, Widths

LARGEST = 72.0  # letters
LARGEST_PHRASE = 40.0  # a longer line is no quicker to read
ANSWER_HEIGHT = 50.0
NUMBER_ROOM = 38.0
GAP = 5.0  # between cells
ROW_GAP = 8.0
PAD = 4.0
WIDE_PAD = 9.0  # beside words, where there is room


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


def best_plan(sheet: Rows, press: Press) -> Plan | None:
    """The plan that keeps a row in one line, else the fewest; then the best of both ways to turn
    the paper.  None: some text does not fit."""
    columns = max((len(row) for row in sheet.rows), default=1)
    for split in range(1, columns + 1):
        tried = [_tried(sheet, press, landscape, split) for landscape in (True, False)]
        if possible := [plan for plan in tried if plan]:
            return min(possible, key=_worth)
    return None


def _worth(plan: Plan) -> tuple[float, ...]:
    """Few pages first; then large letters, for they are read one by one."""
    return (plan.pages, -plan.words, 0) if plan.bold else (plan.pages, -plan.letters, -plan.words)


def _tried(sheet: Rows, press: Press, landscape: bool, split: int) -> Plan | None:
    """The plan with the fewest pages.  More pages give each row more room, so it is found by
    halves: a board of a stranger may have a thousand cells."""
    _, body, _ = frame_of(sheet, press, landscape)
    total = max(1, len(sheet.rows))

    def plan_of(count: int) -> Plan:
        rows_a_page = ceil(total / count)
        return Plan(landscape, split, rows_a_page, ceil(total / rows_a_page))

    def possible(count: int) -> bool:
        rooms = _rooms(sheet.rows, body, plan_of(count), PAD)
        return all(
            fits(text, room, SMALLEST, press.widths, letter or not rooms[True])
            for letter, texts in rooms.items()
            for text, room in texts
        )

    if not possible(total):
        return None
    count = bisect_left(range(1, total), True, key=possible) + 1
    return _sized(sheet.rows, body, plan_of(count), press.widths)


Rooms = dict[bool, list[tuple[str, tuple[float, float]]]]


def _rooms(rows: Sequence[Row], body: Box, plan: Plan, pad: float) -> Rooms:
    """The text of each entry with its room; letters apart from the others."""
    rooms: Rooms = {True: [], False: []}
    for start in range(0, len(rows), plan.rows_a_page):
        for _, entry, box in places(rows[start : start + plan.rows_a_page], body, plan):
            rooms[entry.letter].append((entry.text, _label_room(entry, box, pad)))
    return rooms


def _sized(rows: Sequence[Row], body: Box, plan: Plan, widths: Widths) -> Plan | None:
    """The plan with the largest sizes at which every text fits, or None."""
    for pad in (WIDE_PAD, PAD):
        rooms = _rooms(rows, body, plan, pad)
        bold = not rooms[True]
        letters = largest(rooms[True], (SMALLEST, LARGEST), widths, bold=True)
        words = largest(rooms[False], (SMALLEST, LARGEST_PHRASE), widths, bold)
        if letters and words:
            return replace(plan, letters=letters, words=words, bold=bold)
    return None


def _label_room(entry: Entry, box: Box, pad: float) -> tuple[float, float]:
    marks = SMALLEST * (entry.leads or entry.strong)
    return box.w - 2 * pad - marks, box.h - 2 * PAD


def places(rows: Sequence[Row], body: Box, plan: Plan) -> Iterator[tuple[int, Entry, Box]]:
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


def frame_of(sheet: Rows, press: Press, landscape: bool) -> tuple[list[Mark], Box, Box]:
    """The hint above the rows, the place of the rows, and that of the answers below."""
    body = room(press, landscape)
    hint = set_from_top(sheet.hint, body, SMALLEST, press.widths)
    if hint:
        body = body.below(hint[-1].box.bottom + ROW_GAP)
    lines = ceil(len(sheet.answers) / (4 if landscape else 2))
    high = lines * (ANSWER_HEIGHT + ROW_GAP)
    rows = Box(body.x, body.y, body.w, body.h - high)
    return list(hint), rows, Box(body.x, rows.bottom + ROW_GAP, body.w, high - ROW_GAP)
