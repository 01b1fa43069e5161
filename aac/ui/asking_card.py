"""A question over the board, for a cell that the board does not have."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from aac.model.board import Cell
from aac.ui.cell_sheet import CellSheet
from aac.ui.light import Style
from aac.ui.theme import colour


class AskingCard(QWidget):
    """Shows one cell that wants a second press."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style
        self.sheet = CellSheet("", style, self)
        self.hide()

    def set_style(self, style: Style) -> None:
        self._style = style
        self.sheet.set_style(style)
        self._lay_out()

    def ask(self, cell: Cell | None) -> None:
        """Show ``cell``, or go."""
        if cell is not None:
            self.sheet.set_rows(((cell,),))
        self.setVisible(cell is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        space = self._style.gap + 16
        self.sheet.setGeometry(self.rect().adjusted(space, space, -space, -space))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._style.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(theme.window))
        painter.setPen(QPen(colour(theme.group.edge), 3))
        painter.drawRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5))
