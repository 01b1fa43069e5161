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
        for other in lit:
            band += QRegion(_between(one, other))
    return band


def _between(one: QRect, other: QRect) -> QRect:
    """Both and what lies straight between them, as far as they stand side by side; or nothing."""
    both = one | other
    top, bottom = max(one.top(), other.top()), min(one.bottom(), other.bottom())
    left, right = max(one.left(), other.left()), min(one.right(), other.right())
    if top <= bottom:
        return QRect(both.left(), top, both.width(), bottom - top + 1)
    if left <= right:
        return QRect(left, both.top(), right - left + 1, both.height())
    return QRect()


def _around(places: Iterable[QRect]) -> QRect:
    around = QRect()
    for place in places:
        around |= place
    return around
