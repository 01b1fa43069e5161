"""A switch and a predictor for tests.  Each satisfies its `Protocol` and passes its contract."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aac.model.events import Suggest, Suggested, SwitchPressed, SwitchReleased


class FakeSwitch:
    """A `SwitchSource` whose switches the test moves, at the times it says."""

    def __init__(self) -> None:
        self._emit: Callable[[SwitchPressed | SwitchReleased, float], None] | None = None

    @property
    def listens(self) -> bool:
        return self._emit is not None

    def start(self, emit: Callable[[SwitchPressed | SwitchReleased, float], None]) -> None:
        self._emit = emit

    def stop(self) -> None:
        self._emit = None

    def press(self, when: float, switch: int = 1) -> None:
        if self._emit is not None:
            self._emit(SwitchPressed(switch), when)

    def release(self, when: float, switch: int = 1) -> None:
        if self._emit is not None:
            self._emit(SwitchReleased(switch), when)


class FakePredictor:
    """A `Predictor` that offers the words it was given for a beginning.

    ``asked`` and ``learned``: what it was told.  With ``waits`` it answers only when the test
    calls `answer`, as a slow one would.
    """

    def __init__(self, words: Mapping[str, tuple[str, ...]] | None = None, *, waits: bool = False):
        self.asked: list[Suggest] = []
        self.learned: list[str] = []
        self._words = words or {}
        self._waits = waits
        self._emit: Callable[[Suggested], None] | None = None

    def start(self, emit: Callable[[Suggested], None]) -> None:
        self._emit = emit

    def suggest(self, wanted: Suggest) -> None:
        self.asked.append(wanted)
        if not self._waits:
            self.answer()

    def answer(self) -> None:
        """Answer the last question."""
        wanted = self.asked[-1]
        words = self._words.get(wanted.prefix.lower(), ())[: wanted.count]
        if self._emit is not None:
            self._emit(Suggested(wanted.id, words))

    def learn(self, said: str) -> None:
        self.learned.append(said)

    def forget(self) -> None:
        self.learned.clear()

    def stop(self) -> None:
        self._emit = None
