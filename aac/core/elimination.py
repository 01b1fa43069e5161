"""Elimination scanning: the cells are split into parts, and each press keeps one part.

The parts are cut from the cells in reading order, so that each is a piece of the screen, and are
the same whenever the board is: an offered word that is not there keeps its number, and so does a
hidden cell (G33).  The rule for the person is one: press the number that stands on the cell that
is wanted, until it is chosen.

The strip weighs a third of all the others, so that its four cells are two presses away with four
switches and four with two, however large the board is (G34).  On boards of our sizes the others
hardly pay for it.

A wrong press harms nobody: after a wait without a press all cells are there again, a switch that
keeps no part goes back at once, and so does a long press where that was measured.  A Back cell in
every part would make every cell a quarter dearer.
"""

from __future__ import annotations

from collections.abc import Sequence

from aac.core.access import switch_method
from aac.core.scan import Arranged, ByHand, Countdown
from aac.core.scan_tree import BACK, Group, GroupKind, Item, Leaf, Offered, Spot, build, cell_ids
from aac.model.board import Board, BoardKind, Cell
from aac.model.roles import ROLES
from aac.model.settings import Settings

STRIP_SHARE = 1 / 3  # of the weight of all others
NOTHING = Group((), GroupKind.PART)
Slot = tuple[str, float]  # a cell's id, empty where there is none now, and its weight


def parts_tree(
    board: Board, strip: Sequence[Cell], offered: Offered, settings: Settings
) -> Arranged:
    """The cells, split again and again into as many parts as there are switches."""
    count = len(ROLES[switch_method(settings)])
    slots = [
        *(_slot(cell) for cell in offered.words),
        *([_slot(offered.phrase)] if _has_phrase_slot(board, offered, settings) else []),
        *(_slot(cell) for cell in offered.letters),
        *(_slot(cell) for row in board.grid for cell in row if cell is not None),
    ]
    weight = len(slots) * STRIP_SHARE / len(strip) if slots and strip else 1.0
    slots += [(cell.id, weight) for cell in strip]
    plain = build(board, strip, offered, settings)
    parts = tuple(_split(part, count) for part in _cut(slots, count))
    return Arranged(parts, GroupKind.TOP, plain)


def _has_phrase_slot(board: Board, offered: Offered, settings: Settings) -> bool:
    may_come = settings.phrase_offer or bool(settings.abbreviations)
    return offered.phrase is not None or (may_come and board.kind is BoardKind.SPELLING)


def _slot(cell: Cell | None) -> Slot:
    return ("", 1.0) if cell is None or cell.hidden else (cell.id, 1.0)


def _split(slots: Sequence[Slot], count: int) -> Item:
    if not any(cell_id for cell_id, _ in slots):
        return NOTHING
    if len(slots) == 1:
        return Leaf(slots[0][0])
    return Group(tuple(_split(part, count) for part in _cut(slots, count)), GroupKind.PART)


def _cut(slots: Sequence[Slot], count: int) -> list[Sequence[Slot]]:
    """The slots in as many pieces as can be, as equal in weight as can be."""
    pieces = min(count, len(slots))
    weights = [0.0]
    for _, weight in slots:
        weights.append(weights[-1] + weight)
    cuts = [0]
    for n in range(1, pieces):
        wanted = weights[-1] * n / pieces
        room = range(cuts[-1] + 1, len(slots) - (pieces - n) + 1)
        cuts.append(min(room, key=lambda cut: abs(weights[cut] - wanted)))
    cuts.append(len(slots))
    return [slots[start:end] for start, end in zip(cuts, cuts[1:], strict=False) if end > start]


class Elimination(ByHand):
    """What is left of the cells.  What its parts are for is in `scan.Scan`."""

    held_on = False
    holding: frozenset[int] = frozenset()

    def __init__(self, method: str, wait_back: float) -> None:
        super().__init__()
        """``wait_back``: seconds without a press until all cells are there again."""
        self.roles = ROLES[method]
        self._wait_back = wait_back
        self._top = Group((), GroupKind.TOP)
        self.spot: Spot | None = None
        self.resting = False
        self._begun_at = 0.0
        self._time = Countdown()

    @property
    def deadline(self) -> float | None:
        return self._time.deadline

    @property
    def groups(self) -> tuple[Group, ...]:
        return self.spot.groups if self.spot else (self._top,)

    @property
    def parts(self) -> tuple[frozenset[str], ...]:
        if self.spot is None:
            return ()
        items = self.spot.group.items
        return tuple(frozenset({""}) if item == BACK else cell_ids(item) for item in items)

    def wait(self, tree: Group, stay: tuple[Group, ...] = ()) -> None:
        self._top = tree
        self._stop()

    def begin(
        self, tree: Group, now: float, *, manual: bool = False, stay: tuple[Group, ...] = ()
    ) -> None:
        self.wait(tree)
        if not manual:
            self.wake_up(now)

    def ask(self, cell_id: str, now: float) -> None:
        """Switch 1 confirms, switch 2 says no, and so does waiting (G25)."""
        self._top = Group((Leaf(cell_id), BACK), GroupKind.ASKING)
        self.wake_up(now)

    def rest(self) -> None:
        self._stop()
        self.resting = True

    def wake_up(self, now: float) -> None:
        self._stop()
        if cell_ids(self._top):
            self._keep((self._top,), now)
            self._begun_at = now

    def replace_tree(self, tree: Group, now: float) -> None:
        self._top = tree
        if self.spot is not None:
            self.spot = Spot((tree,), 0)

    def may_change(self, cells: frozenset[str], now: float) -> bool:
        return self.spot is None or len(self.spot.groups) == 1

    def press(self, switch: int, at: float, now: float) -> Leaf | None:
        if self.spot is None:
            self.wake_up(now)  # G14: such a press never selects
            return None
        if switch > len(self.roles):
            self.go_back(now)
            return None
        items = self.spot.group.items
        if at < self._begun_at or switch > len(items):
            return None
        item = items[switch - 1]
        if isinstance(item, Leaf):
            self._time.stop()
            return item
        if cell_ids(item):
            self._keep((*self.spot.groups, item), now)
        return None

    def release(self, switch: int, at: float, now: float) -> Leaf | None:
        return None

    def wake(self, now: float) -> Leaf | None:
        if self.spot is None or not self._time.is_due(now):
            return None
        if self.spot.group.kind is GroupKind.ASKING:
            return BACK
        self._keep((self._top,), now)
        return None

    def go_back(self, now: float) -> bool:
        if self.spot is None or len(self.spot.groups) == 1:
            return False
        self._keep(self.spot.groups[:-1], now)
        return True

    def freeze(self, now: float) -> None:
        self._time.freeze(now)

    def thaw(self, now: float) -> None:
        self._time.thaw(now)

    def _keep(self, groups: tuple[Group, ...], now: float) -> None:
        self.spot = Spot(groups, 0)
        self._time.stop()
        if len(groups) > 1 or groups[-1].kind is GroupKind.ASKING:
            self._time.run_to(now + self._wait_back)

    def _stop(self) -> None:
        self.spot = None
        self.resting = False
        self._time.stop()
