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
from aac.ui.album import Album
from aac.ui.asking_card import AskingCard
from aac.ui.cell_sheet import CellSheet
from aac.ui.light import Light, Style
from aac.ui.rooms import Arrangement, gap_between

# Heights of the rows above the grid beside those of the grid.  A long phrase takes two lines.
OFFERS, WITH_PHRASE = 1.0, 1.3
LOWEST = 36  # pixels of a row


class BoardView(QWidget):
    """Shows the board of a `View`.  ``touched`` gives the id of a cell pressed directly.

    ``album``: asks for the pictures of the cells, and is given them.
    """

    touched = Signal(str)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._grid_rows = 0
        self._heights = (0.0, 0.0)
        self.words = CellSheet(screen_text("likely_words"), style, self)
        self.letters = CellSheet(screen_text("likely_letters"), style, self)
        self.album = Album(parent=self)
        self.grid = CellSheet("", style, self, self.album)
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
        of_words = WITH_PHRASE if with_phrase else OFFERS
        heights = of_words * bool(words), OFFERS * bool(view.letters)
        if (heights, view.board.rows) != (self._heights, self._grid_rows):
            self._heights, self._grid_rows = heights, view.board.rows
            self._lay_out()
        self.words.set_rows(
            (words,) if words else (), Arrangement(wide_end=with_phrase, singly=singly)
        )
        self.letters.set_rows((view.letters,) if view.letters else (), Arrangement(singly=singly))
        self.grid.setAccessibleName(view.board.name)
        # Choices about care stand side by side: none may stand out by its size (guidance G56).
        self.grid.set_rows(view.board.grid, Arrangement(even=view.board.private))
        self._ask(view.asking or view.wake)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        width, height = self.width(), self.height()
        top, gap = 0, gap_between(self._style.gap, self.height())
        for sheet, share in zip((self.words, self.letters), self._heights, strict=True):
            sheet.setVisible(share > 0)
            if share:
                sheet.setGeometry(0, top, width, self._row_height(share))
                top += sheet.height() + gap
        # A wider gap tells what is offered from what stays.
        top += gap if top else 0
        self.grid.setGeometry(0, top, width, height - top)
        card = QRect(0, 0, round(width * 0.62), round(height * 0.36))
        card.moveCenter(self.rect().center())
        self.card.setGeometry(card)

    def _row_height(self, share: float) -> int:
        """No higher, beside a row of the grid, than its share."""
        rows = self._grid_rows + sum(self._heights)
        gap = gap_between(self._style.gap, self.height())
        gaps = gap * (self._grid_rows + len(self._heights))
        height = share * (self.height() - gaps) / max(1.0, rows)
        wanted = min(self._style.text * 1.9, self.height() * 0.14, height)
        return round(max(LOWEST * share, wanted))


def has_phrase_room(view: View) -> bool:
    """Whether a phrase stands or may come to stand at the end of the words.

    Its room is kept as long as one may come, or the words would jump with each.
    """
    settings = view.settings
    may_come = settings.phrase_offer or bool(settings.abbreviations)
    return view.phrase is not None or (may_come and view.board.kind is BoardKind.SPELLING)
