"""The pointer of this person: a finger, a mouse, the gaze; told what it does and what time it is.

Under touch contacts choose, under dwell resting does.  While the switch scans, a person who
dwells can still dwell on the way back to pointing, and on nothing else (see `stage`).
"""

from __future__ import annotations

from aac.core.dwell import Dwell, DwellTiming
from aac.core.touch_filter import TouchFilter, TouchTiming
from aac.model.marks import Filling
from aac.model.pointing import Pointing
from aac.model.settings import Settings


class Pointer:
    """`handle` and `wake` answer with the id of the cell chosen, or ``""``.

    ``deadline``: when to be woken.  ``holding``: the cell that may be chosen next.
    """

    def __init__(self, settings: Settings) -> None:
        self._begin(settings)

    def _begin(self, settings: Settings) -> None:
        self._touch = TouchFilter(TouchTiming.of(settings))
        self._dwell = Dwell(DwellTiming.of(settings))
        self._method = settings.scan_method

    def use(self, settings: Settings) -> None:
        """Other timing holds at once; under another method everything begins anew."""
        if settings.scan_method != self._method:
            self._begin(settings)
        self._touch.timing = TouchTiming.of(settings)
        self._dwell.timing = DwellTiming.of(settings)

    def handle(self, what: Pointing, cell: str, at: float, factor: float = 1.0) -> str:
        """The pointer does ``what``; ``cell``: what it is over, if that can be chosen."""
        if self._method != "touch":
            if what in (Pointing.OVER, Pointing.GONE):
                self._dwell.over(cell if what is Pointing.OVER else "", at, factor)
            return ""
        match what:
            case Pointing.DOWN:
                return self._touch.down(cell, at)
            case Pointing.OVER:
                return self._touch.over(cell, at)
            case Pointing.UP:
                return self._touch.up(at)
            case _:
                self._touch.cancel()
                return ""

    def wake(self, now: float) -> str:
        """Time passes."""
        return self._touch.wake(now) or self._dwell.wake(now)

    def spend(self, now: float) -> None:
        """A cell was chosen, by whatever means."""
        self._touch.cancel()
        self._dwell.spend(now)

    def must_leave(self) -> None:
        """Other cells may stand under the pointer: it has to go elsewhere first."""
        self._touch.cancel()
        self._dwell.must_leave()

    @property
    def deadline(self) -> float | None:
        times = (self._touch.deadline, self._dwell.deadline)
        return min((time for time in times if time is not None), default=None)

    @property
    def holding(self) -> str:
        return self._touch.holding or self._dwell.holding

    @property
    def filling(self) -> Filling | None:
        return self._touch.filling or self._dwell.filling
