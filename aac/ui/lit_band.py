"""The area of cells that are lit together, gaps and all, so that they are one block."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion


def band_of(lit: Sequence[QRect], others: Iterable[QRect]) -> QRegion:
    """The block around ``lit``.

    Where that would take in some of the ``others``, because a cell of the block covers several
    rows or columns, it is made of stripes from cell to cell instead.
    """
    whole = _around(lit)
    if not any(other.intersects(whole) for other in others):
        return QRegion(whole)
    band = QRegion()
    for one in lit:
        beside = [
            other for other in lit if other.top() <= one.bottom() and one.top() <= other.bottom()
        ]
        above = [
            other for other in lit if other.left() <= one.right() and one.left() <= other.right()
        ]
        row = QRect(whole.left(), one.top(), whole.width(), one.height())
        column = QRect(one.left(), whole.top(), one.width(), whole.height())
        band += QRegion(_around([row & other for other in beside]))
        band += QRegion(_around([column & other for other in above]))
    return band


def _around(places: Iterable[QRect]) -> QRect:
    around = QRect()
    for place in places:
        around |= place
    return around
