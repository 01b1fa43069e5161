"""One piece of advice with what it rests on, and the cells that answer it (guidance G22)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from aac.model.view import View
from aac.model.words import screen_text
from aac.ui.cell_sheet import CellSheet
from aac.ui.fit_label import FitLabel
from aac.ui.light import Light, Style
from aac.ui.rooms import in_one_row
from aac.ui.theme import Paint


class AdvicePage(QWidget):
    """``title``, ``evidence``, ``proposal``: read from top to bottom; then the cells."""

    touched = Signal(str)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.title = FitLabel(self)
        self.title.setText(screen_text("advice"))
        self.evidence = FitLabel(self)
        self.proposal = FitLabel(self)
        self.cells = CellSheet("", style, self)
        self.cells.touched.connect(self.touched)
        self.set_style(style)

    def set_style(self, style: Style) -> None:
        self._style = style
        theme = style.theme
        self.cells.set_style(style)
        plain = Paint(theme.window, theme.text, theme.window)
        self.title.set_paint(Paint(theme.window, theme.quiet, theme.window), 8)
        self.title.set_letters(style.family, style.text)
        self.evidence.set_paint(plain, 24)
        self.evidence.set_letters(style.family, round(style.text * 1.2))
        self.proposal.set_paint(theme.notice, 24, 12)
        self.proposal.set_letters(style.family, round(style.text * 1.4), bold=True)
        self._lay_out()

    def show_view(self, view: View) -> None:
        advice = view.advice
        self.evidence.setText(advice.evidence if advice else screen_text("no_advice"))
        self.proposal.setText(advice.proposal if advice else "")
        self.cells.set_rows(
            (view.page_cells,) if view.page_cells else (), in_one_row(view.settings.scan_pattern)
        )

    def set_light(self, light: Light) -> None:
        self.cells.set_light(light)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        width, height, gap = self.width(), self.height(), self._style.gap * 2
        title = max(28, min(round(self._style.text * 1.4), round(height * 0.1)))
        cells = max(64, round(height * 0.22))
        rest = max(2, height - title - cells - 3 * gap)
        evidence = round(rest * 0.58)
        self.title.setGeometry(0, 0, width, title)
        self.evidence.setGeometry(0, title + gap, width, evidence)
        self.proposal.setGeometry(0, title + evidence + 2 * gap, width, rest - evidence)
        self.cells.setGeometry(0, height - cells, width, cells)
