"""The rounds of a group: which item comes next, and when it has gone round often enough."""

from __future__ import annotations

from aac.core.scan_method import Pace
from aac.core.scan_tree import Group, GroupKind, Item, Spot, next_place


class Rounds:
    """``done``: rounds of the present group that are over.

    ``skipped``: items of the top group that the first round passes over; the later ones light them.
    """

    def __init__(self) -> None:
        self.done = 0
        self.skipped: frozenset[Item] = frozenset()

    def first(self, groups: tuple[Group, ...]) -> Spot:
        """Where a scan of the last of these groups begins."""
        return Spot(groups, self.next_place(Spot(groups, -1)) or 0)

    def next_place(self, spot: Spot) -> int | None:
        """The place after the lit one, or None where the round is over."""
        first_pass = len(spot.groups) == 1 and self.done == 0
        return next_place(spot, self.skipped if first_pass else frozenset())

    def over(self, spot: Spot, pace: Pace) -> bool:
        """Whether the group has been gone round often enough."""
        if spot.group.kind is GroupKind.ASKING:
            return True  # G25: one loop
        if len(spot.groups) > 1:
            return self.done >= pace.loops_in_row
        # A round that passes over rows is not yet one that shows all there is.
        limit = pace.loops_of_board
        return limit is not None and self.done >= limit + bool(self.skipped)
