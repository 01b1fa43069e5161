"""A colour from a few that are told apart by their names too."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget

from aac.model.editor_words import COLOURS
from aac.model.language import translated
from aac.ui.setting_field import by_keyboard_only, plain_label
from aac.ui.theme import colour

SIDE, IN_A_ROW = 34, 5


class ColourField(QWidget):
    """``picked``: the code, as ``#rrggbb``, empty for none.  A code of the board's author that is
    not among them is shown by none being chosen."""

    picked = Signal(str)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.swatches: dict[str, Swatch] = {}
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(plain_label(label, "label"), 0, 0, 1, IN_A_ROW)
        for n, (code, name) in enumerate(COLOURS.items()):
            swatch = self.swatches[code] = Swatch(code)
            swatch.setAccessibleName(f"{label}: {translated(name)}")
            swatch.setToolTip(translated(name))
            swatch.clicked.connect(partial(self.picked.emit, code))
            rows.addWidget(swatch, 1 + n // IN_A_ROW, n % IN_A_ROW)

    def show_code(self, code: str) -> None:
        for key, swatch in self.swatches.items():
            swatch.setChecked(key == code)


class Swatch(QAbstractButton):
    """A patch of the colour; crossed out where it is none."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = code
        self.setCheckable(True)
        by_keyboard_only(self)
        self.setFixedHeight(SIDE)

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def nextCheckState(self) -> None:
        """The value that holds decides which one is marked."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        room = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        marked = self.isChecked() or self.hasFocus()
        inner = room.adjusted(5, 5, -5, -5) if self.isChecked() else room.adjusted(3, 3, -3, -3)
        painter.setPen(QPen(ink, 1))
        painter.setBrush(colour(self._code) if self._code else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inner, 5, 5)
        if not self._code:
            painter.setPen(QPen(ink, 2))
            painter.drawLine(inner.bottomLeft(), inner.topRight())
        if marked:
            style = Qt.PenStyle.SolidLine if self.isChecked() else Qt.PenStyle.DotLine
            painter.setPen(QPen(ink, 3, style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room, 7, 7)
