"""“I’m coming”: answers a call from the partner's side, by mouse and touch; a key does it too."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from aac.model.partner_words import partner_words
from aac.ui.lettering import CENTRED, largest
from aac.ui.light import Style
from aac.ui.theme import colour


class ComingButton(QAbstractButton):
    """Never has the keyboard: that belongs to the switch."""

    def __init__(self, parent: QWidget, *, turned: bool) -> None:
        super().__init__(parent)
        self._turned = turned
        self._style: Style | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setText(partner_words("coming_key"))
        self.setAccessibleName(partner_words("coming"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_style(self, style: Style) -> None:
        self._style = style
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._style is None:
            return
        theme = self._style.theme
        paint = theme.accepting if self.isDown() else theme.lit
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._turned:
            painter.translate(self.width(), self.height())
            painter.rotate(180)
        painter.setPen(colour(paint.edge))
        painter.setBrush(colour(paint.fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 14, 14)
        room = self.rect().adjusted(10, 6, -10, -6)
        width, height = max(1, room.width()), max(1, round(room.height() * 0.8))
        painter.setPen(colour(paint.text))
        painter.setFont(largest(self.text(), self._style.family, True, width, height))
        painter.drawText(room, int(CENTRED), self.text())
