"""How loud a recording is just now: a bar, and between two marks the loudness that is good."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from aac.model.banking_words import banking_text

QUIETEST, LOUDEST = -60.0, 0.0  # dB at the ends of the bar
GOOD = (-32.0, -6.0)  # dB: louder than the room, softer than what crackles
MARK = 3  # pixels
HEIGHT = 36


class LevelBar(QWidget):
    """``level``: decibels, 0 being the loudest there is; None while nothing is recorded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.level: float | None = None
        self.setMinimumSize(160, HEIGHT)
        self.setMaximumHeight(HEIGHT)
        self.setAccessibleName(banking_text("meter"))
        self._tell()

    def show_level(self, level: float | None) -> None:
        if level != self.level:
            self.level = level
            self._tell()
            self.update()

    @property
    def words(self) -> str:
        """What the bar says."""
        if self.level is None:
            return banking_text("meter_off")
        return banking_text("meter_now", level=f"{self.level:.0f}")

    def place_of(self, level: float) -> int:
        """Pixels from the left."""
        part = (level - QUIETEST) / (LOUDEST - QUIETEST)
        return round(min(1.0, max(0.0, part)) * self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), self.palette()
        painter.fillRect(self.rect(), colours.base())
        if self.level is None:
            painter.setPen(colours.text().color())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.words)
        else:
            good = GOOD[0] <= self.level <= GOOD[1]
            bar = QRect(0, 0, self.place_of(self.level), self.height())
            painter.fillRect(bar, colours.highlight() if good else colours.mid())
            for level in GOOD:
                at = self.place_of(level) - MARK // 2
                painter.fillRect(QRect(at, 0, MARK, self.height()), colours.text())
        painter.setPen(colours.text().color())
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _tell(self) -> None:
        self.setAccessibleDescription(self.words)
