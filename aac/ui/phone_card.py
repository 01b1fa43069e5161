"""On the boards of the phones, below their cells: the code to scan, or a reply to read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from aac.model.board import Board
from aac.ui.board_view import BoardView
from aac.ui.fit_label import FitLabel
from aac.ui.lettering import LEADING
from aac.ui.light import Style
from aac.ui.qr_code import Modules, QrCode
from aac.ui.theme import Paint, colour

SPACE = 12  # pixels


class PhoneCard(QWidget):
    """Lies over the rows of the board that have no cells, and takes no presses."""

    def __init__(self, board: BoardView, style: Style) -> None:
        super().__init__(board)
        self._board, self._style, self._used = board, style, 0.5
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.code, self.text = QrCode(self), FitLabel(self, int(LEADING))
        self.text.setWordWrap(True)
        board.grid.installEventFilter(self)
        self.stackUnder(board.card)  # a question stands before it
        self.set_style(style)
        self.hide()

    def set_style(self, style: Style) -> None:
        self._style = style
        theme = style.theme
        self.text.set_paint(Paint(theme.window, theme.text, theme.window), SPACE)
        self.text.set_letters(style.family, round(style.text * 1.3))
        self.update()

    def show_on(self, board: Board, text: str, modules: Modules = ()) -> None:
        """Show the text, beside a code where there is one; without a text, go."""
        rows = max(1, len(board.grid))
        free = next((n for n, row in enumerate(reversed(board.grid)) if any(row)), rows)
        self._used = 1 - free / rows
        self.text.setText(text)
        self.code.show_code(modules, text)
        self.code.setVisible(bool(modules))
        self._lay_out()
        self.setVisible(bool(text) and free > 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._lay_out()
        return False

    def _lay_out(self) -> None:
        place = self._board.grid.geometry()
        top = round(place.height() * self._used) + self._style.gap
        self.setGeometry(place.adjusted(0, top, 0, 0))
        inside = self.rect().adjusted(SPACE, SPACE, -SPACE, -SPACE)
        side = inside.height() if self.code.isVisibleTo(self) else 0
        self.code.setGeometry(inside.left(), inside.top(), side, side)
        self.text.setGeometry(inside.adjusted(side + SPACE * bool(side), 0, 0, 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._style.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(theme.window))
        painter.setPen(QPen(colour(theme.group.edge), 3))
        painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
