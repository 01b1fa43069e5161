"""What became of each press: right, undone, late, a round too late, or into nothing (G21).

Told what the scanner gave and what became of it, the recorder tells back what is certain by now.
A selection is one cell chosen by switch, with all its presses.  It is *settled* as right when two
more have been made, and as undone when it is undone before.  Nothing here knows what a cell says.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

from aac.core.chosen import Chosen
from aac.core.scan_tree import BACK, Group, GroupKind, Item, Leaf, Spot

LATE = 0.15  # G21: seconds after the light has moved on
LOOKED_BACK = 1.5  # a press is not meant for what lit up longer ago than this
SETTLES_AFTER = 2  # G21: selections
OFFERED = (GroupKind.WORDS, GroupKind.LETTERS)  # what stands there changes


@dataclass(frozen=True)
class Press:
    """One press that gave an item.

    ``at``, ``delay``: when, and since the item lit up.  ``first``: the item had extra time.
    ``top``: it stood in no group.  ``near``: the items of its group that had lit up shortly before,
    and how long before.
    """

    group: Group
    item: Item
    at: float
    delay: float
    first: bool = False
    top: bool = False
    late: bool = False
    missed: bool = False
    near: tuple[tuple[Item, float], ...] = ()


@dataclass(frozen=True)
class Settled:
    """A selection of which it is now known whether it was meant."""

    presses: tuple[Press, ...]
    right: bool


@dataclass(frozen=True)
class Meant:
    """An earlier press, of which it is now known what it was meant for."""

    delay: float


@dataclass(frozen=True)
class RowLeft:
    """A group was entered and left without a selection."""


@dataclass(frozen=True)
class Stray:
    """A press in the lock-out time, or one that woke the scan for nothing."""


Fact = Settled | Meant | RowLeft | Stray


Presses = tuple[Press, ...]


class Recorder:
    """`facts` are to be asked for after each event."""

    def __init__(self) -> None:
        self._facts: list[Fact] = []
        self._path: Presses = ()  # into the groups that the light is in
        self._given: Presses = ()  # all presses for a cell that has not acted yet
        self._open: deque[tuple[Presses, Presses]] = deque()  # and what was undone before each
        self._corrected: Presses = ()
        self._lit: deque[tuple[Spot, float]] = deque(maxlen=12)
        self._spot: Spot | None = None
        self._slept = self._woken = False

    def facts(self) -> list[Fact]:
        """What has become certain since this was asked last."""
        found, self._facts = self._facts, []
        return found

    # ----------------------------------------------------------------- what the scan did

    def lit(self, spot: Spot | None, resting: bool, now: float) -> None:
        """This is lit now, after whatever happened at ``now``."""
        if spot is not None and spot != self._spot:
            self._lit.append((spot, now))
        self._spot = spot
        depth = len(spot.groups) - 1 if spot is not None else 0
        asking = spot is not None and spot.group.kind is GroupKind.ASKING
        if len(self._path) > depth and not asking:
            self._leave(depth)
        if resting and self._woken:
            self._facts.append(Stray())  # it woke the scan for nothing
        self._woken = not resting and (self._woken or (self._slept and spot is not None))
        self._slept = resting

    def stray(self) -> None:
        self._facts.append(Stray())

    def pressed(self, chosen: Chosen, at: float) -> None:
        """A press made at ``at`` gave an item."""
        spot = chosen.spot
        self._spot = None  # whatever is lit next has lit up now
        if spot.group.kind is GroupKind.ASKING:
            return  # agreeing to what was chosen already
        press = self._press(chosen, at)
        depth = len(spot.groups) - 1
        self._path = self._path[:depth]
        if spot.item == BACK:
            self._leave(depth - 1)
        elif isinstance(spot.item, Group):
            self._path = (*self._path, press)
        else:
            self._given, self._path = (*self._path, press), ()

    def interrupted(self) -> None:
        """Somebody else, or a switch that stuck, has led the scan elsewhere."""
        self._path = self._given = ()
        self._slept = self._woken = False
        self._spot = None

    # -------------------------------------------------------------- what became of it

    def acted(self, cell_id: str, *, writing: bool, counts: bool) -> bool:
        """This cell acts; answers whether the switch has chosen it.

        ``writing``: a message is begun, so that a round of the board passed by is one missed and
        not a pause.  ``counts``: it is no correction of another selection.
        """
        given, self._given = self._given, ()
        self._woken = False
        by_switch = bool(given) and given[-1].item == Leaf(cell_id)
        if not by_switch:
            self.interrupted()
            return False
        if counts:
            self._add(tuple(p if writing or not p.top else replace(p, missed=False) for p in given))
        return True

    def undone(self) -> None:
        """The last selection was taken back."""
        if self._open:
            self._corrected, _ = self._open.pop()
            self._facts.append(Settled(self._corrected, right=False))

    def _add(self, presses: Presses) -> None:
        self._open.append((presses, self._corrected))
        self._corrected = ()
        if len(self._open) > SETTLES_AFTER:
            right, corrected = self._open.popleft()
            self._facts += [Settled(right, right=True), *_meant(corrected, right)]

    def _press(self, chosen: Chosen, at: float) -> Press:
        spot, since = chosen.spot, chosen.after_step
        return Press(
            spot.group,
            spot.item,
            at,
            chosen.delay,
            first=chosen.first,
            top=len(spot.groups) == 1,
            late=since is not None and 0 <= since <= LATE,
            missed=chosen.rounds >= 1,
            near=tuple(self._near(spot.group, at)),
        )

    def _near(self, group: Group, at: float) -> Iterator[tuple[Item, float]]:
        for spot, lit_at in self._lit:
            if spot.group == group and 0 <= at - lit_at <= LOOKED_BACK:
                yield spot.item, at - lit_at

    def _leave(self, depth: int) -> None:
        if len(self._path) > depth:
            self._facts.append(RowLeft())
        self._path = self._path[: max(0, depth)]


def _meant(wrong: Presses, right: Presses) -> Iterator[Meant]:
    """What the undone presses were meant for, as the presses after them tell.

    Only the first that differs tells something: the ones after it were made in another group.
    """
    for was, should in zip(wrong, right, strict=False):
        if was.group != should.group or was.group.kind in OFFERED:
            return
        if was.item != should.item:
            delays = [delay for item, delay in was.near if item == should.item]
            if delays:
                yield Meant(delays[-1])
            return
