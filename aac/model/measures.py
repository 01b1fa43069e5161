"""What Wren knows about this person's presses: numbers only, never what was written.

Seconds, unless a name says otherwise; ``at`` is seconds since 1970 by the computer's clock, because
these numbers outlive a run of the program.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PressTiming:
    """When this person presses, counted from the moment an item lights up.

    ``offset``: robust mean; negative where presses come before the light.  ``spread``: robust
    standard deviation.  ``weight``: how many presses it rests on, older ones counting less.
    """

    offset: float = 0.0
    spread: float = 0.0
    weight: float = 0.0


@dataclass(frozen=True)
class Calibration:
    """A calibration that the person accepted (G9)."""

    mean: float
    deviation: float
    scan_time: float
    trials: int
    at: float


@dataclass(frozen=True)
class SwitchCheck:
    """What this switch and this person can do together (G6).

    ``presses``: in 30 seconds.  ``held``: median time down.  ``release``: median time from being
    asked to let go until it is let go.  ``repeat``: fastest time from press to press.
    ``long_presses``: of three.  ``three_presses``: whether three within 4 s were made.
    """

    presses: int = 0
    held: float = 0.0
    release: float = 0.0
    repeat: float = 0.0
    long_presses: int = 0
    three_presses: bool = False
    at: float = 0.0


@dataclass(frozen=True)
class PressTime:
    """A press that was meant, on an item that had no extra time: ``delay`` since it lit up."""

    delay: float
    at: float


@dataclass(frozen=True)
class Tally:
    """What became of the selections (G21).  Each fault is told by one count only.

    ``correct``: selections left standing.  ``wrong``: undone, and not by a late press.
    ``late_first``, ``late_next``: presses just after the light had moved on, on the rows and inside
    one.  ``missed``: presses that let a whole round pass before; ``missed_first_row``: those for
    the first item of the board.  ``stray``: presses in the lock-out time, and those that woke the
    scan for nothing.  ``row_errors``: groups left without a selection.  ``speed_changes``: made by
    Wren.  ``active``: seconds of writing, without rests.
    """

    correct: int = 0
    wrong: int = 0
    late_first: int = 0
    late_next: int = 0
    missed: int = 0
    missed_first_row: int = 0
    stray: int = 0
    row_errors: int = 0
    speed_changes: int = 0
    active: float = 0.0

    @property
    def late(self) -> int:
        return self.late_first + self.late_next

    @property
    def error_percent(self) -> float:
        """Errors for a hundred correct selections (guidance 3.6); 0 where there are none."""
        errors = self.wrong + self.missed + self.late
        return 100.0 * errors / self.correct if self.correct else 0.0

    @property
    def selections_a_minute(self) -> float:
        """Correct selections in a minute of writing (guidance 3.5)."""
        return 60.0 * self.correct / self.active if self.active > 0 else 0.0


@dataclass(frozen=True)
class Day:
    """One day by the computer's clock.

    ``day``: its number since 1970.  ``began``: the first press that was meant.  ``first_hour``:
    delays of the first hour.  ``tired``: presses became much slower in the course of the day.
    """

    day: int
    tally: Tally = Tally()
    began: float = 0.0
    first_hour: tuple[float, ...] = ()
    tired: bool = False


@dataclass(frozen=True)
class PutOff:
    """Advice of this kind is not given again before ``until``."""

    kind: str
    until: float


@dataclass(frozen=True)
class Measures:
    """All of it, for one person.

    ``times``: the latest presses that were meant, oldest first.  ``tally``: since the timing was
    changed last.  ``days``: the last ones, the newest last.  ``switch_changed``: when another key
    was set for the switch.  ``offered_slower``: when "Slow down?" was offered last.
    ``words_unused``, ``letters_unused``: offers that were rarely taken (G37).
    """

    timing: PressTiming = PressTiming()
    calibration: Calibration | None = None
    check: SwitchCheck | None = None
    times: tuple[PressTime, ...] = ()
    tally: Tally = Tally()
    days: tuple[Day, ...] = ()
    put_off: tuple[PutOff, ...] = ()
    switch_changed: float = 0.0
    offered_slower: float = 0.0
    words_unused: bool = False
    letters_unused: bool = False
