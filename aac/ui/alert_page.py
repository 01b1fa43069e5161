"""A call for help, so large that it can be read from the door.  It does not flash (G43)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from aac.model.view import View
from aac.model.words import screen_text
from aac.ui.cell_sheet import CellSheet
from aac.ui.fit_label import FitLabel
from aac.ui.icons import draw_icon
from aac.ui.light import Light, Style
from aac.ui.theme import Paint, colour

SPACE = 24  # pixels around the sign and the text


class AlertPage(QWidget):
    """The text of the call, and the cells with which it is answered."""

    touched = Signal(str)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._sign = "bell"
        self.text = FitLabel(self)
        self.remark = FitLabel(self)
        self.remark.setText(screen_text("not_alarm"))
        self.cells = CellSheet("", style, self)
        self.cells.touched.connect(self.touched)
        self.set_style(style)

    def set_style(self, style: Style) -> None:
        self._style = style
        self.cells.set_style(style)
        alert, theme = style.theme.alert, style.theme
        self.text.set_paint(alert)
        self.text.set_letters(style.family, bold=True)
        self.remark.set_paint(Paint(theme.window, theme.quiet, theme.window), 8)
        self.remark.set_letters(style.family, max(15, round(style.text * 0.5)))
        self._lay_out()
        self.update()

    def show_view(self, view: View) -> None:
        if view.alert is not None:
            self.text.setText(view.alert.text)
            self._sign = "warning" if view.alert.emergency else "bell"
        self.cells.set_rows((view.page_cells,) if view.page_cells else ())
        self.update()

    def set_light(self, light: Light) -> None:
        self.cells.set_light(light)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        width, height = self.width(), self.height()
        remark = max(22, min(round(self._style.text * 0.75), round(height * 0.06)))
        cells = max(64, round(height * 0.2))
        top = height - remark - cells
        self.remark.setGeometry(0, height - remark, width, remark)
        self.cells.setGeometry(0, top, width, cells)
        board, sign = self._board(), self._sign_room()
        self.text.setGeometry(
            board.adjusted(sign.right() + SPACE, SPACE, -SPACE, -SPACE).toAlignedRect()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        alert, board = self._style.theme.alert, self._board()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(board, colour(alert.fill))
        draw_icon(painter, self._sign, self._sign_room(), colour(alert.text))

    def _board(self) -> QRectF:
        """The surface that the call stands on."""
        bottom = self.cells.geometry().top() - self._style.gap * 2
        return QRectF(0, 0, self.width(), max(1, bottom))

    def _sign_room(self) -> QRectF:
        board = self._board()
        side = min(board.width() * 0.17, board.height() * 0.6)
        return QRectF(SPACE, board.center().y() - side / 2, side, side)
