"""The board editor as a page of the window, for helpers with mouse and keyboard.

It stands beside the scan and never before it: the strip and the Close cell are scanned as ever.
Ctrl+Z and Ctrl+Y undo and do again, Ctrl+F finds, Escape closes.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from aac.model.board import Cell, Look, SayPhrase
from aac.model.desk import DeskView, RedoEdit, UndoEdit
from aac.model.editor_words import editor_text, moved_text
from aac.model.edits import PutCell
from aac.model.view import Page, View
from aac.ui.album import Album
from aac.ui.cell_sheet import CellSheet
from aac.ui.editor_board import BoardFields
from aac.ui.editor_boards import EditorBoards
from aac.ui.editor_canvas import EditorCanvas
from aac.ui.editor_cell import CellFields
from aac.ui.editor_walk import EditorWalk
from aac.ui.fit_label import FitLabel
from aac.ui.lettering import LEADING
from aac.ui.light import Light, Style
from aac.ui.rooms import in_one_row
from aac.ui.scrolled import scrolled
from aac.ui.setting_field import by_keyboard_only, plain_label
from aac.ui.settings_style import settings_style
from aac.ui.theme import Paint

SMALLEST, LARGEST = 17, 26  # pixels: three columns have to stand beside each other
LIST_SIZES, FIELD_SIZES = 13, 18  # widths in sizes of the text
CELL, BOARD, EMPTY = 0, 1, 2


class EditorPage(QWidget):
    """``asked``: what the helper wants (`model.desk.Asked`)."""

    touched = Signal(str)
    asked = Signal(object)
    page_asked = Signal(object)

    def __init__(self, style: Style, album: Album | None = None) -> None:
        super().__init__()
        self._desk: DeskView | None = None
        self.cells = CellSheet("", style, self)
        self.cells.touched.connect(self.touched)
        self.boards, self.walk = EditorBoards(), EditorWalk()
        self.canvas = EditorCanvas(style, album)
        self.cell, self.board = CellFields(album), BoardFields()
        self.new = self._button("new_cell", self._new_cell)
        self.undo = self._button("undo", lambda: self.asked.emit(UndoEdit()))
        self.redo = self._button("redo", lambda: self.asked.emit(RedoEdit()))
        self._left = QWidget()
        self.told = FitLabel(self._left, LEADING)
        self.nothing = plain_label("", "help")
        self.warning = plain_label("", "problem")
        self.of_cell = self._button("cell", lambda: self._turn(CELL), group=True)
        self.of_board = self._button("board", lambda: self._turn(BOARD), group=True)
        self._fields = QStackedWidget()
        self._build()
        for part in (self.boards, self.canvas, self.cell, self.board, self.walk):
            part.asked.connect(self.asked)
        self.canvas.fields_asked.connect(self._write)
        # To the board, so that Ctrl+Z takes back what was written and arrows go on from there.
        self.boards.done.connect(self.take_keyboard)
        for line in (self.cell.label, self.cell.text, self.board.name):
            line.done.connect(self.take_keyboard)
        self.set_style(style)

    # ------------------------------------------------------------------------- showing

    def set_style(self, style: Style) -> None:
        size = round(max(SMALLEST, min(LARGEST * style.scale, style.text * 0.5)))
        self._sheet = settings_style(style.theme, size, style.scale)
        if self.isVisible():
            self.setStyleSheet(self._sheet)
        self.cells.set_style(style)
        self.cells.setFixedSize(10 * size, min(max(48, round(style.text * 1.5)), 4 * size))
        self.told.set_paint(Paint(style.theme.window, style.theme.quiet, style.theme.window))
        self.told.set_letters(style.family, round(size * 0.8))
        self.told.setFixedHeight(round(size * 2.1))  # two lines: names of boards are long
        self._left.setFixedWidth(LIST_SIZES * size)
        self.boards.setFixedWidth(LIST_SIZES * size)
        self._right.setFixedWidth(FIELD_SIZES * size)
        self.canvas.set_style(style)

    def show_view(self, view: View) -> None:
        rows = (view.page_cells,) if view.page_cells else ()
        self.cells.set_rows(rows, in_one_row(view.settings.scan_pattern))

    def set_light(self, light: Light) -> None:
        self.cells.set_light(light)

    def show_desk(self, view: DeskView) -> None:
        """What is true at the desk now."""
        before, self._desk = self._desk, view
        self.undo.setEnabled(view.can_undo)
        self.redo.setEnabled(view.can_redo)
        self.told.setText(f"{view.board.name} · {editor_text('saved' if view.saved else 'saving')}")
        self.warning.setText(view.note or moved_text(view.moved))
        self.canvas.show_desk(view)
        self.walk.show_desk(view)
        if before is not None and _without_light(before) == _without_light(view):
            return  # only the light has moved
        self.boards.show_desk(view)
        self.cell.show_desk(view)
        self.board.show_desk(view)
        if before is None or (before.board.id, before.place) != (view.board.id, view.place):
            self._turn(BOARD if view.place is None else CELL)
        else:
            self._turn(BOARD if self.of_board.isChecked() else CELL)

    def take_keyboard(self) -> None:
        """Begin on the board: a helper has opened the page by hand."""
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        if self.styleSheet() != self._sheet:
            self.setStyleSheet(self._sheet)

    # ------------------------------------------------------------------------ building

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        words = QVBoxLayout(self._left)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(plain_label(editor_text("title"), "title"))
        words.addWidget(self.told)
        head.addWidget(self._left)
        head.addWidget(self.undo)
        head.addWidget(self.redo)
        head.addWidget(self.warning, 1)
        head.addWidget(self.cells)
        for form in (self.cell, self.board):
            self._fields.addWidget(scrolled(form))
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(0, 0, 12, 0)
        column.addWidget(self.nothing)
        column.addWidget(self.new)
        column.addStretch(1)
        self._fields.addWidget(empty)
        tabs = QHBoxLayout()
        tabs.addWidget(self.of_cell)
        tabs.addWidget(self.of_board)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.addLayout(tabs)
        right.addWidget(self._fields, 1)
        middle = QVBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self.canvas, 1)
        middle.addWidget(self.walk)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.boards)
        row.addLayout(middle, 1)
        row.addWidget(self._right)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(row, 1)

    def _button(self, key: str, press: Callable[[], None], *, group: bool = False) -> QPushButton:
        button = QPushButton(editor_text(key))
        by_keyboard_only(button)
        if group:
            button.setObjectName("group")
            button.setCheckable(True)
        button.clicked.connect(lambda: press())
        return button

    # ------------------------------------------------------------------------- by hand

    def _turn(self, which: int) -> None:
        self.of_cell.setChecked(which == CELL)
        self.of_board.setChecked(which == BOARD)
        none = self._desk is None or self._desk.cell is None
        self._fields.setCurrentIndex(EMPTY if which == CELL and none else which)
        place = self._desk is not None and self._desk.place is not None
        self.nothing.setText(editor_text("empty_place" if place else "choose_place"))
        self.new.setVisible(place)

    def _write(self) -> None:
        """To the label of the cell; at an empty place a cell is made first."""
        if self._desk is not None and self._desk.cell is None:
            self._new_cell()
        self._turn(CELL)
        self.cell.take_keyboard()

    def _new_cell(self) -> None:
        if self._desk is not None and self._desk.place is not None:
            label = editor_text("new_label")
            cell = Cell("cell", label, SayPhrase(label), Look.PHRASE)
            self.asked.emit(PutCell(self._desk.board.id, self._desk.place, cell))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Escape:
            self.page_asked.emit(Page.BOARD)
        elif control and (event.key() == Qt.Key.Key_Y or (event.key() == Qt.Key.Key_Z and shift)):
            self.asked.emit(RedoEdit())
        elif control and event.key() == Qt.Key.Key_Z:
            self.asked.emit(UndoEdit())
        elif control and event.key() == Qt.Key.Key_F:
            self.boards.take_keyboard()
        else:
            super().keyPressEvent(event)


def _without_light(view: DeskView) -> tuple[object, ...]:
    return (view.board, view.boards, view.place, view.found, view.looking, view.pictures,
            view.note, view.moved, view.saved)  # fmt: skip
