"""A QR code, always dark on light with its quiet margin, whatever the colours around it are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

MARGIN = 4  # modules: ISO/IEC 18004
LEAST = 5  # pixels of a module: read from half a metre by the phones there are

Modules = Sequence[Sequence[int]]


class QrCode(QWidget):
    """Shows ``modules``: rows of dark (1) and light (0)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._modules: Modules = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_code(self, modules: Modules, name: str) -> None:
        """``name``: what a screen reader says for it."""
        self._modules = modules
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = (len(self._modules) + 2 * MARGIN) * LEAST
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._modules:
            return
        count = len(self._modules) + 2 * MARGIN
        size = min(self.width(), self.height()) // count
        painter = QPainter(self)
        painter.fillRect(QRect(0, 0, count * size, count * size), Qt.GlobalColor.white)
        for y, row in enumerate(self._modules, start=MARGIN):
            for x, dark in enumerate(row, start=MARGIN):
                if dark:
                    painter.fillRect(x * size, y * size, size, size, Qt.GlobalColor.black)
