"""Printing, on the settings page: what is on paper, the buttons that print, and where the PDF is.

Nothing pops up: the PDF is written, and the page says where.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from aac.model.paper_words import printing_text
from aac.ui.setting_field import by_keyboard_only, plain_label

ID = Qt.ItemDataRole.UserRole
SHOWN_BOARDS = 5
PACK, ALL = "--pack", "all"


class PaperPanel(QWidget):
    """``wanted``: arguments of ``wren print``.  ``seen``: somebody looks at it.  ``open_asked``:
    the last PDF is to be shown.

    ``boards``: id -> name of those that can be printed besides.
    """

    wanted = Signal(object)
    seen = Signal()
    open_asked = Signal()

    def __init__(self, boards: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._old: tuple[str, ...] = ()
        self.state = plain_label("", "label")
        self.told = plain_label("", "label")
        self.pack = QPushButton(printing_text("pack"))
        self.singly = QPushButton(printing_text("singly"))
        self.only_old = QPushButton(printing_text("only_old"))
        self.open = QPushButton(printing_text("open"))
        self.pack.clicked.connect(lambda: self._ask((ALL, *self._boards(), PACK)))
        self.singly.clicked.connect(lambda: self._ask((ALL, *self._boards())))
        self.only_old.clicked.connect(lambda: self._ask(self._old))
        self.open.clicked.connect(self.open_asked)
        self.boards = QListWidget()
        self.boards.setAccessibleName(printing_text("boards"))
        self.boards.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        for board_id, name in boards.items():
            item = QListWidgetItem(name)
            item.setData(ID, board_id)
            self.boards.addItem(item)
        for each in (self.pack, self.singly, self.only_old, self.open, self.boards):
            by_keyboard_only(each)
        self._lay_out()
        self.show_state(False, {})

    def show_state(self, printed: bool, old: Mapping[str, str], gone: Collection[str] = ()) -> None:
        """``printed``: something is on paper.  ``old``: names and titles of what is out of date;
        ``gone``: those of them that cannot be printed anew."""
        self._old = tuple(word for name in old if name not in gone for word in _asked(name))
        self.only_old.setVisible(bool(self._old))
        if old:
            self.state.setText(printing_text("old", titles="; ".join(old.values())))
        else:
            self.state.setText(printing_text("current" if printed else "never"))

    def show_made(self, files: Sequence[str], pages: int, folder: str) -> None:
        """Say where the PDF is, and offer to open it."""
        if len(files) == 1:
            self._tell(printing_text("made", pages=pages, file=files[0]))
        else:
            self._tell(printing_text("made_all", files=len(files), pages=pages, folder=folder))
        self.open.show()

    def show_failed(self, why: str) -> None:
        """Say what happened; the buttons work again."""
        self._tell(printing_text("failed", why=why))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit()

    def _ask(self, arguments: tuple[str, ...]) -> None:
        for button in (self.pack, self.singly, self.only_old):
            button.setEnabled(False)
        self.open.hide()
        self.told.setText(printing_text("working"))
        self.wanted.emit(arguments)

    def _tell(self, text: str) -> None:
        for button in (self.pack, self.singly, self.only_old):
            button.setEnabled(True)
        self.told.setText(text)

    def _boards(self) -> tuple[str, ...]:
        chosen = (item.data(ID) for item in self.boards.selectedItems())
        return tuple(f"--board={board_id}" for board_id in chosen)

    def _lay_out(self) -> None:
        row = self.boards.sizeHintForRow(0)
        self.boards.setMinimumHeight(max(1, row) * min(SHOWN_BOARDS, self.boards.count() or 1) + 16)
        self.open.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for button in (self.pack, self.singly, self.only_old):
            buttons.addWidget(button)
        buttons.addStretch(1)
        result = QHBoxLayout()
        result.setSpacing(12)
        result.addWidget(self.told, 1)
        result.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(12)
        column.addWidget(self.state)
        column.addWidget(plain_label(printing_text("help"), "help"))
        column.addLayout(buttons)
        column.addLayout(result)
        column.addWidget(plain_label(printing_text("boards"), "label"))
        column.addWidget(self.boards)


def _asked(name: str) -> tuple[str, ...]:
    """A sheet in the words of the command: that of a board is asked for by the board's id."""
    kind, colon, board_id = name.partition(":")
    return (f"--{kind}={board_id}",) if colon else (name,)
