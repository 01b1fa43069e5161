"""The board: rows of offered words and of likely letters above a fixed grid of cells.

What is offered has its room even where nothing is, so that the grid never moves.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from aac.model.board import BoardKind, Cell
from aac.model.view import View
from aac.model.words import screen_text
from aac.ui.asking_card import AskingCard
from aac.ui.cell_sheet import CellSheet
from aac.ui.light import Light, Style
from aac.ui.rooms import Arrangement


class BoardView(QWidget):
    """Shows the board of a `View`.  ``touched`` gives the id of a cell pressed directly."""

    touched = Signal(str)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._grid_rows = 0
        # The rows above the grid that have their room on this board.
        self._with_words = self._with_letters = False
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
        with_phrase = has_phrase_room(view)
        words = (*view.words, view.phrase) if with_phrase else view.words
        singly = view.settings.offer_scan == "one_by_one"
        self._make_room(bool(words), bool(view.letters), view.board.rows)
        self.words.set_rows(
            (words,) if words else (), Arrangement(wide_end=with_phrase, singly=singly)
        )
        self.letters.set_rows((view.letters,) if view.letters else (), Arrangement(singly=singly))
        self.grid.setAccessibleName(view.board.name)
        # Choices about care stand side by side: none may stand out by its size (guidance G56).
        self.grid.set_rows(view.board.grid, Arrangement(even=view.board.private))
        self._ask(view.asking)

    def set_light(self, light: Light) -> None:
        for sheet in self.sheets():
            sheet.set_light(light)

    # ------------------------------------------------------------------------ helpers

    def _ask(self, asking: Cell | None) -> None:
        """A cell of the board asks in its place, any other on a card."""
        on_board = asking is not None and any(
            sheet.button(asking.id) for sheet in (self.words, self.letters, self.grid)
        )
        self.card.ask(None if on_board else asking)

    def _make_room(self, with_words: bool, with_letters: bool, grid_rows: int) -> None:
        wanted = with_words, with_letters, grid_rows
        if wanted == (self._with_words, self._with_letters, self._grid_rows):
            return
        self._with_words, self._with_letters, self._grid_rows = wanted
        self._lay_out()
        self.words.setVisible(with_words)
        self.letters.setVisible(with_letters)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        width, height = self.width(), self.height()
        top = 0
        for sheet, there in (
            (self.words, self._with_words),
            (self.letters, self._with_letters),
        ):
            if there:
                sheet.setGeometry(0, top, width, self._row_height())
                top += sheet.height() + round(self._style.gap * 1.5)
        self.grid.setGeometry(0, top, width, height - top)
        card = QRect(0, 0, round(width * 0.62), round(height * 0.36))
        card.moveCenter(self.rect().center())
        self.card.setGeometry(card)

    def _row_height(self) -> int:
        """No higher than a row of the grid would be if all rows were alike."""
        rows = max(1, self._grid_rows + self._with_words + self._with_letters)
        alike = (self.height() - self._style.gap * (rows + 1)) // rows
        return max(32, min(round(self._style.text * 1.9), round(self.height() * 0.14), alike))


def has_phrase_room(view: View) -> bool:
    """Whether a phrase stands or may come to stand at the end of the words.

    Its room is kept as long as one may come, or the words would jump with each.
    """
    settings = view.settings
    may_come = settings.phrase_offer or bool(settings.abbreviations)
    return view.phrase is not None or (may_come and view.board.kind is BoardKind.SPELLING)
