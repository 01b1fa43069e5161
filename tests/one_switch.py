"""A person with one switch (or two), who sees only the `View` and lives in invented time."""

from __future__ import annotations

from aac.core.session import Session
from aac.model.cue_events import Cue, CueEnded, CueStarted
from aac.model.events import (
    DeadlineReached,
    Effect,
    Event,
    Speak,
    SpeechEnded,
    SwitchPressed,
    SwitchReleased,
)
from aac.model.view import View

REACTION = 0.3  # after the light has moved; longer than any late-press grace used with it
HOLD = 0.1
PAUSE = 0.4  # between two presses; longer than lock-out and debounce
PATIENCE = 400  # events, until a cell counts as not to be reached


class NotReached(AssertionError):
    """The cell cannot be chosen with presses."""


class Person:
    """``effects``: all that came out so far.  ``steps``: how often the light moved."""

    def __init__(self, session: Session, now: float = 0.0) -> None:
        self.session = session
        self.now = now
        self.effects: list[Effect] = []
        self._down = False

    @property
    def view(self) -> View:
        return self.session.view

    def do(self, event: Event) -> None:
        """Something happens; a cue is heard at once."""
        effects = self.session.handle(event, self.now)
        self.effects += effects
        for effect in effects:
            if isinstance(effect, Cue):
                self.do(CueStarted(effect.id))
                self.do(CueEnded(effect.id))

    def wait(self, seconds: float) -> None:
        """Time passes; the aid is woken whenever it asked for it."""
        until = self.now + seconds
        at_once = 0
        while (deadline := self.session.deadline) is not None and deadline <= until:
            at_once = at_once + 1 if deadline <= self.now else 0
            assert at_once < 10, "the aid asks to be woken again and again"
            self.now = max(self.now, deadline)
            self.do(DeadlineReached())
        self.now = until

    def press(self, switch: int = 1) -> None:
        self.do(SwitchPressed(switch))

    def release(self, switch: int = 1) -> None:
        self.do(SwitchReleased(switch))

    def tap(self, switch: int = 1) -> None:
        self.press(switch)
        self.wait(HOLD)
        self.release(switch)
        self.wait(PAUSE)

    def let_speak(self) -> None:
        """The voice says to the end what it was given."""
        for effect in reversed(self.effects):
            if isinstance(effect, Speak):
                self.do(SpeechEnded(effect.id))
                return

    def choose(self, cell_id: str) -> None:
        """Choose a cell that is on the screen, under the method that is set."""
        if self.view.phase == "speaking":
            self.let_speak()
        {
            "automatic": self._automatic,
            "inverse": self._inverse,
            "step": self._step,
            "two_switch": self._two_switch,
        }[self.view.settings.scan_method](cell_id)

    # ------------------------------------------------------------------- the methods

    def _automatic(self, cell_id: str) -> None:
        for _ in range(PATIENCE):
            if cell_id not in self.view.lit:
                self.tap() if self._dark() else self._next_light()
                continue
            last = self._is_alone(cell_id)
            self.tap_soon()
            if last and not self._asks(cell_id):
                return
        raise NotReached(cell_id)

    def _inverse(self, cell_id: str) -> None:
        for _ in range(PATIENCE):
            if self._dark():
                self.tap()
                continue
            self.press()
            self.wait(HOLD)
            for _ in range(PATIENCE):
                if cell_id in self.view.lit or self.session.deadline is None:
                    break
                self._next_light()
            last = self._is_alone(cell_id)
            self.wait(REACTION)
            self.release()
            self.wait(PAUSE)
            if last and not self._asks(cell_id):
                return
        raise NotReached(cell_id)

    def _step(self, cell_id: str) -> None:
        for _ in range(PATIENCE):
            if cell_id not in self.view.lit:
                self.tap()
                continue
            last = self._is_alone(cell_id)
            self._next_light()
            if last and not self._asks(cell_id):
                return
        raise NotReached(cell_id)

    def _two_switch(self, cell_id: str) -> None:
        for _ in range(PATIENCE):
            if cell_id not in self.view.lit:
                self.tap()
                continue
            last = self._is_alone(cell_id)
            self.tap(2)
            if last and not self._asks(cell_id):
                return
        raise NotReached(cell_id)

    # ------------------------------------------------------------------------ seeing

    def tap_soon(self) -> None:
        """Press once the eye has seen what is lit."""
        lit = self.view.lit
        self.wait(REACTION)
        if self.view.lit == lit:
            self.tap()

    def _is_alone(self, cell_id: str) -> bool:
        return self.view.lit == {cell_id}

    def _asks(self, cell_id: str) -> bool:
        return self.view.asking is not None and self.view.asking.id == cell_id

    def _dark(self) -> bool:
        return not self.view.lit and not self.view.back_lit

    def _next_light(self) -> None:
        """Wait until the aid does something by itself."""
        deadline = self.session.deadline
        if deadline is None:
            raise NotReached("nothing will ever happen")
        self.wait(max(0.0, deadline - self.now))
