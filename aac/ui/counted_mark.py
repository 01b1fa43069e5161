"""Where a press was counted for an item that the light had already left, a frame shows which."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from aac.ui.light import Style
from aac.ui.theme import colour


class CountedMark(QWidget):
    """A double frame around the item; it takes no touch and covers nothing but its own line."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_style(self, style: Style) -> None:
        self._style = style
        self.update()

    def show_around(self, item: QRect) -> None:
        """An empty rectangle hides it."""
        self.setVisible(not item.isEmpty())
        if item.isEmpty():
            return
        wide = self._wide()
        self.setGeometry(item.adjusted(-wide, -wide, wide, wide))
        inside = self.rect().adjusted(wide, wide, -wide, -wide)
        self.setMask(QRegion(self.rect()) - QRegion(inside))
        self.raise_()

    def _wide(self) -> int:
        return max(4, round(6 * self._style.scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._style.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(theme.window))
        pen = QPen(colour(theme.notice.edge), self._wide() * 0.45)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        middle = self._wide() // 2
        painter.drawRect(self.rect().adjusted(middle, middle, -middle, -middle))
