"""The family's phones, on the settings page: connect one, see which there are, forget one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from aac.model.partner import PhoneSeen
from aac.model.phone_words import phone_words
from aac.ui.qr_code import Modules, QrCode
from aac.ui.setting_field import by_keyboard_only, plain_label


class PhonePanel(QWidget):
    """``code_wanted``: a helper wants to connect a phone.  ``forgotten``: the id of a phone.

    ``looked_at``: whether somebody sees the panel.
    """

    code_wanted = Signal()
    forgotten = Signal(str)
    looked_at = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = plain_label(phone_words("off"), "label")
        self.connect_one = QPushButton(phone_words("new_code"))
        self.connect_one.setEnabled(False)
        by_keyboard_only(self.connect_one)
        self.connect_one.clicked.connect(self.code_wanted)
        self.told = plain_label("", "label")
        self.code = QrCode()
        self.code.hide()
        self.phones: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.addWidget(self.connect_one)
        row.addStretch(1)
        column.addWidget(self.state)
        column.addLayout(row)
        column.addWidget(self.told)
        column.addWidget(self.code)
        self._list = QVBoxLayout()
        column.addLayout(self._list)

    def show_state(self, text: str, serving: bool) -> None:
        """``serving``: a phone can be connected now."""
        self.state.setText(text)
        self.connect_one.setEnabled(serving)

    def show_code(self, text: str, modules: Modules = ()) -> None:
        """The code with its address as text; or a sentence alone."""
        self.told.setText(text)
        self.code.show_code(modules, text)
        self.code.setVisible(bool(modules))

    def show_phones(self, phones: Sequence[PhoneSeen]) -> None:
        for old in self.phones:
            self._list.removeWidget(old)
            old.deleteLater()
        self.phones = [self._line(phone) for phone in phones]
        for line in self.phones:
            self._list.addWidget(line)

    def _line(self, phone: PhoneSeen) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        name = QLabel(phone_words("here" if phone.here else "away", name=phone.name))
        name.setObjectName("label")
        forget = QPushButton(phone_words("forget", name=phone.name))
        by_keyboard_only(forget)
        forget.clicked.connect(lambda: self.forgotten.emit(phone.id))
        row.addWidget(name, 1)
        row.addWidget(forget)
        return line

    def showEvent(self, event: QShowEvent) -> None:
        self.looked_at.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        self.looked_at.emit(False)
