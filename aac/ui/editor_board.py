"""The fields of the board that is being edited: its name, its use, its rows and columns."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from aac.model.board import BoardKind
from aac.model.desk import AsItCame, Asked, DeskView
from aac.model.editor_words import editor_text
from aac.model.edits import AddLine, CopyBoard, NameBoard, RemoveBoard, RemoveLine, UseBoardFor
from aac.ui.editor_picker import Picker
from aac.ui.editor_rows import Buttons, Line
from aac.ui.setting_field import by_keyboard_only


class BoardFields(QWidget):
    """``asked``: an edit.  Lines are added and removed beside the chosen place."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: DeskView | None = None
        self._uses = {kind.value: editor_text(f"kind_{kind.value}") for kind in BoardKind}
        self.name = Line(editor_text("name"))
        self.name.entered.connect(self._named)
        self.kind = Picker(editor_text("kind"))
        self.kind.picked.connect(
            lambda kind: self._ask(lambda board, at: UseBoardFor(board, BoardKind(kind)))
        )
        self.rows = Buttons(
            "rows_label",
            {
                "row_above": lambda: self._ask(lambda board, at: AddLine(board, at[0])),
                "row_below": lambda: self._ask(lambda board, at: AddLine(board, at[0] + 1)),
                "row_away": lambda: self._ask(lambda board, at: RemoveLine(board, at[0])),
            },
        )
        self.columns = Buttons(
            "columns_label",
            {
                "column_left": lambda: self._ask(lambda board, at: AddLine(board, at[1], True)),
                "column_right": lambda: self._ask(
                    lambda board, at: AddLine(board, at[1] + 1, True)
                ),
                "column_away": lambda: self._ask(lambda board, at: RemoveLine(board, at[1], True)),
            },
        )
        self.copy = self._button("copy_board", self._copy_of)
        self.came = self._button("as_it_came", lambda board, at: AsItCame(board))
        self.remove = self._button("remove_board", lambda board, at: RemoveBoard(board))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(10)
        for widget in (
            self.name, self.kind, self.rows, self.columns, self.copy, self.came, self.remove,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)

    def show_desk(self, view: DeskView) -> None:
        self._view = view
        board, line = view.board, view.line
        self.name.show_text(board.name)
        self.kind.show_choice(self._uses, board.kind.value)
        self.rows.show_text(editor_text("rows", count=board.rows))
        self.columns.show_text(editor_text("columns", count=board.columns))
        self.came.setVisible(line is not None and line.changed and not line.made_here)
        self.remove.setVisible(line is not None and line.made_here)

    def _named(self, text: str) -> None:
        if text:
            self._ask(lambda board, at: NameBoard(board, text))
        elif self._view is not None:
            self.name.show_text(self._view.board.name)

    def _copy_of(self, board: str, at: tuple[int, int]) -> Asked:
        name = self._view.board.name if self._view else board
        return CopyBoard(board, editor_text("copy_name", name=name))

    def _ask(self, edit: Callable[[str, tuple[int, int]], Asked]) -> None:
        if self._view is not None:
            last = self._view.board.rows - 1, self._view.board.columns - 1
            self.asked.emit(edit(self._view.board.id, self._view.place or last))

    def _button(self, key: str, edit: Callable[[str, tuple[int, int]], Asked]) -> QPushButton:
        button = QPushButton(editor_text(key))
        by_keyboard_only(button)
        button.clicked.connect(lambda: self._ask(edit))
        return button
