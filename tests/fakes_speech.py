"""A voice for tests: remembers what it was told and answers when the test says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aac.model.events import SpeechEnded, SpeechFailed, SpeechStarted
from aac.ports import SpeechEvent, Utterance, Voice


class FakeVoice:
    """A `SpeechEngine` that speaks nothing.

    ``said``: every utterance it was given.  It starts each at once, and ends it at once too unless
    ``ends_by_itself`` is false; then the test calls `finish` or `fail`.  While ``broken`` is a
    code, every utterance fails with it.
    """

    def __init__(self, ends_by_itself: bool = True) -> None:
        self.said: list[Utterance] = []
        self.hushed = 0
        self.broken = ""
        self.ends_by_itself = ends_by_itself
        self.saying: Utterance | None = None
        self._emit: Callable[[SpeechEvent], None] = lambda event: None

    def start(self, emit: Callable[[SpeechEvent], None]) -> None:
        self._emit = emit

    def voices(self) -> Sequence[Voice]:
        return (Voice("fake", "Fake", ("en",)),)

    def speak(self, utterance: Utterance) -> None:
        self.finish()
        self.said.append(utterance)
        self.saying = utterance
        if self.broken:
            self.fail(self.broken)
            return
        self._emit(SpeechStarted(utterance.id))
        if self.ends_by_itself:
            self.finish()

    def hush(self) -> None:
        self.hushed += 1
        self.finish()

    def stop(self) -> None:
        self._emit = lambda event: None
        self.saying = None

    def finish(self) -> None:
        """The voice has come to the end of what it says."""
        saying, self.saying = self.saying, None
        if saying is not None:
            self._emit(SpeechEnded(saying.id))

    def fail(self, why: str = "no-device") -> None:
        """The voice cannot say it."""
        saying, self.saying = self.saying, None
        if saying is not None:
            self._emit(SpeechFailed(saying.id, why))
