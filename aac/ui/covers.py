"""What may lie over the whole window: the shade of a resting scan, and the night."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from aac.model.board import Do
from aac.model.commands import Command
from aac.model.view import Page, Phase, View
from aac.model.words import screen_text
from aac.ui.dark import Dark
from aac.ui.lettering import font_of
from aac.ui.light import Style

# Seen in a dark room by who looks for it, and no light to lie awake by.
DIM = QColor(64, 64, 64)
LETTERS = 0.8  # of the text on the boards


class NightCover(QWidget):
    """Black but for one dim line (guidance G44).  ``pressed``: it was touched or clicked; the id
    of the cell that calls."""

    pressed = Signal(str)

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.style_used = style
        self.call = ""
        self.setAccessibleName(screen_text("night"))
        self.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit(self.call)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.TouchBegin:
            self.pressed.emit(self.call)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), Qt.GlobalColor.black)
        painter.setPen(DIM)
        style = self.style_used
        painter.setFont(font_of(style.family, round(style.text * LETTERS)))
        text = f"{screen_text('night')} {screen_text('night_helper')}"
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)


class Covers:
    """Both, over ``window``."""

    def __init__(self, style: Style, window: QWidget) -> None:
        self.dark = Dark(window)
        self.night = NightCover(style, window)

    def set_style(self, style: Style) -> None:
        self.night.style_used = style
        self.night.update()

    def show_view(self, view: View) -> None:
        self.dark.set_on(view.settings.rest_dim and view.phase is Phase.RESTING)
        calls = (cell.id for cell in view.strip if cell.action == Do(Command.CALL))
        self.night.call = next(calls, "")
        at_night = view.page is Page.NIGHT
        if at_night != self.night.isVisible():
            self.night.setVisible(at_night)
            self.night.raise_()

    def set_room(self, room: QRect) -> None:
        self.dark.setGeometry(room)
        self.night.setGeometry(room)
