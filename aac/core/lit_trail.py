"""The items that were lit just before, and which of them a press was meant for.

A person who waits for the light presses some time after it came: by then it may have moved on.  The
press counts for the item whose lighting explains it best.  With no item likelier than another that
is the one lit ``offset`` before the press, give or take half a scan time: so a press counts for the
item before, as long as it comes less than ``shift = offset - T / 2`` after the light moved on.
Timing alone decides.  How likely a letter is has no say: it gains nothing in row-column scanning,
and rare letters would be harder to write.
"""

from __future__ import annotations

from dataclasses import dataclass

from aac.core.scan_tree import Group, Spot
from aac.model.measures import PressTiming
from aac.model.settings import Settings

# Presses to know before they are trusted; a calibration has ten.
ENOUGH = 8.0
# Those who press with a beat, until their own presses are known: as Nomon begins (entry-rate
# survey).
ON_THE_BEAT = PressTiming(0.05, 0.12, ENOUGH)
# At most so many items back: further off it is a new press, and not a late one.
FURTHEST = 2
# Presses before the light count for the next item only where they come as early as that: so a
# person who waits for the light and hesitates is never given the next item.
SURELY_EARLY = 3.0


def shift(settings: Settings, timing: PressTiming) -> float:
    """Seconds after a step in which a press still counts for the item before.

    Negative: so long before a step a press counts for the item to come, for those who press with
    the beat.  Until enough presses are known it is the late-press grace; also with spoken cues,
    which are not equally long.
    """
    learned = settings.late_press_learning and timing.weight >= ENOUGH
    if settings.cues or not learned:
        return settings.grace
    explained = timing.offset - settings.scan_time / 2
    if explained >= 0:
        return min(explained, FURTHEST * settings.scan_time)
    early = min(0.0, timing.offset - SURELY_EARLY * timing.spread)
    return max(explained, early, -settings.scan_time / 2)


@dataclass(frozen=True)
class Lit:
    """An item and when it lit up."""

    spot: Spot
    since: float

    def before_round_of(self, lit: Spot | None) -> bool:
        """Whether a round of the group has begun between this item and the lit one."""
        return lit is not None and self.spot.place > lit.place


class LitTrail:
    """Items that the light has left by itself since the last press, the newest last."""

    def __init__(self) -> None:
        self._left: list[tuple[Lit, float]] = []

    def __bool__(self) -> bool:
        return bool(self._left)

    def leave(self, lit: Lit, at: float) -> None:
        """The time of this item was over at ``at``."""
        self._left = [*self._left, (lit, at)][-FURTHEST - 1 :]

    def clear(self) -> None:
        self._left = []

    def keep_within(self, tree: Group) -> None:
        """Go on in another tree with the items that are there too."""
        kept = [(lit.spot.within(tree), lit.since, at) for lit, at in self._left]
        self._left = [(Lit(spot, since), at) for spot, since, at in kept if spot is not None]

    def meant(self, at: float, shift: float) -> Lit | None:
        """The item before the lit one that a press at ``at`` counts for, or None."""
        return next((lit for lit, left in self._left if at < left + shift), None)
