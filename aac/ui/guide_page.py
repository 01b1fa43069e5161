"""A page that measures presses: one sentence, one large cell or some figures, a row of choices.

Nothing on it moves.  The sentence keeps its place whether the cell is dark, lit or gone.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from aac.model.board import Cell
from aac.model.panel import TARGET, Panel
from aac.model.view import View
from aac.ui.cell_sheet import CellSheet
from aac.ui.fit_label import FitLabel
from aac.ui.lettering import LEADING
from aac.ui.light import Light, Style
from aac.ui.rooms import Arrangement
from aac.ui.theme import Paint, colour

TRAILING = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
NOTHING = Panel("", "")
# Parts of the height of the page.
TITLE, SENTENCE, CHOICES = 0.09, 0.27, 0.2
TARGET_WIDTH = 0.6
COLUMNS = 2
LINE = 40  # pixels that a figure needs at most


class GuidePage(QWidget):
    """Shows the panel of a `View`, and its cells.  ``touched``: the id of one pressed directly."""

    touched = Signal(str)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._panel = NOTHING
        self._target: Cell | None = None
        self.title = FitLabel(self, LEADING)
        self.progress = FitLabel(self, TRAILING)
        self.sentence = FitLabel(self, LEADING)
        self.figures: list[tuple[FitLabel, FitLabel]] = []
        self.target = CellSheet("", style, self)
        self.cells = CellSheet("", style, self)
        for sheet in self.sheets():
            sheet.touched.connect(self.touched)
        self.set_style(style)

    def sheets(self) -> tuple[CellSheet, CellSheet]:
        return self.target, self.cells

    def set_style(self, style: Style) -> None:
        self._style = style
        for sheet in self.sheets():
            sheet.set_style(style)
        theme = style.theme
        quiet = Paint(theme.window, theme.quiet, theme.window)
        plain = Paint(theme.field.fill, theme.text, theme.field.edge)
        small, large = max(15, round(style.text * 0.8)), round(style.text * 1.15)
        for label in (self.title, self.progress):
            label.set_paint(quiet, 8)
            label.set_letters(style.family, small, bold=True)
        self.sentence.set_paint(plain, 24, 12)
        self.sentence.set_letters(style.family, large)
        self._dress_figures()
        self._lay_out()
        self.update()

    def show_view(self, view: View) -> None:
        panel = view.panel or NOTHING
        chosen = () if view.panel is None else view.page_cells
        self._target = next((cell for cell in chosen if cell.id == TARGET), None)
        choices = tuple(cell for cell in chosen if cell.id != TARGET)
        self.title.setText(panel.title)
        self.progress.setText(panel.progress)
        self.sentence.setText(panel.text)
        self._panel = panel
        self._show_figures()
        self.target.set_rows(((self._target,),) if self._target is not None else ())
        singly = view.settings.scan_pattern in ("auto", "linear")
        self.cells.set_rows((choices,) if choices else (), Arrangement(singly=singly))
        self._lay_out()
        self.update()

    def set_light(self, light: Light) -> None:
        for sheet in self.sheets():
            sheet.set_light(light)

    # ------------------------------------------------------------------------ helpers

    def _show_figures(self) -> None:
        figures = self._panel.figures
        while len(self.figures) < len(figures):
            self.figures.append((FitLabel(self, LEADING), FitLabel(self, TRAILING)))
            self._dress_figures()
        for place, (name, value) in enumerate(self.figures):
            shown = place < len(figures)
            for label, text in zip(
                (name, value), figures[place] if shown else ("", ""), strict=True
            ):
                label.setText(text)
                label.setVisible(shown)

    def _dress_figures(self) -> None:
        theme, size = self._style.theme, max(15, round(self._style.text * 0.62))
        for name, value in self.figures:
            name.set_paint(Paint(theme.window, theme.quiet, theme.window), 8)
            value.set_paint(Paint(theme.window, theme.text, theme.window), 8)
            name.set_letters(self._style.family, size)
            value.set_letters(self._style.family, size, bold=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        width, height, gap = self.width(), self.height(), self._style.gap * 2
        top = round(height * TITLE)
        self.title.setGeometry(0, 0, width // 2, top)
        self.progress.setGeometry(width - width // 2, 0, width // 2, top)
        self.sentence.setGeometry(0, top, width, round(height * SENTENCE))
        end = height - round(height * CHOICES)
        self.cells.setGeometry(0, end, width, height - end)
        begin = self.sentence.geometry().bottom() + gap
        # The large cell takes the place of the choices too: it is alone on the page.
        room = QRect(0, begin, round(width * TARGET_WIDTH), height - begin)
        room.moveCenter(QRect(0, begin, width, height - begin).center())
        self.target.setGeometry(room)
        self.target.setVisible(self._target is not None)
        self.cells.setVisible(self._target is None)
        self._lay_out_figures(QRect(0, begin, width, end - gap - begin))

    def _lay_out_figures(self, room: QRect) -> None:
        """In two columns, the value right behind its name."""
        lines = max(1, -(-len(self._panel.figures) // COLUMNS))
        line = min(round(LINE * self._style.scale), room.height() // lines)
        space = self._style.gap * 6
        width = (room.width() - space) // COLUMNS
        for place, (name, value) in enumerate(self.figures):
            column, row = divmod(place, lines)
            left, top = column * (width + space), room.top() + row * line
            split = round(width * 0.72)
            name.setGeometry(left, top, split, line)
            value.setGeometry(left + split, top, width - split, line)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), colour(self._style.theme.window))
