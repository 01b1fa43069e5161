"""Below settings that are heard: a button that lets them be heard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from aac.model.voice_words import voice_text
from aac.ui.setting_field import by_keyboard_only

TRIED = ("voice", "night_voice_volume", "pronunciations")  # the settings with such a button


class TryButton(QPushButton):
    """``wanted``: is called with the key of the setting."""

    def __init__(self, key: str, wanted: Callable[[str], None]) -> None:
        super().__init__(voice_text("try"))
        by_keyboard_only(self)
        self.clicked.connect(lambda: wanted(key))
