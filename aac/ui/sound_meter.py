"""How loud it is now, as a bar, with a mark where a sound becomes a press."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from aac.model.words import screen_text

QUIETEST, LOUDEST = -80.0, 0.0  # dB at the ends of the bar
MARK = 4  # pixels


class SoundMeter(QWidget):
    """``level`` and ``limit`` in dB below the loudest sound there is; no level: nothing heard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.level: float | None = None
        self.limit = QUIETEST
        self.setMinimumSize(160, 32)
        self.setAccessibleName(screen_text("loudness"))
        self._tell()

    def show_level(self, level: float | None) -> None:
        self.level = level
        self._tell()
        self.update()

    def show_limit(self, limit: float) -> None:
        self.limit = limit
        self._tell()
        self.update()

    @property
    def words(self) -> str:
        """What the bar says."""
        if self.level is None:
            return screen_text("no_sound")
        return screen_text("loudness_now", level=f"{self.level:.0f}", limit=f"{self.limit:.0f}")

    def place_of(self, level: float) -> int:
        """Pixels from the left."""
        part = (level - QUIETEST) / (LOUDEST - QUIETEST)
        return round(min(1.0, max(0.0, part)) * self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), self.palette()
        painter.fillRect(self.rect(), colours.base())
        if self.level is not None:
            loud = self.level >= self.limit
            bar = QRect(0, 0, self.place_of(self.level), self.height())
            painter.fillRect(bar, colours.highlight() if loud else colours.mid())
        mark = QRect(self.place_of(self.limit) - MARK // 2, 0, MARK, self.height())
        painter.fillRect(mark, colours.text())
        painter.setPen(colours.text().color())
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.words)

    def _tell(self) -> None:
        self.setAccessibleDescription(self.words)
