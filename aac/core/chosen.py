"""What the scanner was told to choose last: numbers for measuring, nothing decides by them."""

from __future__ import annotations

from dataclasses import dataclass

from aac.core.scan_tree import Spot


@dataclass(frozen=True)
class Chosen:
    """``spot``: the item that was given, and its groups.

    ``delay``: from its lighting up to the movement.  ``after_step``: from the light's last step by
    itself to the movement; None where there was none in this group, or where the movement was
    given to another item, so that it is no error.  ``rounds``: of the group, over before the item
    was lit.  ``by_time``: waiting has chosen.  ``first``: the item had the time of a first one.
    """

    spot: Spot
    delay: float
    after_step: float | None
    rounds: int
    by_time: bool
    first: bool
