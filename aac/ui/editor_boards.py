"""The list of boards, and what was found in them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from aac.model.desk import BoardLine, CheckLinks, Choose, DeskView, Find, Found, NewBoard
from aac.model.editor_words import editor_text
from aac.ui.setting_field import by_keyboard_only, plain_label

ASKED = Qt.ItemDataRole.UserRole


class EditorBoards(QWidget):
    """``asked``: a choice, a search or a new board.  ``done``: the choice was made by Enter."""

    asked = Signal(object)
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[BoardLine, ...] = ()
        self._found: tuple[Found, ...] | None = None
        self._chosen = ""
        self.search = QLineEdit()
        self.search.setPlaceholderText(editor_text("find"))
        self.search.setAccessibleName(editor_text("find"))
        self.search.setAccessibleDescription(editor_text("find_help"))
        self.search.textEdited.connect(lambda text: self.asked.emit(Find(text)))
        self.told = plain_label("", "help")
        self.list = QListWidget()
        self.list.setAccessibleName(editor_text("boards"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        by_keyboard_only(self.list)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.list.itemActivated.connect(self.done)
        self.links = self._button("check_links", self._check_links)
        self.back = self._button("close_list", self._leave)
        self.new = self._button("new_board", self._new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        for widget in (self.back, self.new, self.links):
            column.addWidget(widget)

    def show_desk(self, view: DeskView) -> None:
        if (view.boards, view.found) != (self._lines, self._found):
            self._lines, self._found = view.boards, view.found
            self._fill()
        if view.board.id != self._chosen and view.found is None:
            self._chosen = view.board.id
            self._mark()
        self.back.setVisible(view.found is not None)
        self.told.setText(self._words(view))
        self.told.setVisible(view.found is not None)

    def take_keyboard(self) -> None:
        """Ctrl+F."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _button(self, key: str, pressed: Callable[[], None]) -> QPushButton:
        button = QPushButton(editor_text(key))
        by_keyboard_only(button)
        button.clicked.connect(lambda: pressed())
        return button

    def _words(self, view: DeskView) -> str:
        if view.found is None:
            return ""
        key = "found" if self.search.text().strip() else "dead"
        told = editor_text(key, count=len(view.found))
        return f"{told} {editor_text('looking')}" if view.looking else told

    def _fill(self) -> None:
        self.list.clear()
        if self._found is not None:
            for found in self._found:
                text = f"{found.text}\n{found.name}" if found.text else found.name
                self._add(text, Choose(found.board, found.place))
            return
        for line in self._lines:
            mark = "made_here" if line.made_here else "changed" if line.changed else ""
            text = f"{line.name} · {editor_text(mark)}" if mark else line.name
            self._add(text, Choose(line.id))
        self._mark()

    def _add(self, text: str, asked: Choose) -> None:
        item = QListWidgetItem(text)
        item.setData(ASKED, asked)
        self.list.addItem(item)

    def _mark(self) -> None:
        """The board that is shown stands marked in the list."""
        for row in range(self.list.count()):
            if self.list.item(row).data(ASKED).board == self._chosen:
                self.list.setCurrentRow(row)
                return

    def _choose(self, item: QListWidgetItem) -> None:
        self.asked.emit(item.data(ASKED))

    def _leave(self) -> None:
        self.search.clear()
        self.asked.emit(Find(""))

    def _check_links(self) -> None:
        self.search.clear()
        self.asked.emit(CheckLinks())

    def _new(self) -> None:
        number = 1 + sum(1 for line in self._lines if line.made_here)
        self.asked.emit(NewBoard(editor_text("new_board_name", number=number)))
