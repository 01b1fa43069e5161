"""A line or page of text, as large as its place allows."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from aac.ui.lettering import CENTRED, fitting, largest
from aac.ui.theme import Paint, colour
from aac.ui.word_mark import marked_line


class FitLabel(QLabel):
    """A label whose text shrinks until all of it fits.

    Without a text it shows nothing, but keeps its place.
    """

    def __init__(self, parent: QWidget | None = None, alignment: int = int(CENTRED)) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.alignment_flags = alignment
        self._family, self._bold, self._size = "", False, 0
        self._paint: Paint | None = None
        self._padding, self._radius = 0, 0
        self._marked: tuple[tuple[int, int] | None, str] = (None, "")

    def set_letters(self, family: str, size: int = 0, *, bold: bool = False) -> None:
        """``size``: in pixels where there is room; 0: as large as can be."""
        self._family, self._size, self._bold = family, size, bold
        self.update()

    def set_paint(self, paint: Paint, padding: int = 0, radius: int = 0) -> None:
        """The colours, and the room between the text and the edge."""
        self._paint, self._padding, self._radius = paint, padding, radius
        self.update()

    def set_marked(self, span: tuple[int, int] | None, ink: str = "") -> None:
        """Underline this part of the text in the colour ``ink``; None: nothing."""
        if (span, ink) != self._marked:
            self._marked = (span, ink)
            self.update()

    def fitted(self) -> QFont:
        """The font that is used now."""
        room = self.text_room()
        width, height = max(1, room.width()), max(1, room.height())
        if self._size == 0:
            return largest(self.text(), self._family, self._bold, width, height)
        text, flags = self.text(), self.alignment_flags
        return fitting(text, self._family, self._bold, width, height, self._size, flags)[0]

    def text_room(self) -> QRect:
        """Where the text may be."""
        side = self._padding
        return self.rect().adjusted(side, 0, -side, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._paint is None or not self.text():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._paint.fill))
        painter.drawRoundedRect(self.rect(), self._radius, self._radius)
        painter.setPen(colour(self._paint.text))
        font = self.fitted()
        painter.setFont(font)
        painter.drawText(self.text_room(), self.alignment_flags, self.text())
        span, ink = self._marked
        if span is not None:
            flags, room = self.alignment_flags, self.text_room()
            painter.fillRect(marked_line(self.text(), span, font, room, flags), colour(ink))
