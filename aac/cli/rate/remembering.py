"""A predictor that keeps its answers: the same question has the same answer, unless it learns."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace

from aac.model.events import Suggest, Suggested
from aac.model.settings import Settings
from aac.ports import Predictor

MOST = 200_000  # answers; some two hundred megabytes


class Remembering:
    """Nothing is kept where ``settings`` say that the predictor learns."""

    def __init__(self, predictor: Predictor, settings: Settings) -> None:
        self._predictor = predictor
        self._learns = settings.learning
        self._answers: dict[Hashable, Suggested] = {}
        self._asked: Hashable = None
        self._emit: Callable[[Suggested], None] | None = None
        predictor.use(settings)
        predictor.start(self._answered)

    def start(self, emit: Callable[[Suggested], None]) -> None:
        self._emit = emit

    def suggest(self, wanted: Suggest) -> None:
        key = replace(wanted, id=0)
        known = self._answers.get(key)
        if known is None:
            self._asked = key
            self._predictor.suggest(wanted)
        elif self._emit is not None:
            self._emit(replace(known, id=wanted.id))

    def use(self, settings: Settings) -> None:
        self._answers = {}
        self._predictor.use(settings)

    def learn(self, said: str) -> None:
        if self._learns:
            self._predictor.learn(said)

    def forget(self) -> None:
        self._answers = {}
        self._predictor.forget()

    def stop(self) -> None:
        self._predictor.stop()

    def _answered(self, answer: Suggested) -> None:
        if not self._learns and len(self._answers) < MOST:
            self._answers[self._asked] = answer
        if self._emit is not None:
            self._emit(answer)
