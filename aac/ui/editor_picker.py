"""One of many things, chosen from a list that unfolds in its place.

Nothing pops up: a list over the window would take the keyboard, which may be the person's switch.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from aac.model.editor_words import editor_text
from aac.ui.setting_field import by_keyboard_only, plain_label

KEY = Qt.ItemDataRole.UserRole
SHOWN, SEARCHED_FROM = 6, 12


class Picker(QWidget):
    """``picked``: the key of the entry.  A key that is not among the entries is shown as it is."""

    picked = Signal(str)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: Mapping[str, str] = {}
        self._key = ""
        self.button = QPushButton()
        self.search = QLineEdit()
        self.list = QListWidget()
        self._label = label
        self.search.setAccessibleName(label)
        self.list.setAccessibleName(label)
        by_keyboard_only(self.button)
        self.button.setObjectName("picker")
        self.button.setCheckable(True)
        self.button.toggled.connect(self._unfold)
        self.search.textEdited.connect(self._fill)
        self.list.itemClicked.connect(self._chosen)
        self.list.itemActivated.connect(self._chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (plain_label(label, "label"), self.button, self.search, self.list):
            column.addWidget(widget)
        self._unfold(False)

    def show_choice(self, entries: Mapping[str, str], key: str) -> None:
        """Show ``key`` as chosen among ``entries`` (key -> name)."""
        if self._entries is not entries:
            self._entries = entries
            self.button.setChecked(False)
        self._key = key
        name = entries.get(key) or editor_text("no_such_board", id=key)
        self.button.setText(f"{name}  ›")
        self.button.setAccessibleName(f"{self._label}: {name}")

    def _unfold(self, on: bool) -> None:
        self.list.setVisible(on)
        self.search.setVisible(on and len(self._entries) >= SEARCHED_FROM)
        if on:
            self.search.clear()
            self._fill("")
            row = max(1, self.list.sizeHintForRow(0))
            self.list.setFixedHeight(row * min(SHOWN, max(1, self.list.count())) + 16)

    def _fill(self, text: str) -> None:
        self.list.clear()
        wanted = text.casefold().strip()
        for key, name in self._entries.items():
            if wanted in name.casefold():
                item = QListWidgetItem(name)
                item.setData(KEY, key)
                self.list.addItem(item)
                if key == self._key:
                    self.list.setCurrentItem(item)

    def _chosen(self, item: QListWidgetItem) -> None:
        key = item.data(KEY)
        self.button.setChecked(False)
        if key != self._key:
            self.picked.emit(key)
