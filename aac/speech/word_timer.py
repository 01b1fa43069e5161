"""Tells of each word at the moment it is heard; on the thread of the screen."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer


class WordTimer(QObject):
    """``tell(start, end)``: the word at this place in the spoken text is heard now."""

    def __init__(self, tell: Callable[[int, int], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tell = tell
        self._began = 0.0
        self._words: list[tuple[float, int, int]] = []
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tell_due)

    def begin(self) -> None:
        """The first sound is heard now."""
        self.stop()
        self._began = time.monotonic()

    def add(self, words: Sequence[tuple[float, int, int]]) -> None:
        """More words: seconds from the first sound, and their places."""
        self._words += words
        self._arm()

    def stop(self) -> None:
        self._timer.stop()
        self._words = []

    def _arm(self) -> None:
        if self._words:
            wait = self._began + self._words[0][0] - time.monotonic()
            self._timer.start(max(0, round(wait * 1000)))

    def _tell_due(self) -> None:
        """Of several that are due, only the last: the others have been heard already."""
        now = time.monotonic() - self._began + 0.001
        due = None
        while self._words and self._words[0][0] <= now:
            due = self._words.pop(0)
        self._arm()
        if due is not None:
            self._tell(due[1], due[2])
