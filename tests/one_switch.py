"""A person with one switch or more, who sees only the `View` and lives in invented time."""

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
from aac.model.roles import Role
from aac.model.view import View

REACTION = 0.3  # after the light has moved; longer than any late-press grace used with it
HOLD = 0.1
PAUSE = 0.4  # between two presses; longer than lock-out and debounce
PATIENCE = 400  # events, until a cell counts as not to be reached


class NotReached(AssertionError):
    """The cell cannot be chosen with presses."""


class Person:
    """``effects``: all that came out so far.  ``only``: the one switch that this person presses."""

    def __init__(self, session: Session, now: float = 0.0) -> None:
        self.session = session
        self.now = now
        self.effects: list[Effect] = []
        self.only = 1

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
        """Choose a cell that is on the screen, under the method that is set.

        While a pointer chooses, a press brings the scan back first.
        """
        if self.view.settings.pointing:
            self.tap()
        if self.view.phase == "speaking":
            self.let_speak()
        if Role.ALONE in self.view.roles:
            self.only = self.view.roles.index(Role.ALONE) + 1
            self._automatic(cell_id)
            return
        {
            "automatic": self._automatic,
            "inverse": self._inverse,
            "step": self._step,
            "overscan": self._overscan,
            "two_switch": self._two_switch,
            "directed_3": self._directed,
            "directed_4": self._directed,
            "directed_5": self._directed,
            "elimination_2": self._elimination,
            "elimination_4": self._elimination,
        }[self.view.settings.scan_method](cell_id)

    # ------------------------------------------------------------------- the methods

    def _automatic(self, cell_id: str) -> None:
        for _ in range(PATIENCE):
            if cell_id not in self.view.lit:
                self.tap(self.only) if self._dark() else self._next_light()
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
            if self._must_leave(cell_id):
                self._next_light()
                continue
            if cell_id not in self.view.lit:
                self.tap()
                continue
            last = self._is_alone(cell_id)
            self._let_waiting_choose()
            if last and not self._asks(cell_id):
                return
        raise NotReached(cell_id)

    def _overscan(self, cell_id: str) -> None:
        """Press when it has come, late as people are; and again when it comes back."""
        for _ in range(PATIENCE):
            if self.view.asking is not None:
                return self._automatic(cell_id)
            if cell_id not in self.view.lit:
                self.tap() if self._dark() else self._next_light()
                continue
            group = self.view.group
            self.wait(REACTION)
            self.tap()
            if self.view.group != group:
                continue  # what is alone is entered with one press
            for _ in range(PATIENCE):
                if cell_id in self.view.lit or self._dark():
                    break
                self._next_light()
            if self._dark():
                continue
            last = self._is_alone(cell_id)
            self.wait(REACTION)
            self.tap()
            if last and not self._asks(cell_id):
                return None
        raise NotReached(cell_id)

    def _two_switch(self, cell_id: str) -> None:
        for _ in range(PATIENCE):
            roles = self.view.roles
            if self._must_leave(cell_id):
                self.tap(roles.index(Role.CHOOSES) + 1)
                continue
            if cell_id not in self.view.lit:
                self.tap(roles.index(Role.MOVES) + 1)
                continue
            last = self._is_alone(cell_id)
            self.tap(roles.index(Role.CHOOSES) + 1)
            if last and not self._asks(cell_id):
                return
        raise NotReached(cell_id)

    def _directed(self, cell_id: str) -> None:
        """Along each row to where it began, and then on to the next row."""
        roles = self.view.roles
        across, down = (Role.NEXT_CELL, Role.NEXT_ROW)
        if Role.RIGHT in roles:
            across, down = Role.RIGHT, Role.DOWN
        seen: set[frozenset[str]] = set()
        for _ in range(PATIENCE):
            lit = self.view.lit
            if cell_id in lit:
                if Role.CHOOSES in roles:
                    self.tap(roles.index(Role.CHOOSES) + 1)
                else:
                    self._let_waiting_choose()
                if not self._asks(cell_id):
                    return
                seen = set()
            elif lit in seen:
                self.tap(roles.index(down) + 1)
                seen = set()
            else:
                seen |= {lit} if lit else set()
                self.tap(roles.index(across) + 1)
        raise NotReached(cell_id)

    def _elimination(self, cell_id: str) -> None:
        for _ in range(PATIENCE):
            parts = self.view.parts
            bears = [n for n, part in enumerate(parts, start=1) if cell_id in part]
            self.tap(bears[0] if bears else 1)
            left = frozenset[str]().union(*self.view.parts)
            chosen = bears and parts[bears[0] - 1] == {cell_id} and left != {cell_id}
            if chosen and not self._asks(cell_id):
                return
        raise NotReached(cell_id)

    # ------------------------------------------------------------------------ seeing

    def tap_soon(self) -> None:
        """Press once the eye has seen what is lit."""
        lit = self.view.lit
        self.wait(REACTION)
        if self.view.lit == lit:
            self.tap(self.only)

    def _is_alone(self, cell_id: str) -> bool:
        return self.view.lit == {cell_id}

    def _asks(self, cell_id: str) -> bool:
        return self.view.asking is not None and self.view.asking.id == cell_id

    def _must_leave(self, cell_id: str) -> bool:
        """Whether the light is on Back, in a row that has not got the cell."""
        outside = cell_id not in self.view.group and self.view.asking is None
        return self.view.back_lit and outside

    def _dark(self) -> bool:
        return not (self.view.lit or self.view.back_lit or self.view.parts)

    def _let_waiting_choose(self) -> None:
        """Wait for the light to go; the bell may want to be woken in between."""
        lit = self.view.lit
        while self.view.lit == lit:
            self._next_light()

    def _next_light(self) -> None:
        """Wait until the aid does something by itself."""
        deadline = self.session.deadline
        if deadline is None:
            raise NotReached("nothing will ever happen")
        self.wait(max(0.0, deadline - self.now))
