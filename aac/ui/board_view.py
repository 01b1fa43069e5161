"""The board: a row of offered words above a fixed grid of cells.

The words have their room even where none is offered, so that the grid never moves.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from aac.model.board import Cell
from aac.model.view import View
from aac.ui.cell_sheet import CellSheet
from aac.ui.light import Light, Style
from aac.ui.theme import colour


class AskingCard(QWidget):
    """A question over the board, for a cell that the board does not have."""

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


class BoardView(QWidget):
    """Shows the board of a `View`.  ``touched`` gives the id of a cell pressed directly."""

    touched = Signal(str)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._has_words = False
        self.words = CellSheet("", style, self)
        self.grid = CellSheet("", style, self)
        self.card = AskingCard(style, self)
        for sheet in self.sheets():
            sheet.touched.connect(self.touched)

    def sheets(self) -> tuple[CellSheet, ...]:
        return self.words, self.grid, self.card.sheet

    def set_style(self, style: Style) -> None:
        self._style = style
        for part in (self.words, self.grid, self.card):
            part.set_style(style)
        self._lay_out()

    def show_view(self, view: View) -> None:
        """Show the board, its words, and the question if there is one."""
        if bool(view.words) != self._has_words:
            self._has_words = bool(view.words)
            self._lay_out()
        self.words.set_rows((view.words,) if view.words else ())
        self.words.setVisible(self._has_words)
        self.grid.setAccessibleName(view.board.name)
        # Choices about care stand side by side: none may stand out by its size (guidance G56).
        self.grid.set_rows(view.board.grid, even=view.board.private)
        asking = view.asking
        on_board = asking is not None and any(
            sheet.button(asking.id) for sheet in (self.words, self.grid)
        )
        self.card.ask(None if on_board else asking)

    def set_light(self, light: Light) -> None:
        for sheet in self.sheets():
            sheet.set_light(light)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        width, height = self.width(), self.height()
        words = self._words_height() if self._has_words else 0
        top = words + round(self._style.gap * 1.5) if words else 0
        self.words.setGeometry(0, 0, width, words)
        self.grid.setGeometry(0, top, width, height - top)
        card = QRect(0, 0, round(width * 0.62), round(height * 0.36))
        card.moveCenter(self.rect().center())
        self.card.setGeometry(card)

    def _words_height(self) -> int:
        return max(44, min(round(self._style.text * 1.9), round(self.height() * 0.14)))
