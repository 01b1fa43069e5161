"""Which item is lit, and what a press does to it.

An item is lit for its whole time, counted from when it lit up; a late timer never makes the
scan leap over items.  A press counts for the item that was lit when it was made, or for the
one before where it came within the grace time after a step.  What press, release and time do
is a row of the table in `scan_method`.
"""

from __future__ import annotations

from aac.core.scan_method import METHODS, Move, Pace, Start
from aac.core.scan_tree import BACK, Group, GroupKind, Leaf, Spot, cell_ids, same_groups
from aac.model.roles import Role


class Scanner:
    """The light.  Told the tree, the moves of the switch and the time.

    ``spot`` is None where nothing is lit; ``resting`` tells that the rounds of the board are
    over.  `press`, `release` and `wake` answer with the cell chosen, ``BACK`` where the scan
    has left a question unanswered, or None.
    """

    parts: tuple[frozenset[str], ...] = ()
    roles: tuple[Role, ...] = ()  # one switch is enough, and needs no explaining
    holding: frozenset[int] = frozenset()

    def __init__(self, method: str, pace: Pace) -> None:
        self._method = METHODS[method]
        self._pace = pace
        self._start: tuple[Group, ...] = (Group((), GroupKind.TOP),)  # where a press begins
        self._begun_at: float | None = None
        self.spot: Spot | None = None
        self.resting = False
        self.deadline: float | None = None
        self._before: Spot | None = None
        self._lit_at = 0.0
        self._rounds = 0
        self._left: float | None = None

    # ------------------------------------------------------------------ beginning

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups being scanned, or to be scanned next."""
        return self.spot.groups if self.spot else self._start

    @property
    def held_on(self) -> bool:
        """Whether a switch that is held down makes the light move."""
        return self._method.press is Move.RUN and self.deadline is not None

    def wait(self, tree: Group, stay: tuple[Group, ...] = ()) -> None:
        """Nothing is lit and no time runs until the scan is begun, or a press begins it."""
        self._start = same_groups(tree, stay) or (tree,)
        self._reset()

    def ask(self, cell_id: str, now: float) -> None:
        """Scan one cell and a way out, for one round (G25).

        Where waiting selects, the way out comes first: doing nothing must not confirm.
        """
        items = (Leaf(cell_id), BACK)
        waiting_selects = self._method.deadline is Move.SELECT
        tree = Group(items[::-1] if waiting_selects else items, GroupKind.ASKING)
        self._start = (tree,)
        self._enter((tree,), now, self._method.new_group)

    def begin(
        self, tree: Group, now: float, *, manual: bool = False, stay: tuple[Group, ...] = ()
    ) -> None:
        """Scan ``tree`` as after a choice.

        ``manual``: a press has to start it.  ``stay``: go on in the last of these groups, where
        it still is a part of the tree.
        """
        self.wait(tree, stay)
        start = Start.UNLIT if manual else self._method.after_cell
        if tree.items and start is not Start.UNLIT:
            self._enter(self._start, now, start)
            self._begun_at = now

    def rest(self) -> None:
        """Nothing is lit; the next press only wakes, and begins at the top."""
        self._start = self._start[:1]
        self._reset()
        self.resting = True

    def wake_up(self, now: float) -> None:
        """Start the scan where it rests, or waits for a press."""
        if self._start[-1].items:
            self._enter(self._start, now, self._method.new_group)

    def replace_tree(self, tree: Group, now: float) -> None:
        """Take a tree with other items at the top.  Only where these `may_change`.

        The lit item stays lit, unless the scan began this very moment: then it begins with the
        new first item.
        """
        self._start = same_groups(tree, self._start) or (tree,)
        self._before = self._before and self._before.within(tree)
        if self.spot is not None:
            kept = None if self._begun_at == now else self.spot.within(tree)
            self.spot = kept or Spot(self._start, 0)

    def may_change(self, cells: frozenset[str], now: float) -> bool:
        """Whether these cells may change now.

        Not while the scan is inside a group, or on them, or was on them so short a time ago
        that a press may still be meant for them.
        """
        if self.spot is None or self._begun_at == now:
            return True
        before = self._meant_before(now)
        meant = cell_ids(self.spot.item) | (cell_ids(before.item) if before else frozenset())
        return len(self.spot.groups) == 1 and not meant & cells

    # --------------------------------------------------------------------- events

    def press(self, switch: int, at: float, now: float) -> Leaf | None:
        """A press of ``switch`` made at ``at``, heard of at ``now``."""
        move = self._method.press if switch == 1 else self._method.second
        before = self._meant_before(at)
        if self.spot is None and not (move is Move.SELECT and before):
            self.wake_up(now)  # G14: such a press never selects
            return None
        if switch == 1 and move is not Move.STEP and before is None and at < self._lit_at:
            return None  # made before there was anything to choose, as while the voice spoke
        return self._do(move, at, now)

    def release(self, switch: int, at: float, now: float) -> Leaf | None:
        runs = self.deadline is not None or self._left is not None
        if switch != 1 or not (runs or self._meant_before(at)):
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
        return None

    def _select(self, at: float, now: float, by_time: bool) -> Leaf | None:
        before = None if by_time else self._meant_before(at)
        spot = before or self.spot
        assert spot is not None
        self.resting = False
        self.spot = spot
        item = spot.item
        if isinstance(item, Leaf) and (item != BACK or spot.group.kind is GroupKind.ASKING):
            self.deadline = self._before = None
            return item
        groups = (*spot.groups, item) if isinstance(item, Group) else spot.groups[:-1]
        self._enter(groups, now, self._method.new_group)
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

    def _reset(self) -> None:
        self.spot = self._before = self.deadline = self._left = self._begun_at = None
        self.resting = False
        self._rounds = 0

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

    def _is_first(self) -> bool:
        return self.spot is not None and self.spot.place == 0 and self._rounds == 0

    def _meant_before(self, at: float) -> Spot | None:
        """The item before, where a press at ``at`` was meant for it."""
        if self._before is not None and at < self._lit_at + self._pace.grace:
            return self._before
        return None
