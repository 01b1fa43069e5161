"""One setting on the settings page: its label, its help, and a place to change it.

A value that is not possible is answered with one plain sentence, and the old one stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from aac.model.declared import Choice, Declaration, Switch
from aac.model.language import translated
from aac.model.settings import Settings, checked
from aac.model.words import screen_text


class Field(QWidget):
    """The common part.  ``changed``: the key and the new value, already checked."""

    changed = Signal(str, object)

    def __init__(self, declared: Declaration, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.declared = declared
        self.label = plain_label(translated(declared.label), "label")
        self.help = plain_label(translated(declared.help), "help")
        self.problem = plain_label("", "problem")
        self.body = QHBoxLayout()
        self.body.setSpacing(12)
        self.below = QVBoxLayout()
        left = QVBoxLayout()
        left.addWidget(self.label)
        left.addWidget(self.help)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addLayout(self.body)
        right.addLayout(self.below)
        right.addWidget(self.problem)
        right.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 14, 0, 14)
        rows.setHorizontalSpacing(32)
        rows.addLayout(left, 0, 0)
        rows.addLayout(right, 0, 1)
        rows.setColumnStretch(0, 1)
        rows.setColumnStretch(1, 1)

    def show_settings(self, settings: Settings) -> None:
        """Show the value that holds now, without telling anybody."""
        raise NotImplementedError

    def forbid(self, why: str) -> None:
        """Say why the setting cannot be turned on; ``""``: it can be."""

    def offer(self, value: object) -> None:
        """Take what was entered, if it is possible."""
        try:
            good = checked(self.declared.key, value)
        except ValueError:
            self.problem.setText(screen_text("not_valid"))
            self.refuse()
            return
        self.problem.setText("")
        self.changed.emit(self.declared.key, good)

    def refuse(self) -> None:
        """Show the old value again."""


class OptionsField(Field):
    """One of a few, as radio buttons: nothing pops up over the strip."""

    def __init__(
        self,
        declared: Declaration,
        options: Mapping[Any, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(declared, parent)
        across = max(len(label) for label in options.values()) <= 4
        column = QBoxLayout(
            QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        )
        column.setSpacing(24 if across else 4)
        self.buttons: dict[object, QAbstractButton] = {}
        self._group = QButtonGroup(self)
        for value, label in options.items():
            button = QRadioButton(label.replace("&", "&&"))
            button.setAccessibleDescription(translated(declared.label))
            by_keyboard_only(button)
            button.clicked.connect(lambda _, value=value: self.offer(value))
            self._group.addButton(button)
            self.buttons[value] = button
            column.addWidget(button)
        column.addStretch(1)
        self.body.addLayout(column)

    def forbid(self, why: str) -> None:
        if isinstance(self.declared, Switch):
            self.buttons[True].setEnabled(not why)
            self.problem.setText(why)

    def show_settings(self, settings: Settings) -> None:
        button = self.buttons.get(getattr(settings, self.declared.key))
        if button is not None:
            button.setChecked(True)


def choice_field(declared: Choice) -> OptionsField:
    options = {value: translated(label) for value, label in declared.options.items()}
    return OptionsField(declared, options)


def switch_field(declared: Switch) -> OptionsField:
    return OptionsField(declared, {True: screen_text("on"), False: screen_text("off")})


def plain_label(text: str, name: str) -> QLabel:
    """A label that never takes its text for HTML; ``name`` is what the style sheet calls it."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setObjectName(name)
    return label


def by_keyboard_only(widget: QWidget) -> None:
    """Let a click work without taking the keyboard, which may be the person's switch."""
    widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
