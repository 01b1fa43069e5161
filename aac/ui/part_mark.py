"""The mark that tells which switch keeps a cell: a bar with its number, its colour, its pattern.

Colour is never alone (G69): the number can be read and the pattern be felt from afar.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QPainter, QPainterPath

from aac.model.board import Look
from aac.ui.cell_outline import outline
from aac.ui.lettering import CENTRED
from aac.ui.light import Style
from aac.ui.theme import colour

# What is laid over the bar of each part.
PATTERNS = (
    Qt.BrushStyle.NoBrush,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.CrossPattern,
)


def draw_part(painter: QPainter, look: Look, part: int, style: Style, room: QRectF) -> None:
    """The bar at the left of a cell that switch ``part`` keeps."""
    paint = style.theme.parts[part - 1]
    bar = QRectF(room)
    bar.setWidth(style.bar_in(room.width()) + style.frame)
    edge = QPainterPath()
    edge.addRect(bar)
    shape = outline(look, room).intersected(edge)
    painter.fillPath(shape, colour(paint.edge))
    painter.fillPath(shape, QBrush(colour(paint.fill), PATTERNS[part - 1]))
    side = min(bar.width(), room.height())
    plate = QRectF(bar.left(), room.center().y() - side * 0.5, bar.width(), side)
    behind = QPainterPath()
    behind.addRect(plate)
    painter.fillPath(shape.intersected(behind), colour(paint.edge))
    font = QFont(style.family)
    font.setBold(True)
    font.setPixelSize(max(10, round(side * 0.85)))
    painter.setFont(font)
    painter.setPen(colour(paint.fill))
    painter.drawText(plate, int(CENTRED), str(part))
