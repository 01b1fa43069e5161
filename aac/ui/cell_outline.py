"""The outlines of cells, which tell their kinds apart, and the board author's own colours."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen

from aac.model.board import Look
from aac.ui.theme import colour

THIN, STRONG = 1.6, 3.0
AUTHOR_BAR = 5.0  # the width of the bar in the board author's colour


def outline(look: Look, room: QRectF, inset: float = 0) -> QPainterPath:
    """The shape that tells kinds of cells apart; ``inset``: how far inside the cell's edge."""
    path = QPainterPath()
    if look is Look.LINK:
        return _dog_eared(room, inset)
    radius = {Look.WORD: room.height() / 2, Look.CONTROL: 3.0, Look.LETTER: 8.0}.get(look, 14.0)
    path.addRoundedRect(room, max(0.0, radius - inset), max(0.0, radius - inset))
    return path


def _dog_eared(room: QRectF, inset: float) -> QPainterPath:
    """A sheet whose upper right corner is cut: there is another page behind."""
    cut = max(4.0, min(22.0, room.height() * 0.28) - inset * 0.6)
    radius = max(0.0, 8.0 - inset)
    path = QPainterPath()
    path.moveTo(room.left() + radius, room.top())
    path.lineTo(room.right() - cut, room.top())
    path.lineTo(room.right(), room.top() + cut)
    path.lineTo(room.right(), room.bottom() - radius)
    path.quadTo(room.right(), room.bottom(), room.right() - radius, room.bottom())
    path.lineTo(room.left() + radius, room.bottom())
    path.quadTo(room.left(), room.bottom(), room.left(), room.bottom() - radius)
    path.lineTo(room.left(), room.top() + radius)
    path.quadTo(room.left(), room.top(), room.left() + radius, room.top())
    return path


def draw_author_colour(painter: QPainter, code: str, room: QRectF, frame: float) -> None:
    """The board author's colour as a bar at the left, where it cannot hide the label."""
    top, height = room.top() + room.height() * 0.2, room.height() * 0.6
    bar = QRectF(room.left() + frame + 2, top, AUTHOR_BAR, height)
    path = QPainterPath()
    path.addRoundedRect(bar, 2.5, 2.5)
    painter.fillPath(path, colour(code))


def draw_author_border(painter: QPainter, look: Look, room: QRectF, code: str) -> None:
    """The board author's border inside the theme's own line, which keeps its contrast."""
    inside = room.adjusted(STRONG, STRONG, -STRONG, -STRONG)
    painter.strokePath(outline(look, inside, STRONG), QPen(colour(code), STRONG))
