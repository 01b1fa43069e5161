"""What must be true of every page, whatever is printed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from aac.paper.marks import (
    FOOT,
    PAPERS,
    Align,
    Box,
    Frame,
    Line,
    Page,
    Shape,
    Widths,
    Words,
)

LITTLE = 0.01  # points
READABLE = 24.0  # points, across a bed (guidance G61)


def assert_sound(pages: Sequence[Page], widths: Widths) -> None:
    """Nothing leaves the page or lies upon another; all but the foot is large enough."""
    assert pages
    for page in pages:
        assert tuple(sorted((page.width, page.height))) in PAPERS.values()
        for mark in page.marks:
            assert all(within(spot, page.body) for spot in spots(mark)), mark
        *words, sheet, tail = page.words()
        assert sheet.size == tail.size == FOOT
        for each in words:
            assert each.size >= READABLE, each
        for each in page.words():
            assert widths(each.text, each.bold) * each.size <= each.box.w + LITTLE, each
        for one, other in combinations([inked(each, widths) for each in page.words()], 2):
            assert apart(one, other), (one, other)
        for one, other in combinations(cells(page), 2):
            assert apart(one, other) or holds(one, other) or holds(other, one), (one, other)


def inked(words: Words, widths: Widths) -> Box:
    """The part of its line that a text takes."""
    taken = widths(words.text, words.bold) * words.size
    spare = words.box.w - taken
    shift = {Align.LEFT: 0.0, Align.CENTRE: spare / 2, Align.RIGHT: spare}[words.align]
    return Box(words.box.x + shift, words.box.y, taken, words.box.h)


def cells(page: Page) -> list[Box]:
    """Frames with an edge: those without one are bands and dots behind or upon others."""
    return [mark.box for mark in page.marks if isinstance(mark, Frame) and mark.edge]


def holds(outer: Box, inner: Box) -> bool:
    """As a block holds the disc of its number."""
    return (
        outer.x < inner.x
        and outer.y < inner.y
        and inner.right < outer.right
        and inner.bottom < outer.bottom
    )


def spots(mark: Words | Frame | Line | Shape) -> list[tuple[float, float]]:
    match mark:
        case Words(box=box) | Frame(box=box):
            return [(box.x, box.y), (box.right, box.bottom)]
        case Line(start, end):
            return [start, end]
        case Shape(start, curves):
            return [start, *(end for _, _, end in curves)]


def within(spot: tuple[float, float], box: Box) -> bool:
    x, y = spot
    return box.x - LITTLE <= x <= box.right + LITTLE and box.y - LITTLE <= y <= box.bottom + LITTLE


def apart(one: Box, other: Box) -> bool:
    return (
        one.right <= other.x + LITTLE
        or other.right <= one.x + LITTLE
        or one.bottom <= other.y + LITTLE
        or other.bottom <= one.y + LITTLE
    )


def text_of(pages: Sequence[Page]) -> str:
    """All words but those at the foot, in the order in which they are printed."""
    return " ".join(each.text for page in pages for each in page.words()[:-2])
