"""Any method, until only one switch works that is not enough for it.

A switch slips or breaks, and what is left must still reach everything.  Where only one switch was
pressed (in a method for one switch: another than the first) and then none for a while, the scan
rests; the next press of that switch, which chooses nothing, begins automatic scanning by that
switch alone.  Any other switch brings the method back at once, and chooses nothing either.

So nobody has to know which switch failed, or to do more than press once and wait; and somebody
whose switches all work hardly ever meets this.
"""

from __future__ import annotations

from enum import Enum, auto

from aac.core.chosen import Chosen
from aac.core.item_time import ItemTime
from aac.core.scan import Arranged, Scan
from aac.core.scan_method import Pace
from aac.core.scan_tree import BACK, Group, GroupKind, Item, Leaf, Spot
from aac.model.roles import Role


class _Now(Enum):
    USUAL = auto()
    OFFERED = auto()  # at rest: the one switch begins the scan that it can work alone
    ALONE = auto()


class OneLeft:
    """``usual``: the method that is set.  ``alone``: automatic scanning by one switch.

    ``after``: seconds without a press.  ``former``: the one that this one replaces.
    """

    def __init__(
        self, usual: Scan, alone: Scan, after: float, former: OneLeft | None = None
    ) -> None:
        self._usual = usual
        self._alone = alone
        self._after = after
        self._enough = frozenset() if usual.roles else frozenset({1})  # for the method
        self._state, self._only = _Now.USUAL, 0
        if former and former._only not in self._enough:
            self._state, self._only = former._state, former._only
        self._pressed: frozenset[int] = former._pressed if former else frozenset()
        self._quiet_at: float | None = None
        self._tree = Group((), GroupKind.TOP)
        self._asked = ""

    @property
    def usual(self) -> Scan:
        return self._usual

    @property
    def _scan(self) -> Scan:
        return self._alone if self._state is _Now.ALONE else self._usual

    @property
    def spot(self) -> Spot | None:
        return self._scan.spot

    @property
    def resting(self) -> bool:
        return self._scan.resting

    @property
    def deadline(self) -> float | None:
        times = [time for time in (self._scan.deadline, self._quiet_at) if time is not None]
        return min(times, default=None)

    @property
    def time(self) -> ItemTime:
        return self._scan.time

    @property
    def beat(self) -> ItemTime | None:
        return self._scan.beat

    @property
    def counted(self) -> Item | None:
        return self._scan.counted

    @property
    def last(self) -> Chosen | None:
        return self._scan.last

    @property
    def groups(self) -> tuple[Group, ...]:
        return self._scan.groups

    @property
    def parts(self) -> tuple[frozenset[str], ...]:
        return self._scan.parts

    @property
    def roles(self) -> tuple[Role, ...]:
        roles = self._usual.roles
        if self._state is _Now.USUAL:
            return roles
        every = range(1, max(len(roles), self._only) + 1)
        return tuple(Role.ALONE if n == self._only else Role.BRINGS_BACK for n in every)

    @property
    def holding(self) -> frozenset[int]:
        return self._scan.holding

    @property
    def held_on(self) -> bool:
        return self._scan.held_on

    # ------------------------------------------------------------------ beginning

    def wait(self, tree: Group, stay: tuple[Group, ...] = ()) -> None:
        self._take(tree)
        self._quiet_at = None  # while the voice speaks nothing is expected
        self._scan.wait(self._shown(), stay)

    def begin(
        self, tree: Group, now: float, *, manual: bool = False, stay: tuple[Group, ...] = ()
    ) -> None:
        self._take(tree)
        if self._state is _Now.OFFERED:
            self._usual.wait(tree)
            self._usual.rest()
            return
        self._scan.begin(self._shown(), now, manual=manual, stay=stay)
        if self._quiet_at is None:  # a choice made by waiting is no press
            self._listen(now)

    def ask(self, cell_id: str, now: float) -> None:
        self._asked = cell_id
        if self._state is _Now.OFFERED:
            self._state = _Now.ALONE  # chosen by hand; the switch that works can answer
        self._scan.ask(cell_id, now)
        if self._quiet_at is None:
            self._listen(now)

    def skip(self, items: frozenset[Item]) -> None:
        self._scan.skip(items)

    def use_pace(self, pace: Pace) -> None:
        self._usual.use_pace(pace)

    def rest(self) -> None:
        self._quiet_at = None
        self._scan.rest()

    def wake_up(self, now: float) -> None:
        """A press without a number, as a long one: where one switch is left it was that one."""
        if self._state is _Now.OFFERED:
            self._begin_alone(now)
        else:
            self._scan.wake_up(now)
            self._listen(now)

    def replace_tree(self, tree: Group, now: float) -> None:
        self._tree = tree
        self._scan.replace_tree(self._shown(), now)

    def may_change(self, cells: frozenset[str], now: float) -> bool:
        return self._scan.may_change(cells, now)

    # --------------------------------------------------------------------- events

    def press(self, switch: int, at: float, now: float) -> Leaf | None:
        if self._state is not _Now.USUAL and switch != self._only:
            self._bring_back(switch, now)
            return None
        if self._state is _Now.OFFERED:
            self._begin_alone(now)
            return None
        if self._state is _Now.ALONE:
            return self._alone.press(1, at, now)
        self._pressed |= {switch}
        self._listen(now)
        return self._usual.press(switch, at, now)

    def release(self, switch: int, at: float, now: float) -> Leaf | None:
        if self._state is _Now.ALONE:
            return self._alone.release(1, at, now) if switch == self._only else None
        return self._usual.release(switch, at, now)

    def wake(self, now: float) -> Leaf | None:
        if self._quiet_at is None or now < self._quiet_at:
            return self._scan.wake(now)
        self._quiet_at = None
        pressed, self._pressed = self._pressed, frozenset[int]()
        if len(pressed) != 1 or pressed == self._enough:
            return self._scan.wake(now)
        self._state, (self._only,) = _Now.OFFERED, pressed
        asking = self._asked
        self._usual.rest()
        return BACK if asking else None

    def go_back(self, now: float) -> bool:
        return self._scan.go_back(now)

    def freeze(self, now: float) -> None:
        self._scan.freeze(now)

    def thaw(self, now: float) -> None:
        self._scan.thaw(now)

    # -------------------------------------------------------------------- helpers

    def _take(self, tree: Group) -> None:
        self._tree, self._asked = tree, ""

    def _shown(self) -> Group:
        """The cells, as the scan of now has them."""
        if self._state is _Now.ALONE and isinstance(self._tree, Arranged):
            return self._tree.plain
        return self._tree

    def _listen(self, now: float) -> None:
        """Count the time without a press anew, where it could matter."""
        may_matter = self._pressed and self._pressed != self._enough
        usual = self._state is _Now.USUAL
        self._quiet_at = now + self._after if usual and may_matter else None

    def _begin_alone(self, now: float) -> None:
        self._state = _Now.ALONE
        self._alone.wait(self._shown())
        self._alone.wake_up(now)

    def _bring_back(self, switch: int, now: float) -> None:
        self._state, self._only = _Now.USUAL, 0
        self._pressed = frozenset({switch})
        if self._asked:
            self._usual.ask(self._asked, now)
        else:
            self._usual.wait(self._tree)
            self._usual.wake_up(now)
        self._listen(now)
