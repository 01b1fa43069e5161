"""Several voices as one: what the first cannot say, the next one says; the last is silence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from aac.model.events import SpeechFailed, SpeechStarted
from aac.model.voice_events import WordSpoken
from aac.ports import RendersAhead, SoundUse, SpeechEngine, SpeechEvent, Utterance, Voice


@dataclass
class _Turn:
    """The utterance being said, and the engine whose turn it is."""

    utterance: Utterance
    engine: int = 0
    started: bool = False


class Fallback:
    """A `SpeechEngine` made of several.

    Every utterance begins with the first engine again, so a voice that comes back is heard at
    once.  ``changed(engine, why)`` is called when another engine than before speaks: its index,
    and the code of the failure ("" when an earlier engine is back).
    """

    def __init__(
        self, engines: Sequence[SpeechEngine], changed: Callable[[int, str], None]
    ) -> None:
        """``engines``: the best first; the last should be one that never fails."""
        self._engines = tuple(engines)
        self._changed = changed
        self._heard_last = 0
        self._turns: dict[int, _Turn] = {}
        self._latest: _Turn | None = None
        self._emit: Callable[[SpeechEvent], None] = lambda event: None

    def start(self, emit: Callable[[SpeechEvent], None]) -> None:
        self._emit = emit
        for number, engine in enumerate(self._engines):
            engine.start(partial(self._take, number))

    def use(self, sound: SoundUse, told: Callable[[str], None]) -> None:
        for engine in self._ready():
            engine.use(sound, told)

    def render_ahead(self, texts: Sequence[str], like: Utterance) -> None:
        for engine in self._ready():
            engine.render_ahead(texts, like)

    def forget(self) -> None:
        """Raises `OSError`."""
        for engine in self._ready():
            engine.forget()

    def _ready(self) -> list[RendersAhead]:
        return [engine for engine in self._engines if isinstance(engine, RendersAhead)]

    def voices(self) -> Sequence[Voice]:
        return self._engines[0].voices()

    def speak(self, utterance: Utterance) -> None:
        before = self._latest
        if before is not None and before.engine != 0:
            self._engines[before.engine].hush()
        self._latest = self._turns[utterance.id] = _Turn(utterance)
        self._engines[0].speak(utterance)

    def hush(self) -> None:
        latest, self._latest = self._latest, None
        if latest is not None:
            self._engines[latest.engine].hush()

    def stop(self) -> None:
        self._turns.clear()
        self._latest = None
        for engine in self._engines:
            engine.stop()

    def _take(self, number: int, event: SpeechEvent) -> None:
        turn = self._turns.get(event.id)
        if turn is None or number != turn.engine:
            return
        match event:
            case SpeechStarted():
                self._note(number, "")
                if not turn.started:
                    turn.started = True
                    self._emit(event)
            case WordSpoken():
                self._emit(event)
            case SpeechFailed(why=why) if turn is self._latest and number + 1 < len(self._engines):
                turn.engine += 1
                self._note(turn.engine, why)
                self._engines[turn.engine].speak(turn.utterance)
            case _:
                del self._turns[event.id]
                if turn is self._latest:
                    self._latest = None
                self._emit(event)

    def _note(self, number: int, why: str) -> None:
        if number != self._heard_last:
            self._heard_last = number
            self._changed(number, why)
