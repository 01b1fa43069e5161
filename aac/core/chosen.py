"""What the scanner was told to choose last: numbers for measuring, nothing decides by them."""

from __future__ import annotations

from dataclasses import dataclass

from aac.core.scan_tree import Spot


@dataclass(frozen=True)
class Chosen:
    """``spot``: the item that was given, and its groups.

    ``delay``: from its lighting up to the movement.  ``after_step``: from the light's last step by
    itself to the movement; None where there was none in this group.  ``rounds``: of the group,
    over before this one.  ``by_time``: waiting has chosen.
    """

    spot: Spot
    delay: float
    after_step: float | None
    rounds: int
    by_time: bool

    @property
    def first(self) -> bool:
        """Whether the item had the time of a first one."""
        return self.spot.place == 0 and self.rounds == 0
