"""A switch and a predictor for tests.  Each satisfies its `Protocol` and passes its contract."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import monotonic

from aac.model.events import Suggest, Suggested, SwitchPressed, SwitchReleased
from aac.model.settings import Settings


class FakeSwitch:
    """A `SwitchSource` whose switches the test moves, at the times it says."""

    def __init__(self) -> None:
        self._emit: Callable[[SwitchPressed | SwitchReleased, float], None] | None = None
        self._down: set[int] = set()

    @property
    def listens(self) -> bool:
        return self._emit is not None

    def start(self, emit: Callable[[SwitchPressed | SwitchReleased, float], None]) -> None:
        self._emit = emit

    def stop(self) -> None:
        for switch in sorted(self._down):
            self.release(monotonic(), switch)
        self._emit = None

    def press(self, when: float, switch: int = 1) -> None:
        if self._emit is not None:
            self._down.add(switch)
            self._emit(SwitchPressed(switch), when)

    def release(self, when: float, switch: int = 1) -> None:
        if self._emit is not None:
            self._down.discard(switch)
            self._emit(SwitchReleased(switch), when)


class FakePredictor:
    """A `Predictor` that offers the words it was given for a beginning.

    ``letters``: the likely letters after a beginning.  ``asked``, ``learned`` and ``settings``:
    what it was told.  With ``waits`` it answers only when the test calls `answer`, as a slow one
    would.
    """

    def __init__(
        self,
        words: Mapping[str, tuple[str, ...]] | None = None,
        letters: Mapping[str, tuple[tuple[str, float], ...]] | None = None,
        *,
        waits: bool = False,
    ):
        self.asked: list[Suggest] = []
        self.learned: list[str] = []
        self.settings = Settings()
        self._words = words or {}
        self._letters = letters or {}
        self._waits = waits
        self._emit: Callable[[Suggested], None] | None = None

    def start(self, emit: Callable[[Suggested], None]) -> None:
        self._emit = emit

    def suggest(self, wanted: Suggest) -> None:
        self.asked.append(wanted)
        if not self._waits:
            self.answer()

    def use(self, settings: Settings) -> None:
        self.settings = settings

    def answer(self) -> None:
        """Answer the last question."""
        wanted = self.asked[-1]
        start = wanted.prefix.lower()
        own = (word for word in self.settings.own_words if word.lower().startswith(start))
        removed = {word.lower() for word in self.settings.removed_words}
        every = dict.fromkeys((*own, *self._words.get(start, ())))
        words = tuple(word for word in every if word.lower() not in removed)
        letters = self._letters.get(start, ()) if wanted.letters else ()
        if self._emit is not None:
            self._emit(Suggested(wanted.id, words[: wanted.count], letters))

    def learn(self, said: str) -> None:
        if self.settings.learning:
            self.learned.append(said)

    def forget(self) -> None:
        self.learned.clear()

    def stop(self) -> None:
        self._emit = None
