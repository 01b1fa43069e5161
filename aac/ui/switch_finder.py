"""Which switch was that?  A helper turns it on, presses, and reads the name; and how loud it is.

It listens only while it is turned on and can be seen.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from aac.model.settings import Settings
from aac.model.words import screen_text
from aac.ui.setting_field import by_keyboard_only, plain_label
from aac.ui.sound_meter import SoundMeter


class SwitchFinder(QWidget):
    """``wanted``: whether it listens.  ``chosen``: a name that the helper puts into the list."""

    wanted = Signal(bool)
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contact = ""
        self.button = QPushButton(screen_text("which_switch"))
        self.button.setObjectName("group")
        self.button.setCheckable(True)
        self.button.toggled.connect(self._turned)
        self.name = plain_label("", "label")
        self.put = QPushButton(screen_text("put_in_list"))
        self.put.setEnabled(False)
        self.put.clicked.connect(lambda: self.chosen.emit(self._contact))
        self.meter = SoundMeter()
        for button in (self.button, self.put):
            by_keyboard_only(button)
        self._lay_out()

    def show_settings(self, settings: Settings) -> None:
        """The mark of the meter stands where the settings say."""
        self.meter.show_limit(settings.sound_level)

    def show_contact(self, name: str) -> None:
        """A switch of this name went down; one without a name cannot be used."""
        if name and not name.endswith(":"):
            self._contact = name
            self.name.setText(name)
            self.put.setEnabled(True)

    def show_level(self, level: float) -> None:
        """How loud it is, in dB below the loudest."""
        self.meter.show_level(level)

    def hideEvent(self, event: QHideEvent) -> None:
        self.button.setChecked(False)
        super().hideEvent(event)

    def _turned(self, on: bool) -> None:
        self._contact = ""
        self.name.setText(screen_text("listening") if on else "")
        self.put.setEnabled(False)
        self.meter.show_level(None)
        self.meter.setVisible(on)
        self.wanted.emit(on)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.button)
        row.addWidget(self.name, 1)
        row.addWidget(self.put)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 14)
        column.addWidget(plain_label(screen_text("which_switch_help"), "help"))
        column.addLayout(row)
        column.addWidget(self.meter)
        self.meter.hide()
