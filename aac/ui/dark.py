"""A dark screen while the scan rests (guidance G28): nothing glares, and nothing is taken away.

It lies over the window and lets every touch through; one press of the switch lifts it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

# Three quarters dark: a dark room is not lit by it, and who comes near still reads that it rests.
SHADE = QColor(0, 0, 0, 190)


class Dark(QWidget):
    """Covers its parent, once it is on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_on(self, on: bool) -> None:
        if on != self.isVisible():
            self.setVisible(on)
            self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), SHADE)
