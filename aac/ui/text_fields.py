"""Settings that are texts: one text, one of many named things, or a few texts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from aac.model.declared import Text, Texts
from aac.model.language import translated
from aac.model.settings import Settings
from aac.ui.setting_field import Field, by_keyboard_only

ID = Qt.ItemDataRole.UserRole
SHOWN_ENTRIES = 5


class TextField(Field):
    """A short text that is written."""

    def __init__(self, declared: Text, parent: QWidget | None = None) -> None:
        super().__init__(declared, parent)
        self._value = ""
        self.entry = QLineEdit()
        self.entry.setAccessibleName(translated(declared.label))
        self.entry.editingFinished.connect(self._entered)
        self.body.addWidget(self.entry)

    def show_settings(self, settings: Settings) -> None:
        self._value = getattr(settings, self.declared.key)
        self.refuse()

    def refuse(self) -> None:
        self.entry.setText(self._value)

    def _entered(self) -> None:
        text = self.entry.text().strip()
        if text != self._value:
            self.offer(text)


class ListField(Field):
    """One of many named things, such as boards or voices, in a list that stays in the page."""

    def __init__(
        self, declared: Text, choices: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(declared, parent)
        self.list = QListWidget()
        self.list.setAccessibleName(translated(declared.label))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        by_keyboard_only(self.list)
        self.set_choices(choices)
        self.list.itemClicked.connect(self._chosen)
        self.list.itemActivated.connect(self._chosen)
        self.body.addWidget(self.list)

    def set_choices(self, choices: Mapping[str, str]) -> None:
        """What can be chosen: value -> name."""
        self.list.clear()
        for value, name in choices.items():
            item = QListWidgetItem(name)
            item.setData(ID, value)
            self.list.addItem(item)
        row = max(1, self.list.sizeHintForRow(0))
        self.list.setMinimumHeight(row * min(SHOWN_ENTRIES, max(1, len(choices))) + 16)

    def show_settings(self, settings: Settings) -> None:
        value = getattr(settings, self.declared.key)
        for row in range(self.list.count()):
            if self.list.item(row).data(ID) == value:
                self.list.setCurrentRow(row)
                return
        self.list.setCurrentRow(-1)

    def _chosen(self, item: QListWidgetItem) -> None:
        self.offer(item.data(ID))


class TextsField(Field):
    """A fixed number of short texts, one line for each; a line may be empty."""

    def __init__(self, declared: Texts, parent: QWidget | None = None) -> None:
        super().__init__(declared, parent)
        self._values: tuple[str, ...] = ()
        self.entries: list[QLineEdit] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.body.addLayout(self._column)

    def show_settings(self, settings: Settings) -> None:
        self._values = getattr(settings, self.declared.key)
        self.refuse()

    def refuse(self) -> None:
        while len(self.entries) < len(self._values):
            self._add_entry()
        for entry, text in zip(self.entries, self._values, strict=True):
            entry.setText(text)

    def _add_entry(self) -> None:
        entry = QLineEdit()
        number = len(self.entries) + 1
        entry.setAccessibleName(f"{translated(self.declared.label)}, {number}")
        entry.editingFinished.connect(self._entered)
        self.entries.append(entry)
        self._column.addWidget(entry)

    def _entered(self) -> None:
        texts = tuple(entry.text().strip() for entry in self.entries)
        if texts != self._values:
            self.offer(texts)
