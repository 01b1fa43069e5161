"""Directed scanning: switches move the light from cell to cell, another one or waiting chooses.

The light goes over everything that is on the screen: words, letters, board, strip, the cells of a
page and a question.  Rows and columns go round at their ends.  Up and down lead to the nearest
cell and keep to their column, as a caret does in a text.  With three switches the next row begins
at its first cell, and the rows come in the order of the scan, so that Call is as near (G34).

    switches   1          2           3        4       5
    3          next row   next cell   chooses
    4          left       right       up       down            waiting chooses, as in step scanning
    5          left       right       up       down    chooses
"""

from __future__ import annotations

from aac.core.scan import ByHand, Countdown, Repeat
from aac.core.scan_method import Pace
from aac.core.scan_tree import BACK, Group, GroupKind, Leaf, Spot
from aac.core.screen_tree import WAYS, moved, x_of
from aac.model.roles import ROLES, Role


class Directed(ByHand):
    """The light, moved by hand.  What its parts are for is in `scan.Scan`."""

    parts: tuple[frozenset[str], ...] = ()

    def __init__(self, method: str, pace: Pace, repeat: Repeat) -> None:
        super().__init__()
        self.roles = ROLES[method]
        self._pace = pace
        self._repeat = repeat
        self._waiting_chooses = Role.CHOOSES not in self.roles
        self._rows: tuple[Group, ...] = ()
        self._row = self._place = 0
        self._x = 0.0
        self._start = ""  # the cell to begin with
        self.lit = self.resting = False
        self._begun_at = self._lit_at = 0.0
        self._time = Countdown()
        self._held: tuple[int, Role] | None = None
        self._repeats = 0
        self._before: tuple[int, int] | None = None

    @property
    def spot(self) -> Spot | None:
        return Spot((self._rows[self._row],), self._place) if self.lit else None

    @property
    def deadline(self) -> float | None:
        return self._time.deadline

    @property
    def groups(self) -> tuple[Group, ...]:
        """Only tells that there is a place to go on from: this light knows its own."""
        return (self._rows[self._row],) if self.lit else (Group(()),)

    @property
    def holding(self) -> frozenset[int]:
        if not self._repeat.on:
            return frozenset()
        return frozenset(n for n, role in enumerate(self.roles, start=1) if role in WAYS)

    @property
    def held_on(self) -> bool:
        return self._held is not None and self.deadline is not None

    # ------------------------------------------------------------------ beginning

    def wait(self, tree: Group, stay: tuple[Group, ...] = ()) -> None:
        """``stay``: anything at all means to begin where the light was."""
        self._start = self._cell_id() if stay and self.lit else self._start if stay else ""
        self._rows = tuple(row for row in tree.items if isinstance(row, Group))
        self._stop()
        self.resting = False

    def begin(
        self, tree: Group, now: float, *, manual: bool = False, stay: tuple[Group, ...] = ()
    ) -> None:
        self.wait(tree, stay)
        # As in step scanning: where waiting chooses, a press has to begin it.
        if not manual and not self._waiting_chooses:
            self.wake_up(now)

    def ask(self, cell_id: str, now: float) -> None:
        """A cell and a way out; where waiting chooses, the way out comes first (G25)."""
        items = (Leaf(cell_id), BACK)
        if self._waiting_chooses:
            items = items[::-1]
        self._stop()
        self._rows, self._start = (Group(items, GroupKind.ASKING),), ""
        self.wake_up(now)

    def rest(self) -> None:
        self._start = ""
        self._stop()
        self.resting = True

    def wake_up(self, now: float) -> None:
        if self._rows:
            self._stop()
            self.resting, self.lit = False, True
            self._light(*(self._find(self._start) or (0, 0)), now)
            self._begun_at, self._x = now, self._x_of(self._row, self._place)
            self._run(now, first=True)

    def replace_tree(self, tree: Group, now: float) -> None:
        cell_id, begun_now = self._cell_id(), self._begun_at == now
        self._rows = tuple(row for row in tree.items if isinstance(row, Group))
        kept = None if begun_now else self._find(cell_id)
        self._before = None
        self._row, self._place = kept or self._find(self._start) or (0, 0)
        self.lit = self.lit and bool(self._rows)
        if self.lit and not kept:
            self._x = self._x_of(self._row, self._place)

    def may_change(self, cells: frozenset[str], now: float) -> bool:
        return not self.lit or self._begun_at == now or self._cell_id() not in cells

    # --------------------------------------------------------------------- events

    def press(self, switch: int, at: float, now: float) -> Leaf | None:
        if not self.lit:
            self.wake_up(now)  # G14: such a press never selects
            return None
        role = self.roles[switch - 1] if switch <= len(self.roles) else None
        if self._before is not None and at < self._lit_at and role is Role.CHOOSES:
            self._row, self._place = self._before  # pressed before the light was moved once more
        if role in WAYS:
            self._move(role, now)
            self._held = (switch, role) if self._repeat.on else None
            self._repeats, self._before = 0, None
            if self._held:
                self._time.run_to(at + self._repeat.first)
            else:
                self._run(now, first=False)
            return None
        if role is not Role.CHOOSES or at < self._begun_at:
            return None  # made before there was anything to choose, as while the voice spoke
        return self._chosen()

    def release(self, switch: int, at: float, now: float) -> Leaf | None:
        if self._held is None or switch != self._held[0]:
            return None
        if self._before is not None and at < self._lit_at:
            self._row, self._place = self._before  # let go before it was moved once more
        self._held = self._before = None
        self._time.stop()
        self._run(now, first=False)
        return None

    def wake(self, now: float) -> Leaf | None:
        if not self._time.is_due(now):
            return None
        if self._held is None:
            return self._chosen()
        before, role = (self._row, self._place), self._held[1]
        self._move(role, now)
        self._before = before
        self._repeats += 1
        down, _ = WAYS[role]
        # Once round at most, so that a stuck switch does not move the light for ever.
        round_of = len(self._rows) if down else len(self._rows[self._row].items)
        self._time.stop()
        if self._repeats < round_of:
            self._time.run_to(now + self._repeat.every)
        return None

    def go_back(self, now: float) -> bool:
        return False

    def freeze(self, now: float) -> None:
        self._time.freeze(now)

    def thaw(self, now: float) -> None:
        self._time.thaw(now)

    # -------------------------------------------------------------------- helpers

    def _chosen(self) -> Leaf:
        item = self._rows[self._row].items[self._place]
        assert isinstance(item, Leaf)
        self._time.stop()
        self._held = None
        return item

    def _move(self, role: Role, now: float) -> None:
        down, right = WAYS[role]
        if self._rows[0].kind is GroupKind.ASKING:
            down, right = 0, down + right  # every switch that moves leads to the other answer
        kept = down, right, role is Role.NEXT_ROW
        row, place, self._x = moved(self._rows, (self._row, self._place, self._x), *kept)
        self._light(row, place, now)

    def _light(self, row: int, place: int, now: float) -> None:
        self._row, self._place, self._lit_at = row, place, now

    def _run(self, now: float, *, first: bool) -> None:
        if self._waiting_chooses:
            extra = self._pace.first_row if first else 0.0
            self._time.run_to(now + self._pace.interval + extra)

    def _stop(self) -> None:
        self.lit = False
        self._held = self._before = None
        self._row = self._place = 0
        self._time.stop()

    def _cell_id(self) -> str:
        item = self._rows[self._row].items[self._place] if self.lit else BACK
        return item.cell_id if isinstance(item, Leaf) else ""

    def _find(self, cell_id: str) -> tuple[int, int] | None:
        for r, row in enumerate(self._rows):
            for place, item in enumerate(row.items):
                if cell_id and isinstance(item, Leaf) and item.cell_id == cell_id:
                    return r, place
        return None

    def _x_of(self, row: int, place: int) -> float:
        return x_of(self._rows[row].items[place])
