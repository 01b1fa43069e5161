"""A number with its limits, as a place to write and two large buttons."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QWidget

from aac.model.declared import Number
from aac.model.language import translated
from aac.model.settings import Settings
from aac.model.words import screen_text
from aac.ui.setting_field import Field, by_keyboard_only, plain_label

# Where the value follows the scan time, this tells what that comes to.
FOLLOWING: Mapping[str, str] = {
    "first_row_extra": "first_row_delay",
    "first_cell_extra": "first_cell_delay",
    "late_press_grace": "grace",
    "overscan_time": "fast_time",
}


class NumberField(Field):
    """A `Number`; where it can follow the scan time there is a box for that."""

    def __init__(self, declared: Number, parent: QWidget | None = None) -> None:
        super().__init__(declared, parent)
        self._number = declared
        self._value = declared.low
        self._follows = False
        self.entry = QLineEdit()
        self.entry.setAccessibleName(translated(declared.label))
        self.entry.setObjectName("number")
        self.entry.editingFinished.connect(self._entered)
        self.less, self.more = self._button("−", -1), self._button("+", 1)
        self.body.addWidget(self.less)
        self.body.addWidget(self.entry)
        self.body.addWidget(self.more)
        limits = plain_label(
            f"{declared.low:g} – {declared.high:g} {translated(declared.unit)}", "help"
        )
        limits.setWordWrap(False)
        self.body.addWidget(limits)
        self.following: QCheckBox | None = None
        if declared.follows:
            self.following = QCheckBox(screen_text("follows"))
            self.following.setAccessibleDescription(translated(declared.label))
            by_keyboard_only(self.following)
            self.following.clicked.connect(self._follow)
            self.below.addWidget(self.following)
        self.body.addStretch(1)

    def _button(self, sign: str, direction: int) -> QPushButton:
        button = QPushButton(sign)
        button.setAccessibleName(f"{translated(self.declared.label)} {sign}")
        by_keyboard_only(button)
        button.clicked.connect(lambda: self._step(direction))
        return button

    def show_settings(self, settings: Settings) -> None:
        value = getattr(settings, self._number.key)
        self._follows = value is None
        if value is None:
            value = getattr(settings, FOLLOWING[self._number.key])
        self._value = value
        if self.following is not None:
            self.following.setChecked(self._follows)
        for part in (self.entry, self.less, self.more):
            part.setEnabled(not self._follows)
        self.refuse()

    def refuse(self) -> None:
        self.entry.setText(f"{round(self._value, 3):g}")
        self.entry.setModified(False)

    def _entered(self) -> None:
        if not self.entry.isModified():
            return
        self.entry.setModified(False)
        self.offer(_number(self.entry.text()))

    def _step(self, direction: int) -> None:
        """The next value on the way up or down, stopping at the limit."""
        wanted = round(self._value + direction * self._number.step, 6)
        self.offer(min(max(wanted, self._number.low), self._number.high))

    def _follow(self, follows: bool) -> None:
        self.offer(None if follows else round(self._value, 3))


def _number(text: str) -> float | None:
    """The number written, with a decimal point or comma; None where it is none."""
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return None
