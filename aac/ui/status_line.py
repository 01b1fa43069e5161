"""The line at the top: the board, the scan, the switches, notices, and the Private badge.

Its room is always kept, so that nothing below it moves when a sentence comes or goes.
"""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from aac.model.state_words import phase_text, roles_text
from aac.model.view import Page, View
from aac.model.words import notice_text, screen_text
from aac.ui.fit_label import FitLabel
from aac.ui.lettering import LEADING
from aac.ui.light import Style
from aac.ui.theme import Paint


class StatusLine(QWidget):
    """Shown on every page."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = FitLabel(self, LEADING)
        self.phase = FitLabel(self, LEADING)
        self.roles = FitLabel(self, LEADING)
        self.notice = FitLabel(self)
        self.private = FitLabel(self)
        self.set_style(style)

    def set_style(self, style: Style) -> None:
        theme = style.theme
        size = max(15, round(style.text * 0.6))
        self.place.set_paint(Paint(theme.window, theme.quiet, theme.window), 4)
        self.phase.set_paint(Paint(theme.window, theme.text, theme.window), 4)
        self.roles.set_paint(Paint(theme.window, theme.text, theme.window), 4)
        self.notice.set_paint(theme.notice, 14, 10)
        self.private.set_paint(Paint(theme.text, theme.window, theme.text), 10, 10)
        for label in (self.place, self.phase, self.roles, self.notice):
            label.set_letters(style.family, size)
        self.private.set_letters(style.family, size, bold=True)

    def show_view(self, view: View) -> None:
        place = view.board.name if view.page is Page.BOARD and not view.notice else ""
        self.place.setText(place)
        night_call = view.settings.night and view.alert is not None
        pointing = view.settings.pointing
        self.phase.setText(phase_text(view.phase, pointing=pointing, night_call=night_call))
        several = () if pointing else view.roles
        self.roles.setText("" if view.notice else roles_text(several))
        self.notice.setText(notice_text(view.notice) if view.notice else "")
        self.private.setText(screen_text("private") if view.private else "")
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        """A notice may take the room of the board's name, and of the phase where there is none."""
        start = 0.23 if self.phase.text() else 0.0
        phase = 0.0 if self.notice.text() else 0.23
        parts = (
            (self.place, 0.0, 0.23),
            (self.phase, phase, phase + 0.23),
            (self.roles, start + 0.23, 0.89),
            (self.notice, start, 0.89),
            (self.private, 0.9, 1.0),
        )
        width, height = self.width(), self.height()
        for label, left, right in parts:
            room = QRect(round(left * width), 0, round((right - left) * width), height)
            label.setGeometry(room)
            label.setVisible(bool(label.text()))
