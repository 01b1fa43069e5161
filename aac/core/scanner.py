"""Which item is lit, and what a press does to it.

An item is lit for its whole time, counted from when it lit up; a late timer never makes the
scan leap over items.  A press counts for the item that was lit when it was made, or for one that
was lit just before or is just to come, where that explains it better (`lit_trail`).  What press,
release and time do is a row of the table in `scan_method`.
"""

from __future__ import annotations

from aac.core.chosen import Chosen
from aac.core.lit_trail import Lit, LitTrail
from aac.core.rounds import Rounds
from aac.core.scan import Timed
from aac.core.scan_method import METHODS, Move, Pace, Start
from aac.core.scan_tree import BACK, Group, GroupKind, Item, Leaf, Spot, cell_ids, same_groups


class Scanner(Timed):
    """The light.  Told the tree, the moves of the switch and the time.

    ``spot`` is None where nothing is lit; ``resting`` tells that the rounds of the board are over.
    ``counted``: the item a press counted for where it was not the lit one.  `press`, `release` and
    `wake` answer with the cell chosen, ``BACK`` where a question was left, or None.
    """

    def __init__(self, method: str, pace: Pace) -> None:
        super().__init__(pace)
        self._method = METHODS[method]
        self._start: tuple[Group, ...] = (Group((), GroupKind.TOP),)  # where a press begins
        self._begun_at: float | None = None
        self.spot: Spot | None = None
        self.resting = False
        self._trail = LitTrail()
        self._rounds = Rounds()

    # ------------------------------------------------------------------ beginning

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups being scanned, or to be scanned next."""
        return self.spot.groups if self.spot else self._start

    @property
    def held_on(self) -> bool:
        """Whether a switch that is held down makes the light move."""
        return self._method.press is Move.RUN and self.time.deadline is not None

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
        """Scan ``tree`` as after a choice; ``manual``: a press has to start it.

        ``stay``: go on in the last of these groups, where it still is a part of the tree.
        """
        self.wait(tree, stay)
        start = Start.UNLIT if manual else self._method.after_cell
        if tree.items and start is not Start.UNLIT:
            self._enter(self._start, now, start)
            self._begun_at = now

    def skip(self, items: frozenset[Item]) -> None:
        """Pass over these items of the top group in the first round; later rounds light them."""
        self._rounds.skipped = items

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
        self._trail.keep_within(tree)
        if self.spot is not None:
            kept = None if self._begun_at == now else self.spot.within(tree)
            self.spot = kept or self._rounds.first(self._start)

    def may_change(self, cells: frozenset[str], now: float) -> bool:
        """Whether these cells may change now.

        Not while the scan is inside a group, or on them, or while a press may be meant for them.
        """
        if self.spot is None or self._begun_at == now:
            return True
        other = self._meant(now)
        meant = cell_ids(self.spot.item) | (cell_ids(other.spot.item) if other else frozenset())
        return len(self.spot.groups) == 1 and not meant & cells

    # --------------------------------------------------------------------- events

    def press(self, switch: int, at: float, now: float) -> Leaf | None:
        """A press of ``switch`` made at ``at``, heard of at ``now``."""
        self.counted = None
        move = self._method.press if switch == 1 else self._method.second
        other = self._meant(at)
        if self.spot is None and not (move is Move.SELECT and other):
            self.wake_up(now)  # G14: such a press never selects
            return None
        if switch == 1 and move is not Move.STEP and other is None and at < self.time.since:
            return None  # made before there was anything to choose, as while the voice spoke
        return self._do(move, at, now)

    def release(self, switch: int, at: float, now: float) -> Leaf | None:
        if switch != 1 or not (self.time.counts or self._meant(at)):
            return None  # the time was not running: nothing to let go of
        return self._do(self._method.release, at, now)

    def wake(self, now: float) -> Leaf | None:
        """The deadline may have come."""
        if self.time.deadline is None or now < self.time.deadline:
            return None
        return self._do(self._method.deadline, now, now, by_time=True)

    def go_back(self, now: float) -> bool:
        """Leave the group being scanned; False where there is none to leave."""
        if self.spot is None or len(self.spot.groups) == 1:
            return False
        self._enter(self.spot.groups[:-1], now, self._method.new_group)
        return True

    def _do(self, move: Move, at: float, now: float, *, by_time: bool = False) -> Leaf | None:
        match move:
            case Move.SELECT:
                return self._select(at, now, by_time)
            case Move.STEP:
                return self._step(now, by_time)
            case Move.RUN:
                first = self.spot == self._rounds.first(self.groups) and self._rounds.done == 0
                self._run(now, first=first)
            case Move.GO_BACK:
                self.go_back(now)
        return None

    def _select(self, at: float, now: float, by_time: bool) -> Leaf | None:
        other = None if by_time else self._meant(at)
        if other is None and at < self.time.chosen_from:
            return None  # nobody can have heard yet what it is
        spot, lit_at = (other.spot, other.since) if other else (self.spot, self.time.since)
        assert spot is not None
        late = self._trail and other is None and not by_time
        stepped = at - self.time.since if late else None
        first = self._rounds.done == 0 and spot == self._rounds.first(spot.groups)
        rounds = self._rounds.done - (other.before_round_of(self.spot) if other else False)
        self.last = Chosen(spot, at - lit_at, stepped, rounds, by_time, first)
        self.resting = False
        self.spot = spot
        item = spot.item
        self.counted = item if other else None
        if isinstance(item, Leaf) and (item != BACK or spot.group.kind is GroupKind.ASKING):
            self.time.stop()
            self._trail.clear()
            return item
        groups = (*spot.groups, item) if isinstance(item, Group) else spot.groups[:-1]
        self._enter(groups, now, self._method.new_group)
        return None

    def _step(self, now: float, by_time: bool) -> Leaf | None:
        assert self.spot is not None
        lit, self.counted = Lit(self.spot, self.time.since), None
        place = self._rounds.next_place(lit.spot)
        if place is None:
            place = 0
            self._rounds.done += 1
            if by_time and self._is_over(lit.spot):
                return self._leave(lit, now)
        self.spot = Spot(lit.spot.groups, place)
        self._run(now, first=False)
        if by_time:
            self._trail.leave(lit, now)
        else:
            self._trail.clear()
        return None

    def _is_over(self, spot: Spot) -> bool:
        return self._rounds.over(spot, self.pace)

    def _leave(self, lit: Lit, now: float) -> Leaf | None:
        """The rounds of a group are over: out of it, or to rest."""
        groups, trail = lit.spot.groups, self._trail
        if groups[-1].kind is GroupKind.ASKING:
            return BACK
        if len(groups) > 1:
            self._enter(groups[:-1], now, self._method.new_group)
        else:
            self.rest()
        self._trail = trail
        self._trail.leave(lit, now)
        return None

    def _reset(self) -> None:
        self.spot = self._begun_at = None
        self.time.stop()
        self._trail = LitTrail()
        self.resting = False
        self._rounds.done = 0

    def _enter(self, groups: tuple[Group, ...], now: float, start: Start) -> None:
        self._reset()
        self.spot = self._rounds.first(groups)
        self.time.light(now)
        if start is Start.RUN:
            self._run(now, first=True)

    def _run(self, now: float, *, first: bool) -> None:
        assert self.spot is not None
        if self._method.deadline is Move.NOTHING:
            self.time.light(now)
            return
        inside = len(self.spot.groups) > 1
        extra = self.pace.first_cell if inside else self.pace.first_row
        self.time.run(now, self.pace.interval, extra if first else 0.0)

    def _meant(self, at: float) -> Lit | None:
        """The item that a press at ``at`` was meant for, where it is not the lit one."""
        shift = self.pace.shift
        if self.spot is not None and self._method.deadline is Move.STEP and shift < 0:
            left = self.time.left(at)
            place = self._rounds.next_place(self.spot)
            if left is not None and left <= -shift and place is not None:
                return Lit(Spot(self.spot.groups, place), at + left)
        return self._trail.meant(at, max(shift, 0.0))
