"""Which item is lit, and what a press does to it.

An item is lit for its whole time, counted from when it lit up; a late timer never makes the
scan leap over items.  A press counts for the item that was lit when it was made, or for the
one before where it came within the grace time after a step.  What press, release and time do
is a row of the table in `scan_method`.
"""

from __future__ import annotations

from dataclasses import dataclass

from aac.core.scan_method import METHODS, Move, Pace, Start
from aac.core.scan_tree import BACK, Group, GroupKind, Item, Leaf


@dataclass(frozen=True)
class Spot:
    """A place in the tree: the groups from the top down, and the lit item's place in the last."""

    groups: tuple[Group, ...]
    place: int

    @property
    def group(self) -> Group:
        return self.groups[-1]

    @property
    def item(self) -> Item:
        return self.group.items[self.place]


class Scanner:
    """The light.  Told the tree, the moves of the switch and the time.

    ``spot`` is None where nothing is lit; ``resting`` tells that the rounds of the board are
    over.  `press`, `release` and `wake` answer with the cell chosen, ``BACK`` where the scan
    has left a question unanswered, or None.
    """

    def __init__(self, method: str, pace: Pace) -> None:
        self._method = METHODS[method]
        self._pace = pace
        self._tree = Group((), GroupKind.TOP)
        self.spot: Spot | None = None
        self.resting = False
        self.deadline: float | None = None
        self._before: Spot | None = None
        self._lit_at = 0.0
        self._rounds = 0
        self._left: float | None = None

    # ------------------------------------------------------------------ beginning

    def wait(self, tree: Group) -> None:
        """Nothing is lit and no time runs until the scan is begun, or a press begins it."""
        self._tree = tree
        self._reset()

    def ask(self, cell_id: str, now: float) -> None:
        """Scan one cell and a way out, for one round (G25).

        Where waiting selects, the way out comes first: doing nothing must not confirm.
        """
        items = (Leaf(cell_id), BACK)
        waiting_selects = self._method.deadline is Move.SELECT
        tree = Group(items[::-1] if waiting_selects else items, GroupKind.ASKING)
        self._tree = tree
        self._enter((tree,), now, self._method.new_group)

    def begin(
        self, tree: Group, now: float, *, manual: bool = False, stay: Spot | None = None
    ) -> None:
        """Scan ``tree`` as after a choice.

        ``manual``: a press has to start it.  ``stay``: go on in this group, where it still is
        a part of the tree.
        """
        self._tree = tree
        self._reset()
        start = Start.UNLIT if manual else self._method.after_cell
        if not tree.items or start is Start.UNLIT:
            return
        groups = stay.groups if stay and self._still_there(stay.groups) else (tree,)
        self._enter((tree, *groups[1:]), now, start)

    def rest(self) -> None:
        """Nothing is lit; the next press only wakes."""
        self._reset()
        self.resting = True

    def replace_tree(self, tree: Group, now: float) -> None:
        """Take a tree with other items at the top while the top is being scanned.

        The lit item stays lit where it is still there, unless the scan began this very moment:
        then it begins with the new first item.  Only where it `may_change`.
        """
        self._tree = tree
        self._before = None
        if self.spot is None:
            return
        lit = self.spot.item
        place = tree.items.index(lit) if lit in tree.items and not self._just_begun(now) else 0
        self.spot = Spot((tree,), place)

    def may_change(self, kind: GroupKind, now: float) -> bool:
        """Whether a group of this kind may change now: not while the scan is on it or in it."""
        if self.spot is None or self._just_begun(now):
            return True
        item = self.spot.item
        return len(self.spot.groups) == 1 and not (isinstance(item, Group) and item.kind is kind)

    # --------------------------------------------------------------------- events

    def press(self, switch: int, at: float, now: float) -> Leaf | None:
        """A press of ``switch`` made at ``at``, heard of at ``now``."""
        move = self._method.press if switch == 1 else self._method.second
        if self.spot is None and not (move is Move.SELECT and self._meant_before(at)):
            self._wake_up(now)
            return None
        return self._do(move, at, now)

    def release(self, switch: int, at: float, now: float) -> Leaf | None:
        if switch != 1 or (self.deadline is None and not self._meant_before(at)):
            return None  # the time was not running: nothing to let go of
        return self._do(self._method.release, at, now)

    def wake(self, now: float) -> Leaf | None:
        """The deadline may have come."""
        if self.deadline is None or now < self.deadline:
            return None
        return self._do(self._method.deadline, now, now, by_time=True)

    def go_back(self, now: float) -> bool:
        """Leave the group being scanned; False where there is none to leave."""
        if self.spot is None or len(self.spot.groups) == 1:
            return False
        self._enter(self.spot.groups[:-1], now, self._method.new_group)
        return True

    def freeze(self, now: float) -> None:
        """Stand still while a press is being judged."""
        if self.deadline is not None and self._left is None:
            self._left = max(0.0, self.deadline - now)
            self.deadline = None

    def thaw(self, now: float) -> None:
        """Go on with the time that was left."""
        if self._left is not None:
            self.deadline = now + self._left
            self._left = None

    # ----------------------------------------------------------------------- moves

    def _do(self, move: Move, at: float, now: float, *, by_time: bool = False) -> Leaf | None:
        match move:
            case Move.SELECT:
                return self._select(at, now, by_time)
            case Move.STEP:
                return self._step(now, by_time)
            case Move.RUN:
                self._run(now, first=self._is_first())
            case Move.GO_BACK:
                self.go_back(now)
            case Move.NOTHING:
                pass
        return None

    def _select(self, at: float, now: float, by_time: bool) -> Leaf | None:
        before = None if by_time else self._meant_before(at)
        spot = before or self.spot
        assert spot is not None
        self.resting = False
        self.spot = spot
        match spot.item:
            case Group() as group:
                self._enter((*spot.groups, group), now, self._method.new_group)
                return None
            case leaf if leaf == BACK and spot.group.kind is not GroupKind.ASKING:
                self._enter(spot.groups[:-1], now, self._method.new_group)
                return None
            case Leaf() as leaf:
                self.deadline = self._before = None
                return leaf
        return None

    def _step(self, now: float, by_time: bool) -> Leaf | None:
        assert self.spot is not None
        spot, place = self.spot, self.spot.place + 1
        if place == len(spot.group.items):
            place = 0
            self._rounds += 1
            if by_time and self._rounds_over(spot):
                return self._leave(spot, now)
        self.spot = Spot(spot.groups, place)
        self._run(now, first=False)
        self._before = spot if by_time else None
        return None

    def _leave(self, spot: Spot, now: float) -> Leaf | None:
        """The rounds of a group are over: out of it, or to rest."""
        if spot.group.kind is GroupKind.ASKING:
            return BACK
        if len(spot.groups) > 1:
            self._enter(spot.groups[:-1], now, self._method.new_group)
        else:
            self.rest()
        self._before, self._lit_at = spot, now
        return None

    def _rounds_over(self, spot: Spot) -> bool:
        if spot.group.kind is GroupKind.ASKING:
            return True  # G25: one loop
        limit = self._pace.loops_in_row if len(spot.groups) > 1 else self._pace.loops_of_board
        return limit is not None and self._rounds >= limit

    # --------------------------------------------------------------------- helpers

    def _reset(self) -> None:
        self.spot = self._before = self.deadline = self._left = None
        self.resting = False
        self._rounds = 0

    def _wake_up(self, now: float) -> None:
        """A press in rest, or before the scan was started, only starts it (G14)."""
        self._reset()
        if self._tree.items:
            self._enter((self._tree,), now, self._method.new_group)

    def _enter(self, groups: tuple[Group, ...], now: float, start: Start) -> None:
        self._reset()
        self.spot = Spot(groups, 0)
        self._lit_at = now
        if start is Start.RUN:
            self._run(now, first=True)

    def _run(self, now: float, *, first: bool) -> None:
        assert self.spot is not None
        self._lit_at, self._left = now, None
        if self._method.deadline is Move.NOTHING:
            return
        extra = 0.0
        if first:
            top = len(self.spot.groups) == 1
            extra = self._pace.first_row if top else self._pace.first_cell
        self.deadline = now + self._pace.interval + extra

    def _just_begun(self, now: float) -> bool:
        top = self.spot is not None and len(self.spot.groups) == 1
        return top and self._is_first() and self._lit_at == now

    def _is_first(self) -> bool:
        return self.spot is not None and self.spot.place == 0 and self._rounds == 0

    def _meant_before(self, at: float) -> Spot | None:
        """The item before, where a press at ``at`` was meant for it."""
        if self._before is not None and at < self._lit_at + self._pace.grace:
            return self._before
        return None

    def _still_there(self, groups: tuple[Group, ...]) -> bool:
        return all(
            group in parent.items
            for parent, group in zip((self._tree, *groups[1:]), groups[1:], strict=False)
        )
