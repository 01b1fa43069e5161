"""One cell on the screen: a button that paints itself and that a screen reader can press.

One widget for each cell is faster here than one painted sheet, and shows every cell to AT-SPI.
The widgets are reused from board to board.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from aac.model.board import Cell, Look
from aac.model.words import screen_text
from aac.ui.album import Album
from aac.ui.cell_outline import draw_author_border, draw_author_colour
from aac.ui.cell_painter import (
    Face,
    draw_body,
    draw_face,
    face_of,
    paint_of,
)
from aac.ui.cell_picture import draw_picture, size_in
from aac.ui.icons import draw_icon
from aac.ui.light import LIT_STATES, State, Style
from aac.ui.part_mark import draw_part
from aac.ui.theme import colour


class CellButton(QAbstractButton):
    """A cell of a board, of the strip or of a page.

    ``place``: the cell's column, which gives the strip its fixed colours.  ``album``: has the
    pictures; without one none is shown.
    """

    def __init__(
        self, place: int, style: Style, parent: QWidget, album: Album | None = None
    ) -> None:
        super().__init__(parent)
        self.cell: Cell | None = None
        self.state = State.NORMAL
        self._place = place
        self._album = album
        if album is not None:
            album.came.connect(self._picture_came)
        self._style = style
        self._joined = False
        self.part = 0
        self._face: Face | None = None
        self._most: int | None = None
        # The cell paints all of itself, so Qt need not paint what lies behind it first.  Qt's own
        # style takes this back from buttons when it first sees them, so it comes first.
        self.ensurePolished()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_cell(self, cell: Cell) -> None:
        """Show another cell, in the same place."""
        if cell == self.cell:
            return
        self.cell = cell
        self.setAccessibleName(cell.label)
        self._lay_out_again()

    def set_state(self, state: State, joined: bool, part: int = 0) -> None:
        """Show another state.

        ``joined``: lit together with its neighbours, as one block.  ``part``: the number of the
        switch that keeps this cell, or 0.
        """
        if (state, joined, part) == (self.state, self._joined, self.part):
            return
        asked = {state, self.state} & {State.ASKED, State.ASKING}
        self.state, self._joined, self.part = state, joined, part
        told = screen_text("lit") if state in LIT_STATES else screen_text("part", number=str(part))
        self.setAccessibleDescription(told if part or state in LIT_STATES else "")
        if asked:
            self._lay_out_again()
        self.update()

    def set_style(self, style: Style) -> None:
        self._style = style
        self._lay_out_again()

    def text_size(self) -> int:
        """Pixels of the label at rest, if it had not to agree with its neighbours."""
        assert self.cell is not None
        size = self.width(), self.height()
        pictured = self._shows_picture()
        face = face_of(
            self.cell, self._place, State.NORMAL, *size, self._style, with_picture=pictured
        )
        return face.font.pixelSize()

    def set_most(self, pixels: int | None) -> None:
        """Make the label no larger than this."""
        if pixels != self._most:
            self._most = pixels
            self._lay_out_again()

    def shown_text(self) -> str:
        """The label as it stands in the cell now."""
        return self._laid_out().label

    def face(self) -> Face:
        """Where label and sign are."""
        return self._laid_out()

    def _lay_out_again(self) -> None:
        self._face = None
        self.update()

    def _laid_out(self) -> Face:
        if self._face is None:
            assert self.cell is not None
            width, height = self.width(), self.height()
            self._face = face_of(
                self.cell,
                self._place,
                self.state,
                width,
                height,
                self._style,
                self._most,
                self._shows_picture(),
            )
        return self._face

    def _shows_picture(self) -> bool:
        """Whether there is room for a picture: for one that may still come, too."""
        if self.cell is None or self._album is None or self._style.pictures == "none":
            return False
        return bool(self.cell.picture) and not self._album.is_hopeless(self.cell.picture)

    def _picture_came(self, key: str) -> None:
        if self.cell is not None and self.cell.picture == key:
            self.update()

    def _paint_picture(self, painter: QPainter, ground: QRectF) -> None:
        assert self.cell is not None and self._album is not None
        size = size_in(ground, self.devicePixelRatioF())
        pixmap = self._album.picture(self.cell.picture, size)
        draw_picture(painter, ground, pixmap, self.state, self._style)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._face = None

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.cell is None:
            return
        theme, frame, look = self._style.theme, self._style.frame, self.cell.look
        paint = paint_of(theme, look, self._place, self.state, self.part)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour(paint.edge if self._joined else theme.window))
        draw_body(painter, look, self.state, QRectF(self.rect()), paint, frame)
        if self.part:
            draw_part(painter, look, self.part, self._style, QRectF(self.rect()))
        if self.cell.colour and look is not Look.STRIP:
            draw_author_colour(
                painter,
                self.cell.colour,
                QRectF(self.rect()),
                frame + self._style.bar_in(self.width()),
            )
        quiet = self.state in LIT_STATES or self.state is State.DIM
        if self.cell.border and not quiet and look is not Look.STRIP:
            draw_author_border(painter, look, QRectF(self.rect()), self.cell.border)
        face = self._laid_out()
        if face.picture_room is not None:
            self._paint_picture(painter, face.picture_room)
        draw_face(painter, face, paint.text)


class BackMark(QWidget):
    """The way out at the end of a row: part of the scan, but not a cell that can be touched."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.state = State.DIM
        self.part = 0
        self._style = style
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(screen_text("back"))

    def set_state(self, state: State, part: int = 0) -> None:
        if (state, part) == (self.state, self.part):
            return
        self.state, self.part = state, part
        self.setAccessibleDescription(screen_text("lit") if state in LIT_STATES else "")
        self.update()

    def set_style(self, style: Style) -> None:
        self._style = style
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._style.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour(theme.window))
        paint = paint_of(theme, Look.CONTROL, 0, self.state, self.part)
        ink = paint.text
        if self.state is State.DIM:
            ink = theme.dim.edge
        else:
            draw_body(
                painter, Look.CONTROL, self.state, QRectF(self.rect()), paint, self._style.frame
            )
        if self.state is State.PART:
            draw_part(painter, Look.CONTROL, self.part, self._style, QRectF(self.rect()))
        side = min(self.width() * 0.42, self.height() * 0.42)
        room = QRectF(0, 0, side, side)
        room.moveCenter(QRectF(self.rect()).center())
        draw_icon(painter, "left", room, colour(ink))
