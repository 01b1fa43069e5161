"""Small parts of the fields: a line of text with its label, and a row of buttons."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from aac.model.editor_words import editor_text
from aac.ui.setting_field import by_keyboard_only, plain_label

LONGEST = 2000  # letters; more than a file may hold is cut there


class Line(QWidget):
    """``entered``: a text that is other than the one shown before.  ``done``: Enter was pressed."""

    entered = Signal(str)
    done = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._label = plain_label(label, "label")
        self.entry = QLineEdit()
        self.entry.setMaxLength(LONGEST)
        self.entry.setAccessibleName(label)
        self.entry.editingFinished.connect(self._finished)
        self.entry.returnPressed.connect(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._label)
        column.addWidget(self.entry)

    def set_label(self, label: str) -> None:
        self._label.setText(label)
        self.entry.setAccessibleName(label)

    def set_hint(self, hint: str) -> None:
        """What stands in the empty field."""
        self.entry.setPlaceholderText(hint)

    def show_text(self, text: str) -> None:
        """Show the text that holds now; what is being written stays where it is the same text."""
        if text != self._text or not self.entry.hasFocus():
            self._text = text
            if self.entry.text() != text:
                self.entry.setText(text)
                if self.entry.hasFocus():
                    self.entry.selectAll()

    def _finished(self) -> None:
        text = self.entry.text().strip()
        if text != self._text:
            self._text = text
            self.entered.emit(text)


class Buttons(QWidget):
    """A label and, two in a row, buttons by the keys of their words."""

    def __init__(
        self, label: str, pressed: Mapping[str, Callable[[], None]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self._told = plain_label(editor_text(label), "label")
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self._told, 0, 0, 1, 2)
        for n, (key, press) in enumerate(pressed.items()):
            button = self.buttons[key] = QPushButton(editor_text(key))
            by_keyboard_only(button)
            button.clicked.connect(lambda _=False, press=press: press())
            rows.addWidget(button, 1 + n // 2, n % 2)

    def show_text(self, text: str) -> None:
        """Other words for the label."""
        self._told.setText(text)
