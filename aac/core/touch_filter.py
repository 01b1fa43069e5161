"""Does this touch count, and for which cell?  (Guidance G19.)

A contact chooses at most once: when it is let go inside a cell, or, where the settings say so,
when it has begun.  A cell counts only after it was held for the hold time; sliding to another
cell begins its time anew.  Let go outside of all cells, a contact chooses nothing.  Times are
those at which the finger moved.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from aac.model.marks import Filling
from aac.model.settings import Settings

A_MOMENT = 1e-9  # seconds; what sums of times may lose


@dataclass(frozen=True)
class TouchTiming:
    """``hold``: a cell has to be touched this long.  ``repeat``: contacts that begin this soon
    after a choice are ignored.  ``on_press``: choose as soon as a touch counts.  ``slides``: the
    last cell touched counts, and not only the first."""

    hold: float = 0.0
    repeat: float = 0.0
    on_press: bool = False
    slides: bool = True

    @classmethod
    def of(cls, settings: Settings) -> TouchTiming:
        return cls(
            settings.touch_hold,
            settings.touch_repeat,
            settings.touch_acts == "press",
            settings.touch_slide,
        )


class TouchFilter:
    """Contacts in, chosen cells out.  ``down``, ``over``, ``up`` and ``wake`` answer with the id
    of the cell chosen, or ``""``."""

    def __init__(self, timing: TouchTiming) -> None:
        self.timing = timing
        self._touching = False  # and not settled yet
        self._first = self._cell = ""
        self._since = 0.0
        self._chosen_at = -inf

    def down(self, cell: str, at: float) -> str:
        """A contact begins on ``cell``."""
        self._touching = at >= self._chosen_at + self.timing.repeat
        self._first = self._cell = cell
        self._since = at
        return self.wake(at)

    def over(self, cell: str, at: float) -> str:
        """The contact slides to ``cell``."""
        if not self.timing.slides and cell != self._first:
            cell = ""
        if cell != self._cell:
            self._cell, self._since = cell, at
        return self.wake(at)

    def up(self, at: float) -> str:
        """The contact ends where it is."""
        touching, self._touching = self._touching, False
        return self._choose(at) if touching and self._held(at) else ""

    def wake(self, now: float) -> str:
        """Time passes."""
        if not (self._touching and self.timing.on_press and self._held(now)):
            return ""
        self._touching = False
        return self._choose(now)

    def cancel(self) -> None:
        """The contact that goes on chooses nothing."""
        self._touching = False

    @property
    def deadline(self) -> float | None:
        if self._touching and self._cell and self.timing.on_press:
            return self._since + self.timing.hold
        return None

    @property
    def holding(self) -> str:
        """The cell that a contact is meant for now."""
        return self._cell if self._touching else ""

    @property
    def filling(self) -> Filling | None:
        if not self.holding or not self.timing.hold:
            return None
        return Filling(self._cell, self._since, self._since + self.timing.hold)

    def _held(self, at: float) -> bool:
        return bool(self._cell) and at >= self._since + self.timing.hold - A_MOMENT

    def _choose(self, at: float) -> str:
        self._chosen_at = at
        return self._cell
