"""A ring along the edge of a cell that fills while the cell is dwelt on or held.

Nothing else in the window moves, and this only while there is something to fill.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from aac.model.marks import Filling
from aac.ui.cell_button import CellButton
from aac.ui.light import Style
from aac.ui.theme import colour

EVERY = 33  # milliseconds from picture to picture
RADIUS = 8.0
LEAST = 6  # pixels of width: to be seen beside the frame of any cell


class FillingRing(QWidget):
    """``clock``: monotonic seconds, the same as those of a `Filling`."""

    def __init__(
        self, style: Style, parent: QWidget, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._clock = clock
        self._filling: Filling | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.update)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_style(self, style: Style) -> None:
        self._style = style
        self.update()

    def show_filling(self, filling: Filling | None) -> None:
        """Fill along the edge of its cell, or go."""
        button = self._button(filling.cell_id) if filling is not None else None
        self._filling = filling
        if filling is None or button is None:
            self._timer.stop()
            self.hide()
            return
        self.setGeometry(QRect(button.mapTo(self.window(), QPoint()), button.size()))
        self.raise_()
        self.show()
        if filling.stands_at is None:
            self._timer.start()
        else:
            self._timer.stop()
        self.update()

    def _button(self, cell_id: str) -> CellButton | None:
        """The cell where it can be seen: on the board, on a card, on a page or in the strip."""
        for button in self.window().findChildren(CellButton):
            if button.cell is not None and button.cell.id == cell_id and button.isVisible():
                return button
        return None

    def share(self) -> float:
        """How much of the ring is filled now, 0 to 1."""
        filling = self._filling
        if filling is None or filling.until <= filling.since:
            return 0.0
        now = self._clock() if filling.stands_at is None else filling.stands_at
        return min(1.0, max(0.0, (now - filling.since) / (filling.until - filling.since)))

    def paintEvent(self, event: QPaintEvent) -> None:
        lit, width = self._style.theme.lit, max(LEAST, self._style.frame)
        room = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        ring = _ring(room)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(colour(lit.fill), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        length = ring.length() / width
        filled = self.share() * length
        if filled <= 0:
            return
        pen.setDashPattern([filled, length + 1])
        painter.strokePath(ring, pen)


def _ring(room: QRectF) -> QPainterPath:
    """Clockwise from the middle of the upper edge."""
    side = min(RADIUS, room.width() / 2, room.height() / 2) * 2
    path = QPainterPath()
    path.moveTo(room.center().x(), room.top())
    path.arcTo(room.right() - side, room.top(), side, side, 90, -90)
    path.arcTo(room.right() - side, room.bottom() - side, side, side, 0, -90)
    path.arcTo(room.left(), room.bottom() - side, side, side, 270, -90)
    path.arcTo(room.left(), room.top(), side, side, 180, -90)
    path.closeSubpath()
    return path
