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
class Measures:
    """All of it, for one person."""

    timing: PressTiming = PressTiming()
    calibration: Calibration | None = None
    check: SwitchCheck | None = None
