"""The real session, worked by one switch in invented time.

Its predictor is connected as in `runtime`: an answer given at once is taken at the same moment.
"""

from __future__ import annotations

from aac.core.session import Session
from aac.model.board import BoardSet
from aac.model.events import (
    DeadlineReached,
    Effect,
    Event,
    Speak,
    Suggest,
    Suggested,
    SwitchPressed,
    SwitchReleased,
)
from aac.model.settings import Settings
from aac.model.view import View, Work
from aac.ports import Predictor

REACTION = 0.5  # after the light has moved: longer than grace and lock-out, shorter than a step
HOLD = 0.1
PATIENCE = 400  # items lit, until a cell counts as not to be reached


class NotReached(Exception):
    """The message cannot be written here; says why without saying what."""


class Switched:
    """``steps``: items lit so far.  ``said``: what was spoken last."""

    def __init__(self, boards: BoardSet, settings: Settings, predictor: Predictor) -> None:
        self.steps = 0
        self.presses = 0
        self.said = ""
        self._session = Session(boards, settings, Work())
        self._predictor = predictor
        self._now = 0.0
        predictor.start(self._suggested)
        self._carry_out(self._session.start(self._now))
        self._count_light()

    @property
    def view(self) -> View:
        return self._session.view

    def choose(self, cell_id: str) -> None:
        """Wait until the cell is lit and press, as often as it takes.  Raises `NotReached`."""
        for _ in range(PATIENCE):
            if cell_id not in self.view.lit:
                self._wait_for_light()
                continue
            alone = self.view.lit == {cell_id}
            self._press()
            if alone:
                return
        raise NotReached("the scan does not come to the cell that is wanted")

    def _press(self) -> None:
        self._pass_time(REACTION)
        self.presses += 1
        self._take(SwitchPressed())
        self._count_light()
        self._pass_time(HOLD)
        self._take(SwitchReleased())

    def _wait_for_light(self) -> None:
        deadline = self._session.deadline
        if deadline is None:
            raise NotReached("the scan has come to rest")
        self._pass_time(deadline - self._now)

    def _pass_time(self, seconds: float) -> None:
        """The session is woken whenever it asked for it."""
        until = self._now + seconds
        while (deadline := self._session.deadline) is not None and deadline <= until:
            self._now = max(self._now, deadline)
            before = self.view
            self._take(DeadlineReached())
            if (before.lit, before.back_lit) != (self.view.lit, self.view.back_lit):
                self._count_light()
        self._now = until

    def _count_light(self) -> None:
        self.steps += bool(self.view.lit or self.view.back_lit)

    def _take(self, event: Event) -> None:
        self._carry_out(self._session.handle(event, self._now))

    def _carry_out(self, effects: list[Effect]) -> None:
        for effect in effects:
            match effect:
                case Suggest():
                    self._predictor.suggest(effect)
                case Speak(text=text):
                    self.said = text

    def _suggested(self, answer: Suggested) -> None:
        self._session.handle(answer, self._now)
