"""The choice of a stage: what it would change is listed first, then it is taken (guidance G3)."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QButtonGroup, QPushButton, QRadioButton, QVBoxLayout, QWidget

from aac.model.declared import Choice, Plain, Switch, Text
from aac.model.language import translated
from aac.model.settings import BY_KEY, Settings
from aac.model.stages import STAGES, changes
from aac.model.starter_words import starter_text
from aac.model.words import screen_text
from aac.ui.setting_field import Field, by_keyboard_only, plain_label


class StageField(Field):
    """``boards``: id -> name, for those settings that name a board."""

    def __init__(
        self, declared: Choice, boards: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(declared, parent)
        self._boards = boards
        self._settings = Settings()
        self._looked_at = ""
        column = QVBoxLayout()
        self.buttons: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        for stage in STAGES:
            button = QRadioButton(translated(declared.options[stage]))
            button.setAccessibleDescription(translated(declared.label))
            by_keyboard_only(button)
            button.clicked.connect(lambda _, stage=stage: self._look_at(stage))
            self._group.addButton(button)
            self.buttons[stage] = button
            column.addWidget(button)
        self.body.addLayout(column)
        self.list = plain_label("", "help")
        self.take = QPushButton(screen_text("apply"))
        by_keyboard_only(self.take)
        self.take.clicked.connect(lambda: self.offer(self._looked_at))
        self.below.addWidget(self.list)
        self.below.addWidget(self.take)
        self._show()

    def show_settings(self, settings: Settings) -> None:
        if settings.stage != self._settings.stage:
            self._looked_at = settings.stage
        self._settings = settings
        self._show()

    def _look_at(self, stage: str) -> None:
        self._looked_at = stage
        self._show()

    def _show(self) -> None:
        if button := self.buttons.get(self._looked_at):
            button.setChecked(True)
        found = changes(self._settings, self._looked_at)
        lines = [
            starter_text(
                "change",
                label=translated(BY_KEY[change.key].label),
                old=self._value(change.key, change.old),
                new=self._value(change.key, change.new),
            )
            for change in found
        ]
        empty = starter_text("no_change") if self._looked_at else ""
        self.list.setText("\n".join(lines) or empty)
        self.take.setEnabled(bool(found) and self._looked_at != self._settings.stage)

    def _value(self, key: str, value: Plain) -> str:
        """The value in the words of the settings page."""
        match BY_KEY[key]:
            case Choice(options=options):
                return translated(options[str(value)])
            case Switch():
                return screen_text("on" if value else "off")
            case Text():
                return self._boards.get(str(value), str(value))
            case _:
                return screen_text("follows") if value is None else f"{value:g}"
