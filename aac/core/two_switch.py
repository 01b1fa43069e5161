"""Two-switch step scanning: one switch moves the light, the other chooses (guidance G5).

Held down, the moving switch moves the light again and again, once round at most, so that a stuck
switch does not scan for ever.  The switches may swap their roles after some choices, to share the
load.  A third switch leaves the row.
"""

from __future__ import annotations

from aac.core.scan import Repeat
from aac.core.scan_method import Pace
from aac.core.scan_tree import BACK, Leaf, Spot
from aac.core.scanner import Scanner
from aac.model.roles import Role


class TwoSwitch(Scanner):
    """``mover``: the number of the switch that moves the light now.

    ``swap_every``: choices until the roles are swapped, 0 for never.  ``former``: the one that
    this one replaces in the middle of a person's work.
    """

    def __init__(
        self, pace: Pace, repeat: Repeat, swap_every: int, former: TwoSwitch | None = None
    ) -> None:
        super().__init__("two_switch", pace)
        self._repeat = repeat
        self._swap_every = swap_every
        goes_on = former is not None and swap_every > 0
        self.mover: int = former.mover if former and goes_on else 1
        self._chosen: int = former._chosen if former and goes_on else 0
        self._held: int | None = None
        self._repeats = 0
        self._moved_from: Spot | None = None
        self._take_roles()

    @property
    def held_on(self) -> bool:
        return self._held is not None and self.deadline is not None

    def press(self, switch: int, at: float, now: float) -> Leaf | None:
        if switch > 2 and self.spot is not None:
            self.go_back(now)
            return None
        moves, lit = switch == self.mover, self.spot is not None
        if not moves and lit and at < self.time.since and self._moved_from is not None:
            self.spot = self._moved_from  # pressed before the light was moved once more
        chosen = super().press(1 if moves else 2, at, now)
        self._moved_from = None
        if moves and lit and self._repeat.on:
            self._held, self._repeats = switch, 0
            self.time.deadline = at + self._repeat.first
        if chosen is not None and chosen != BACK:
            self._count()
        return chosen

    def release(self, switch: int, at: float, now: float) -> Leaf | None:
        if switch != self._held:
            return None
        if self._moved_from is not None and at < self.time.since:
            self.spot = self._moved_from  # let go before it was moved once more
        self._held = self._moved_from = None
        self.time.stop()
        return None

    def wake(self, now: float) -> Leaf | None:
        if self.deadline is None or now < self.deadline or self.spot is None:
            return None
        before, round_of = self.spot, len(self.spot.group.items)
        self._step(now, by_time=False)
        self._moved_from = before
        self._repeats += 1
        self.time.deadline = now + self._repeat.every if self._repeats < round_of else None
        return None

    def _reset(self) -> None:
        super()._reset()
        self._held = self._moved_from = None

    def _count(self) -> None:
        self._chosen += 1
        if self._swap_every and self._chosen >= self._swap_every:
            self._chosen, self.mover = 0, 3 - self.mover
            self._take_roles()

    def _take_roles(self) -> None:
        both = (Role.MOVES, Role.CHOOSES)
        self.roles = both if self.mover == 1 else both[::-1]
        self.holding = frozenset({self.mover} if self._repeat.on else ())
