"""A pointer that rests on a cell chooses it (guidance G7): an eye camera, a head mouse, a mouse.

After a choice the cell is *spent*: the pointer has to leave it before it can be chosen again, or,
where the settings say so, to stay on it for the repeat time.  An eye camera loses the eye for
moments, and on the way from cell to cell it strays: a cell that is left and come back to within
the flicker time goes on where it stood, spent or not.
"""

from __future__ import annotations

from dataclasses import dataclass

from aac.model.marks import Filling
from aac.model.settings import Settings

FLICKER = 0.2  # seconds; a blink of the camera, and less than a wish to look away


@dataclass(frozen=True)
class DwellTiming:
    """``time``: until a choice.  ``repeat``: until a spent cell may be dwelt on again without
    leaving it; 0: never."""

    time: float = 1.0
    repeat: float = 0.0

    @classmethod
    def of(cls, settings: Settings) -> DwellTiming:
        return cls(settings.dwell_time, settings.dwell_repeat)


@dataclass
class _Visit:
    """The pointer's stay on a cell.  ``rested``: seconds before ``since``.  ``left``: when it
    went away.  ``spent_at``: when the cell was chosen.  ``factor``: of the dwell time."""

    cell: str
    factor: float
    since: float
    rested: float = 0.0
    left: float = 0.0
    spent: bool = False
    spent_at: float | None = None


class Dwell:
    """``over`` tells where the pointer is; `wake` answers with the cell chosen, or ``""``."""

    def __init__(self, timing: DwellTiming) -> None:
        self.timing = timing
        self._here: _Visit | None = None
        self._before: _Visit | None = None  # left within the flicker time

    def over(self, cell: str, at: float, factor: float = 1.0) -> None:
        """The pointer is over ``cell`` from ``at`` on; ``""``: over none.

        ``factor``: how much longer than others this cell has to be dwelt on.
        """
        if self._here is not None and self._here.cell == cell:
            return
        self._leave(at)
        if not cell:
            return
        if self._before is not None and self._before.cell == cell:
            here, self._before = self._before, None
            if here.spent_at is not None:
                here.spent_at += at - here.left  # being away is not staying
            here.since = at
            self._here = here
        else:
            self._here = _Visit(cell, factor, at)

    def wake(self, now: float) -> str:
        """Time passes."""
        if self._before is not None and now >= self._before.left + FLICKER:
            self._before = None
        here = self._here
        if here is None:
            return ""
        if here.spent and here.spent_at is not None and self.timing.repeat:
            again = here.spent_at + self.timing.repeat
            if now >= again:
                here.spent, here.rested, here.since = False, 0.0, again
        if here.spent or now < self._due(here):
            return ""
        here.spent, here.spent_at = True, now
        return here.cell

    def spend(self, now: float) -> None:
        """Something was chosen: what the pointer is on counts as chosen too."""
        for visit in (self._here, self._before):
            if visit is not None and not visit.spent:
                visit.spent, visit.spent_at = True, now

    def must_leave(self) -> None:
        """Something else may stand under the pointer now: staying does not choose it."""
        for visit in (self._here, self._before):
            if visit is not None:
                visit.spent, visit.spent_at = True, None

    @property
    def deadline(self) -> float | None:
        times: list[float] = []
        if self._before is not None and not self._before.spent:
            times.append(self._before.left + FLICKER)  # its ring goes
        if self._here is not None and not self._here.spent:
            times.append(self._due(self._here))
        elif self._here is not None and self._here.spent_at is not None and self.timing.repeat:
            times.append(self._here.spent_at + self.timing.repeat)
        return min(times, default=None)

    @property
    def holding(self) -> str:
        """The cell that is being dwelt on."""
        visit = self._here or self._before
        return visit.cell if visit is not None and not visit.spent else ""

    @property
    def filling(self) -> Filling | None:
        visit = self._here or self._before
        if visit is None or visit.spent:
            return None
        if visit is self._here:
            return Filling(visit.cell, visit.since - visit.rested, self._due(visit))
        until = visit.left - visit.rested + self._time(visit)
        return Filling(visit.cell, visit.left - visit.rested, until, stands_at=visit.left)

    def _leave(self, at: float) -> None:
        """Keep what is left, for a moment; of two cells the one that was rested on for longer."""
        here, self._here = self._here, None
        if self._before is not None and at >= self._before.left + FLICKER:
            self._before = None
        if here is None:
            return
        here.rested += at - here.since
        here.left = at
        if self._before is None or here.spent or here.rested > self._before.rested:
            self._before = here

    def _time(self, visit: _Visit) -> float:
        return self.timing.time * visit.factor

    def _due(self, visit: _Visit) -> float:
        return visit.since + self._time(visit) - visit.rested
