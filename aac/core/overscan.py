"""Critical overscan: the light runs fast, a press sends it slowly back, the next press chooses.

The way back begins with the item that was lit at the press and goes once round the group; where
nothing is pressed the light runs fast again from the group's first item.  A question is scanned
slowly and answered with one press: there is nothing to run to.
"""

from __future__ import annotations

from aac.core.lit_trail import Lit
from aac.core.scan_method import Pace, Start
from aac.core.scan_tree import GroupKind, Leaf, Spot
from aac.core.scanner import Scanner

AT_LEAST = 2  # scan times that the light stays in a group, however fast it runs


class Overscan(Scanner):
    """``fast``: seconds for each item until a press; ``pace`` is that of the way back."""

    def __init__(self, pace: Pace, fast: float) -> None:
        super().__init__("automatic", pace)
        self._fast = fast
        self._way_back = 0  # items still to be lit on the way back
        self._ended: Spot | None = None  # the last item of a way back that is over

    def _select(self, at: float, now: float, by_time: bool) -> Leaf | None:
        other = self._meant(at)
        spot = other.spot if other else self.spot
        assert spot is not None
        if self._way_back or spot is self._ended or _at_once(spot):
            return super()._select(at, now, by_time)
        self.spot, self.resting = spot, False
        self._trail.clear()
        self._way_back = len(spot.group.items)
        self._run(now, first=True)
        return None

    def _step(self, now: float, by_time: bool) -> Leaf | None:
        if not self._way_back:
            return super()._step(now, by_time)
        assert self.spot is not None
        spot, items = self.spot, len(self.spot.group.items)
        lit = Lit(spot, self.time.since)
        self._way_back -= 1
        if not self._way_back:
            self._enter(spot.groups, now, Start.RUN)
            self._ended = spot
        else:
            self.spot = Spot(spot.groups, (spot.place - 1) % items)
            self._run(now, first=False)
        self._trail.clear()
        self._trail.leave(lit, now)
        return None

    def _is_over(self, spot: Spot) -> bool:
        """Fast rounds of a small group would be over before anybody could press."""
        lasted = self._rounds.done * len(spot.group.items) * self._fast
        enough = _at_once(spot) or lasted >= AT_LEAST * self.pace.interval
        return enough and super()._is_over(spot)

    def _run(self, now: float, *, first: bool) -> None:
        super()._run(now, first=first)
        assert self.spot is not None and self.time.deadline is not None
        if not self._way_back and not _at_once(self.spot):
            self.time.deadline += self._fast - self.pace.interval

    def _reset(self) -> None:
        super()._reset()
        self._way_back, self._ended = 0, None


def _at_once(spot: Spot) -> bool:
    """Whether one press chooses: a question, or an item without others."""
    return spot.group.kind is GroupKind.ASKING or len(spot.group.items) < 2
