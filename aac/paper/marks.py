"""What a printed page is made of: places in points, words, frames, lines and shapes.

A point is 1/72 inch; x goes right and y goes down from the top left corner of the paper.  Ink is
a grey from 0 (black) to 255 (white): a black-and-white printer loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

# How wide a text is at one point of size: text, bold -> points.
Widths = Callable[[str, bool], float]

SMALLEST = 24.0  # G61: of all that is read across a bed
FOOT = 10.0  # for whoever files the sheet
# 15 mm: room for the seam of a laminating pouch, for rounded corners and for a hole to hang it up.
MARGIN = 42.5
LINE = 1.2  # height of a line of words, in sizes
BASE = 0.94  # from the top of the line to the foot of the letters: capitals stand in its middle

BLACK, DARK, MIDDLE, PALE, WHITE = 0, 70, 150, 232, 255

PAPERS = {"a4": (595.0, 842.0), "letter": (612.0, 792.0)}


@dataclass(frozen=True)
class Box:
    """A rectangle, in points."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def centre(self) -> tuple[float, float]:
        return self.x + self.w / 2, self.y + self.h / 2

    def inset(self, across: float, down: float | None = None) -> Box:
        """The box within, so many points from each side."""
        down = across if down is None else down
        return Box(self.x + across, self.y + down, self.w - 2 * across, self.h - 2 * down)

    def below(self, y: float) -> Box:
        """What is left from ``y`` down."""
        return Box(self.x, y, self.w, self.bottom - y)


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True)
class Words:
    """One line of text in ``box``, ``size`` points high."""

    text: str
    box: Box
    size: float
    bold: bool = False
    align: Align = Align.LEFT
    ink: int = BLACK


@dataclass(frozen=True)
class Frame:
    """A rectangle with round corners.  ``edge``: the width of its line; 0: none."""

    box: Box
    edge: float = 1.2
    ink: int = BLACK
    fill: int = WHITE
    radius: float = 7.0
    dashed: bool = False


@dataclass(frozen=True)
class Line:
    """A straight line from one point to another."""

    start: tuple[float, float]
    end: tuple[float, float]
    width: float = 1.0
    ink: int = DARK


@dataclass(frozen=True)
class Shape:
    """A smooth line: a start, then curves of two handles and an end each.

    ``closed``: its inside is filled with ``fill``.
    """

    start: tuple[float, float]
    curves: tuple[tuple[tuple[float, float], tuple[float, float], tuple[float, float]], ...]
    width: float = 1.6
    ink: int = BLACK
    fill: int = WHITE
    closed: bool = True


Mark = Words | Frame | Line | Shape


@dataclass(frozen=True)
class Page:
    """One side of paper; what comes later lies on top."""

    width: float
    height: float
    marks: tuple[Mark, ...]

    @property
    def body(self) -> Box:
        """The part that may be printed on."""
        return Box(0, 0, self.width, self.height).inset(MARGIN)

    def words(self) -> tuple[Words, ...]:
        return tuple(mark for mark in self.marks if isinstance(mark, Words))
