"""The voice that always works: it says nothing, and takes the time a partner needs to read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from aac.model.events import SpeechEnded, SpeechStarted
from aac.ports import SpeechEvent, Utterance, Voice

_SHORTEST = 1.0
"""Seconds that even one word stays on the screen."""

_LETTERS_A_SECOND = 15.0
"""An unhurried reader: about 180 words a minute."""

_LONGEST = 30.0


def reading_time(text: str) -> float:
    """Seconds to read the text."""
    return min(_LONGEST, max(_SHORTEST, len(text) / _LETTERS_A_SECOND))


class Silent(QObject):
    """A `SpeechEngine` without sound.  Never fails."""

    def __init__(self) -> None:
        super().__init__()
        self._emit: Callable[[SpeechEvent], None] = lambda event: None
        self._saying: int | None = None
        self._end = QTimer(self, singleShot=True)
        self._end.timeout.connect(self._finish)

    def start(self, emit: Callable[[SpeechEvent], None]) -> None:
        self._emit = emit

    def voices(self) -> Sequence[Voice]:
        return ()

    def speak(self, utterance: Utterance) -> None:
        self.hush()
        self._saying = utterance.id
        self._tell_soon(SpeechStarted(utterance.id))
        self._end.start(int(1000 * reading_time(utterance.text)))

    def hush(self) -> None:
        self._end.stop()
        saying, self._saying = self._saying, None
        if saying is not None:
            self._tell_soon(SpeechEnded(saying))

    def stop(self) -> None:
        """Nothing is emitted any more."""
        self._emit = lambda event: None
        self._saying = None
        self._end.stop()

    def _tell_soon(self, event: SpeechStarted | SpeechEnded) -> None:
        QTimer.singleShot(0, self, lambda: self._emit(event))

    def _finish(self) -> None:
        saying, self._saying = self._saying, None
        if saying is not None:
            self._emit(SpeechEnded(saying))
