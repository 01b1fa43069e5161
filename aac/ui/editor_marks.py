"""What lies over the board being edited: the numbers of the walk, the chosen place, the target."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from aac.ui.lettering import font_of
from aac.ui.light import Style
from aac.ui.theme import colour

SMALLEST = 12
FRAME = 4.0


@dataclass(frozen=True)
class Mark:
    """A few signs in the corner of a cell."""

    room: QRect
    text: str


class CanvasMarks(QWidget):
    """Lets the mouse through."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style
        self._marks: tuple[Mark, ...] = ()
        self._chosen, self._target = QRect(), QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_style(self, style: Style) -> None:
        self._style = style
        self.update()

    def show_marks(self, marks: tuple[Mark, ...], chosen: QRect, target: QRect) -> None:
        if (marks, chosen, target) != (self._marks, self._chosen, self._target):
            self._marks, self._chosen, self._target = marks, chosen, target
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._style.theme
        for room, style in ((self._chosen, Qt.PenStyle.SolidLine),
                            (self._target, Qt.PenStyle.DashLine)):  # fmt: skip
            if not room.isEmpty():
                # Two lines, so that the frame is seen on a dark cell and on a light one.
                for code, width in ((theme.window, FRAME + 3), (theme.lit.fill, FRAME)):
                    painter.setPen(QPen(colour(code), width, style))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    inside = QRectF(room).adjusted(2, 2, -2, -2)
                    painter.drawRoundedRect(inside, 6, 6)
        painter.setFont(font_of(self._style.family, max(SMALLEST, round(self._style.text * 0.4))))
        for mark in self._marks:
            if mark.text:
                self._badge(painter, mark)

    def _badge(self, painter: QPainter, mark: Mark) -> None:
        metrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(mark.text) + 10
        room = QRect(mark.room.left() + 4, max(0, mark.room.top() - 3), width, metrics.height())
        theme = self._style.theme
        painter.setPen(QPen(colour(theme.dim.edge), 1))
        painter.setBrush(colour(theme.window))
        painter.drawRoundedRect(room, 5, 5)
        painter.setPen(colour(theme.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, mark.text)
