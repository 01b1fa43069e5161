"""The first letters of the words that are being said, the newest one largest (guidance G58)."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from aac.ui.lettering import font_of
from aac.ui.theme import colour

OLDER = 0.5  # the size of the letters before the newest
SPACED = 0.18  # of a letter, between letters
SMALLEST = 20


def paint_initials(painter: QPainter, room: QRectF, letters: str, family: str, ink: str) -> None:
    """In one line, as large as ``room`` allows."""
    size = size_of(letters, family, room.width(), room.height())
    whole = sum(_widths(letters, family, size))
    capital = QFontMetricsF(font_of(family, size, True)).capHeight()
    left, base = room.center().x() - whole / 2, room.center().y() + capital / 2
    painter.setPen(colour(ink))
    for n, width in enumerate(_widths(letters, family, size)):
        painter.setFont(font_of(family, size if n == len(letters) - 1 else _older(size), True))
        painter.drawText(round(left), round(base), letters[n])
        left += width


def size_of(letters: str, family: str, width: float, height: float) -> int:
    """The size of the newest letter in pixels; capitals are lower than their line."""
    size = round(height)
    while sum(_widths(letters, family, size)) > width and size > SMALLEST:
        size = round(size * 0.93)
    return size


def _older(size: int) -> int:
    return max(SMALLEST, round(size * OLDER))


def _widths(letters: str, family: str, size: int) -> list[float]:
    """The room of each letter with the space after it."""
    newest = QFontMetricsF(font_of(family, size, True))
    older = QFontMetricsF(font_of(family, _older(size), True))
    gap = size * SPACED
    widths = [older.horizontalAdvance(sign) + gap for sign in letters[:-1]]
    return [*widths, newest.horizontalAdvance(letters[-1])]
