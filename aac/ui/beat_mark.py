"""The paced cue on the lit item: a bar that fills, or an edge that moves, until the light moves on.

It is the only thing that moves besides the light, and only where the person asked for it.
"""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from aac.model.marks import Beat
from aac.ui.light import Style
from aac.ui.theme import colour

FRAME = 33  # milliseconds: smooth enough to press with, and calm for the processor
THICKNESS = 10  # pixels, times the scale


class BeatMark(QWidget):
    """Lies over the lit item and takes no touch."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style
        self._beat: Beat | None = None
        self._edge = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME)
        self._timer.timeout.connect(self._move)
        self._drawn = QRect()
        self.hide()

    def set_style(self, style: Style) -> None:
        self._style = style
        self.update()

    def show_beat(self, beat: Beat | None, kind: str, lit: QRect) -> None:
        """Show the time of the item that is lit at ``lit``; nothing for a beat that is heard."""
        self._beat = beat if kind in ("bar", "edge") and not lit.isEmpty() else None
        if self._beat is None:
            self._timer.stop()
            self.hide()
            return
        self._edge = kind == "edge"
        frame, top = self._style.frame, lit.height() - self._thickness() - self._style.frame
        # The bar keeps inside the frame, so that it stands on the colour of the light.
        bar = lit.adjusted(frame, top, -frame, -frame)
        self.setGeometry(lit if self._edge else bar)
        self.raise_()
        self.show()
        self._timer.start()
        self.update()

    def progress(self, now: float) -> float:
        """From 0 when the time to get ready is over to 1 when the light moves on."""
        if self._beat is None:
            return 0.0
        whole = self._beat.until - self._beat.ready
        return min(1.0, max(0.0, (now - self._beat.ready) / whole)) if whole > 0 else 1.0

    def _thickness(self) -> int:
        return max(6, round(THICKNESS * self._style.scale))

    def _moving(self) -> QRect:
        """What is drawn of the edge or the bar now."""
        done = round(self.progress(monotonic()) * self.width())
        if not self._edge:
            return QRect(0, 0, done, self.height())
        thick = self._thickness()
        return QRect(min(done, self.width() - thick), 0, thick, self.height())

    def _move(self) -> None:
        now = self._moving()
        if now != self._drawn:
            self.update(now.united(self._drawn))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        text = colour(self._style.theme.lit.text)
        self._drawn = self._moving()
        if not self._edge:
            ground = QColor(self._style.theme.lit.fill)
            painter.fillRect(self.rect(), ground)
            painter.setPen(text)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.fillRect(self._drawn, text)
