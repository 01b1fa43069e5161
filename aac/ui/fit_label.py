"""A line or page of text, as large as its place allows."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from aac.ui.lettering import CENTRED, fitting
from aac.ui.theme import Paint, colour


class FitLabel(QLabel):
    """A label whose text shrinks until all of it fits.

    ``largest``: its size in pixels where there is room.  Empty, it shows nothing but keeps its
    place.
    """

    def __init__(self, parent: QWidget | None = None, alignment: int = int(CENTRED)) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._alignment = alignment
        self._family, self._bold, self._largest = "", False, 16
        self._paint: Paint | None = None
        self._padding, self._radius = 0, 0

    def set_letters(self, family: str, largest: int, *, bold: bool = False) -> None:
        self._family, self._largest, self._bold = family, largest, bold
        self.update()

    def set_paint(self, paint: Paint, padding: int = 0, radius: int = 0) -> None:
        """The colours, and the room between the text and the edge."""
        self._paint, self._padding, self._radius = paint, padding, radius
        self.update()

    def fitted(self) -> tuple[QFont, QRect]:
        """The font that is used now, and the room the text takes."""
        room = self._room()
        font, taken = fitting(
            self.text(),
            self._family,
            self._bold,
            max(1, room.width()),
            max(1, room.height()),
            self._largest,
            self._alignment,
        )
        return font, taken.toAlignedRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._paint is None or not self.text():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._paint.fill))
        painter.drawRoundedRect(self.rect(), self._radius, self._radius)
        painter.setPen(colour(self._paint.text))
        painter.setFont(self.fitted()[0])
        painter.drawText(self._room(), self._alignment, self.text())

    def _room(self) -> QRect:
        side = self._padding
        return self.rect().adjusted(side, 0, -side, 0)
