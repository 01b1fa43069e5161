"""The board: rows of offered words and of likely letters above a fixed grid of cells.

What is offered has its room even where nothing is, so that the grid never moves.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from aac.model.board import Cell
from aac.model.view import Page, View
from aac.model.words import screen_text
from aac.ui.cell_sheet import CellSheet
from aac.ui.light import Light, Style
from aac.ui.theme import colour

PHRASE_SHARE = 0.32  # of the row of words: room for a sentence in two lines


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
        self._rows = (False, False)
        self._grid_rows = 0
        self.words = CellSheet(screen_text("likely_words"), style, self)
        self.letters = CellSheet(screen_text("likely_letters"), style, self)
        self.grid = CellSheet("", style, self)
        self.card = AskingCard(style, self)
        for sheet in self.sheets():
            sheet.touched.connect(self.touched)

    def sheets(self) -> tuple[CellSheet, ...]:
        return self.words, self.letters, self.grid, self.card.sheet

    def set_style(self, style: Style) -> None:
        self._style = style
        for part in (self.words, self.letters, self.grid, self.card):
            part.set_style(style)
        self._lay_out()

    def show_view(self, view: View) -> None:
        """Show the board, what is offered, and the question if there is one."""
        words, last = _words_row(view)
        rows = bool(words), bool(view.letters)
        if (rows, view.board.rows) != (self._rows, self._grid_rows):
            self._rows, self._grid_rows = rows, view.board.rows
            self._lay_out()
        self.words.set_rows((words,) if words else (), last=last)
        self.letters.set_rows((view.letters,) if view.letters else ())
        self.words.setVisible(rows[0])
        self.letters.setVisible(rows[1])
        self.grid.setAccessibleName(view.board.name)
        # Choices about care stand side by side: none may stand out by its size (guidance G56).
        self.grid.set_rows(view.board.grid, even=view.board.private)
        asking = view.asking
        on_board = asking is not None and any(
            sheet.button(asking.id) for sheet in (self.words, self.letters, self.grid)
        )
        self.card.ask(None if on_board else asking)

    def set_light(self, light: Light) -> None:
        for sheet in self.sheets():
            sheet.set_light(light)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        width, height = self.width(), self.height()
        top = 0
        for sheet, there in zip((self.words, self.letters), self._rows, strict=True):
            row = self._row_height() if there else 0
            sheet.setGeometry(0, top, width, row)
            top += row + round(self._style.gap * 1.5) if there else 0
        self.grid.setGeometry(0, top, width, height - top)
        card = QRect(0, 0, round(width * 0.62), round(height * 0.36))
        card.moveCenter(self.rect().center())
        self.card.setGeometry(card)

    def _row_height(self) -> int:
        """No higher than a row of the grid would be if all rows were alike."""
        rows = max(1, self._grid_rows + sum(self._rows))
        alike = (self.height() - self._style.gap * (rows + 1)) // rows
        return max(32, min(round(self._style.text * 1.9), round(self.height() * 0.14), alike))


def _words_row(view: View) -> tuple[tuple[Cell | None, ...], float]:
    """The words, and the place of a whole phrase wherever one may come; the last one's share."""
    may_come = view.settings.phrase_offer or bool(view.settings.abbreviations)
    if view.page is not Page.BOARD or not (view.phrase or (may_come and view.words)):
        return view.words, 0.0
    return (*view.words, view.phrase), PHRASE_SHARE
