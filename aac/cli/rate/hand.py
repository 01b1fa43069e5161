"""How a simulated person presses: when, on what, and the presses that nobody meant.

* A light that comes to what they want after they have decided is answered with one reaction,
  even if the light has moved on by then: a press that has begun is not held back.
* If it is there already when they decide (or when they could press again), they press only if a
  mean reaction is in time; else they let it pass and wait for its next round.  They know from
  use how much later a press still counts for what was lit before.
* With a paced cue they know the beat: if the light will come no sooner than a mean reaction after
  they decided and last pressed, they aim at its coming.  If sooner, they react to it, but only
  where it will stay as long as a mean reaction; else they aim at its next round.
* A press that is missed lets the light pass.  One that goes astray falls anywhere in one round of
  the group that is scanned.  After a press that was not meant they look and decide anew.
* A double press follows the first after the smallest gap.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice, pairwise
from math import inf

from aac.cli.rate.body import Body
from aac.cli.rate.live import Live
from aac.cli.rate.mind import WAIT, Wish
from aac.cli.rate.seen import State, tree_of

FORESEEN = 40  # items: two rounds, and more
AGAIN = 0.05  # the least time between letting go and pressing again


class Hand:
    """``paced``: the light has a cue that lets a press be aimed.

    ``pressed``: told of each press what was wished with it, and the states before and after.
    """

    def __init__(
        self,
        body: Body,
        live: Live,
        pressed: Callable[[Wish, State, State], None],
        *,
        paced: bool,
    ) -> None:
        self.pressed_at = -inf
        self._body = body
        self._live = live
        self._told = pressed
        self._paced = paced
        self._unmeant_at = live.now + body.until_false_press()

    @property
    def free_at(self) -> float:
        """From when the person can press again."""
        return self.pressed_at + self._gap

    def is_in_time(self) -> bool:
        """Whether a mean reaction from now would still count for what is lit."""
        begin = max(self._live.now, self._ready_at)
        return self._live.counts_until - begin >= self._body.person.reaction

    def begin_message(self) -> None:
        """While the voice spoke no press was made."""
        self._unmeant_at = self._live.now + self._body.until_false_press()

    def wake(self) -> None:
        """Press because nothing is lit."""
        self._press(max(self._live.now + self._body.reaction(), self.free_at), WAIT)

    def wait(self, until: float) -> bool:
        """Let time pass; False where a press that was not meant came first."""
        if self._unmeant_at <= until:
            self._press_unmeant()
            return False
        self._live.pass_time(until)
        return True

    def wait_for_light(self, until: float) -> bool:
        """Until the light moves; False where time is over or an unmeant press came."""
        if self._live.wait_for_light(min(until, self._unmeant_at)):
            return True
        if self._unmeant_at <= until:
            self._press_unmeant()
        return False

    def go_for(self, wish: Wish, decided: float, until: float) -> None:
        """Press on what is wished, in this round or the next; returns after any press."""
        body, live = self._body, self._live
        if body.misses():
            self._let_pass(wish, until)
            return
        if body.goes_astray(paced=self._paced):
            self._press(max(live.now + self._round() * body.chance.random(), self.free_at), wish)
            return
        while live.now < until:
            at = self._press_time(wish, decided)
            if at is not None:
                self._press(at, wish)
                return
            group = live.view.group
            if not self.wait_for_light(until) or live.view.group != group:
                return  # an unmeant press, or the group was left: decide anew
            if not live.is_lit:
                return

    # -------------------------------------------------------------------------- one press

    def _press_time(self, wish: Wish, decided: float) -> float | None:
        """When to press, if that can be told already."""
        body, live = self._body, self._live
        mean = body.person.reaction
        if self._is_there(wish):
            begin = max(live.lit_at, decided, self._ready_at)
            fresh = begin == live.lit_at and not self._paced
            if fresh or live.counts_until - begin >= mean:
                return max(begin + body.reaction(), self.free_at)
        return self._aimed(wish, decided) if self._paced else None

    def _aimed(self, wish: Wish, decided: float) -> float | None:
        """When a press aimed at the coming light falls; None where they wait and see."""
        mean = self._body.person.reaction
        path = tuple(islice(self._live.coming(), FORESEEN))
        for (at, cells), (dark_at, _) in pairwise(path):
            if not (wish.cell in cells if wish.cell else not cells):
                continue
            if at - max(decided, self.pressed_at) >= mean:
                return max(at + self._body.aim(), self.free_at, self._live.now)
            if dark_at - at >= mean:
                return None
        return None

    def _let_pass(self, wish: Wish, until: float) -> None:
        """The press does not come: the light goes to what is wished, and on."""
        seen = self._is_there(wish)
        while self.wait_for_light(until):
            if (seen and not self._is_there(wish)) or not self._live.is_lit:
                return
            seen = seen or self._is_there(wish)

    def _press(self, at: float, wish: Wish) -> None:
        """A press that is meant; one that nobody meant may come before it."""
        if not self.wait(at):
            return
        if self._body.doubles():
            self._unmeant_at = min(self._unmeant_at, at + self._gap)
        self._do_press(at, wish)

    def _press_unmeant(self) -> None:
        at = max(self._unmeant_at, self._live.now)
        self._unmeant_at = at + self._body.until_false_press()
        self._do_press(at, WAIT)

    def _do_press(self, at: float, wish: Wish) -> None:
        live = self._live
        live.pass_time(at)
        before = live.state
        self.pressed_at = live.now
        live.press(live.now, self._hold)
        self._told(wish, before, live.state)

    def _is_there(self, wish: Wish) -> bool:
        """Whether the light is on what is wished."""
        view = self._live.view
        return wish.cell in view.lit if wish.cell else view.back_lit

    def _round(self) -> float:
        """Seconds of one round of the group that is scanned."""
        view = self._live.view
        count = len(view.group) + 1 if view.group else len(tree_of(view).items)
        return count * view.settings.scan_time

    @property
    def _ready_at(self) -> float:
        """From when a reaction can begin, as it ends when they can press again."""
        return self.free_at - self._body.person.reaction

    @property
    def _gap(self) -> float:
        return max(self._body.person.gap, self._hold + AGAIN)

    @property
    def _hold(self) -> float:
        """As long as they are used to, or as long as a press has to be held to count."""
        return max(self._body.person.hold, self._live.view.settings.acceptance + AGAIN)
