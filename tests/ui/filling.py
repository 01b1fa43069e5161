"""Fills in the settings page as a helper would, and reads it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from aac.model.declared import Value
from aac.ui.lines_field import LinesField
from aac.ui.main_window import MainWindow
from aac.ui.number_field import NumberField
from aac.ui.setting_field import Field, OptionsField
from aac.ui.stage_field import StageField
from aac.ui.text_fields import ListField, TextField, TextsField


def field_of(window: MainWindow, key: str) -> Field:
    return window.settings.fields[key]


def write(entry: QLineEdit, text: str, qtbot: QtBot) -> None:
    entry.selectAll()
    qtbot.keyClicks(entry, text)
    qtbot.keyClick(entry, Qt.Key.Key_Return)


def write_lines(field: LinesField, text: str) -> None:
    """Paste a list, and go on to another field."""
    field.lines.selectAll()
    field.lines.insertPlainText(text)
    QApplication.sendEvent(field.lines, QFocusEvent(QEvent.Type.FocusOut))


def enter(field: Field, value: Value, qtbot: QtBot) -> None:
    """Put the value in as a helper would."""
    match field:
        case NumberField():
            if field.following is not None and field.following.isChecked():
                field.following.click()
            write(field.entry, f"{value:g}", qtbot)
        case StageField():
            field.buttons[str(value)].click()  # what it changes is listed
            field.take.click()
        case OptionsField():
            field.buttons[value].click()
        case ListField():
            (item,) = (
                field.list.item(row)
                for row in range(field.list.count())
                if field.list.item(row).data(Qt.ItemDataRole.UserRole) == value
            )
            field.list.itemClicked.emit(item)
        case TextField():
            write(field.entry, str(value), qtbot)
        case TextsField():
            assert isinstance(value, tuple)
            for place, text in enumerate(value):
                write(field.entries[place], text, qtbot)
        case LinesField():
            assert isinstance(value, tuple)
            write_lines(field, "\n".join(value))


def shown_value(field: Field) -> Value:
    """What the field shows, as a value."""
    match field:
        case NumberField(following=following) if following is not None and following.isChecked():
            return None
        case NumberField():
            return float(field.entry.text())
        case StageField() | OptionsField():
            (value,) = (value for value, button in field.buttons.items() if button.isChecked())
            return value  # type: ignore[return-value]
        case ListField():
            return field.list.currentItem().data(Qt.ItemDataRole.UserRole)  # type: ignore[no-any-return]
        case TextField():
            return field.entry.text()
        case TextsField():
            return tuple(entry.text() for entry in field.entries if entry.text())
        case LinesField():
            return tuple(field.lines.toPlainText().split("\n"))
    raise AssertionError(field)
