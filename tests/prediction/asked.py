"""A predictor that is asked and learns, with its answers at hand."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

from aac.model.events import Suggest, Suggested
from aac.model.settings import Settings
from aac.prediction.predictor import NgramPredictor
from tests.small_language import small_languages


class Asked:
    """`NgramPredictor` of the small languages, its learned words in ``folder``."""

    def __init__(
        self, folder: Path, settings: Settings | None = None, languages: Path | None = None
    ):
        self.settings = settings or Settings()
        self.predictor = NgramPredictor(languages or small_languages(), folder, self.settings)
        self._numbers = count(1)
        self._answers: list[Suggested] = []
        self.predictor.start(self._answers.append)

    def ask(self, before: str = "", prefix: str = "", most: int = 8, **more: Any) -> Suggested:
        wanted = Suggest(next(self._numbers), before, prefix, most, **{"letters": True, **more})
        self.predictor.suggest(wanted)
        assert self._answers[-1].id == wanted.id
        return self._answers[-1]

    def words(self, before: str = "", prefix: str = "", most: int = 8, **more: Any) -> list[str]:
        return list(self.ask(before, prefix, most, **more).words)

    def learn(self, *said: str) -> Asked:
        for each in said:
            self.predictor.learn(each)
        return self

    def use(self, **changes: Any) -> Asked:
        self.predictor.use(Settings(**changes))
        return self
