"""The board being edited, as it looks, with its places: chosen, dragged and moved by hand.

Keys: arrows choose, Ctrl and arrows move the cell, Enter goes to its fields, Delete hides it.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from aac.model.board import Cell
from aac.model.desk import Choose, DeskView
from aac.model.editor_words import editor_text
from aac.model.edits import HideCell, MoveCell, Place
from aac.ui.album import Album
from aac.ui.cell_button import CellButton
from aac.ui.editor_ground import draw_empty, draw_groups
from aac.ui.editor_marks import CanvasMarks, Mark
from aac.ui.editor_told import canvas_told, cell_told
from aac.ui.light import Light, State, Style
from aac.ui.rooms import Rooms
from aac.ui.theme import colour

GAP = 6
TEXT = 0.52  # of the text on the board itself: the numbers need a corner, and the board is smaller
DRAG_FROM = 8  # pixels: a click is not a drag
STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class EditorCanvas(QWidget):
    """``asked``: an edit or a choice.  ``fields_asked``: the helper wants to write."""

    asked = Signal(object)
    fields_asked = Signal()

    def __init__(self, style: Style, album: Album | None = None) -> None:
        super().__init__()
        self._style, self._album = _smaller(style), album
        self._view: DeskView | None = None
        self._buttons: dict[str, CellButton] = {}
        self._spare: list[CellButton] = []
        self._from: QPoint | None = None
        self._over: Place | None = None
        self.marks = CanvasMarks(self._style, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 200)
        self.setAccessibleName(editor_text("canvas"))

    def set_style(self, style: Style) -> None:
        self._style = _smaller(style)
        self.marks.set_style(self._style)
        for button in (*self._buttons.values(), *self._spare):
            button.set_style(self._style)
        self._lay_out()

    def show_desk(self, view: DeskView) -> None:
        before, self._view = self._view, view
        if before is None or before.board != view.board:
            self._show_board(view)
        light = Light(view.walking.lit, view.walking.group, view.walking.back_lit)
        for cell_id, button in self._buttons.items():
            cell = button.cell
            resting = State.DIM if cell is not None and cell.hidden else State.NORMAL
            state = light.state(cell_id)
            button.set_state(resting if state is State.NORMAL else state, False)
        self._tell(view)
        self._mark()

    # ------------------------------------------------------------------------- showing

    def _show_board(self, view: DeskView) -> None:
        self._spare += self._buttons.values()
        self._buttons = {}
        for row in view.board.grid:
            for column, cell in enumerate(row):
                if cell is not None:
                    self._buttons[cell.id] = self._button(cell, column)
        for button in self._spare:
            button.hide()
        self._lay_out()
        self.marks.raise_()

    def _button(self, cell: Cell, column: int) -> CellButton:
        button = self._spare.pop() if self._spare else self._made(column)
        button.set_cell(cell)
        button.show()
        return button

    def _made(self, column: int) -> CellButton:
        """The canvas takes the mouse; the buttons are there to be seen, by screen readers too."""
        button = CellButton(column, self._style, self, self._album)
        button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return button

    def _lay_out(self) -> None:
        self.marks.setGeometry(self.rect())
        if self._view is None:
            return
        for place, cell in self._cells():
            self._buttons[cell.id].setGeometry(self._room(place, cell))
        self._mark()
        self.update()

    def _cells(self) -> list[tuple[Place, Cell]]:
        rows = self._view.board.grid if self._view else ()
        return [
            ((r, c), cell)
            for r, row in enumerate(rows)
            for c, cell in enumerate(row)
            if cell is not None
        ]

    def _room(self, place: Place, cell: Cell | None = None) -> QRect:
        assert self._view is not None
        board, gap = self._view.board, min(GAP, self._style.gap)
        rooms = Rooms(self.width(), self.height(), board.rows, board.columns, gap, 0, False)
        room = rooms.cell(*place)
        if cell is not None:
            last = place[0] + cell.height - 1, place[1] + cell.width - 1
            room = room.united(rooms.cell(*last))
        return room

    def _mark(self) -> None:
        if self._view is None:
            return
        view, marks = self._view, list[Mark]()
        for place, cell in self._cells():
            number = view.walked.numbers.get(cell.id, "")
            mark = editor_text("hidden").split(";")[0] if cell.hidden else number
            marks.append(Mark(self._room(place, cell), mark))
        chosen = QRect()
        if view.place is not None:
            chosen = self._room(view.place, view.cell)
        target = self._room(self._over, self._cell_at(self._over)) if self._over else QRect()
        self.marks.show_marks(tuple(marks), chosen, target)

    def _tell(self, view: DeskView) -> None:
        """What a screen reader says of the cells and of the chosen place."""
        for place, cell in self._cells():
            self._buttons[cell.id].setAccessibleDescription(cell_told(view, place, cell))
        self.setAccessibleName(canvas_told(view))

    # ------------------------------------------------------------------------- by hand

    def _place_at(self, point: QPoint) -> Place | None:
        if self._view is None:
            return None
        for place, cell in self._cells():
            if self._room(place, cell).contains(point):
                return place
        board = self._view.board
        every = ((r, c) for r in range(board.rows) for c in range(board.columns))
        return next((place for place in every if self._room(place).contains(point)), None)

    def _cell_at(self, place: Place | None) -> Cell | None:
        return next((cell for at, cell in self._cells() if at == place), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().toPoint())
        if self._view is None or place is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._from = event.position().toPoint()
        self.asked.emit(Choose(self._view.board.id, place))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            return
        here = event.position().toPoint()
        if self._over is None and (here - self._from).manhattanLength() < DRAG_FROM:
            return
        self._over = self._place_at(here) or self._over
        self._mark()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        target, self._over = self._over, None
        self._from = None
        if target is not None and self._view is not None:
            self._move_to(target)
        self._mark()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.fields_asked.emit()

    def _move_to(self, target: Place) -> None:
        view = self._view
        if view is not None and view.cell is not None and view.place not in (None, target):
            assert view.place is not None
            self.asked.emit(MoveCell(view.board.id, view.place, target))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        view, key = self._view, event.key()
        if view is None:
            return
        if key in STEPS:
            self._step(view, *STEPS[Qt.Key(key)], move=bool(
                event.modifiers() & Qt.KeyboardModifier.ControlModifier))  # fmt: skip
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.fields_asked.emit()
        elif key == Qt.Key.Key_Delete and view.cell is not None and view.place is not None:
            self.asked.emit(HideCell(view.board.id, view.place, not view.cell.hidden))
        else:
            super().keyPressEvent(event)

    def _step(self, view: DeskView, down: int, across: int, *, move: bool) -> None:
        row, column = view.place or (0, 0)
        if view.place is not None:
            cell = None if move else view.cell
            row += down * (cell.height if cell and down > 0 else 1)
            column += across * (cell.width if cell and across > 0 else 1)
        inside = 0 <= row < view.board.rows and 0 <= column < view.board.columns
        if inside and move:
            self._move_to((row, column))
        elif inside:
            self.asked.emit(Choose(view.board.id, (row, column)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Places without a cell, and the groups that the scan lights."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour(self._style.theme.window))
        if self._view is None:
            return
        board = self._view.board
        empty = [
            self._room((r, c))
            for r, row in enumerate(board.grid)
            for c, cell in enumerate(row)
            if cell is None
        ]
        draw_empty(painter, empty, self._style)
        rooms = {cell.id: self._room(place, cell) for place, cell in self._cells()}
        draw_groups(painter, self._view.walked.groups, rooms, self._style)


def _smaller(style: Style) -> Style:
    return replace(style, text=round(style.text * TEXT))
