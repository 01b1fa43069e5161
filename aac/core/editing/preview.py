"""The person's own scan over a board being edited: the real scanner, moved by invented presses.

Nothing is said or written by it.
"""

from __future__ import annotations

from collections.abc import Sequence

from aac.core.scan_choice import scan_of, tree_of
from aac.core.scan_method import UNKNOWN
from aac.core.scan_tree import BACK, GroupKind, Leaf, Offered, cell_ids
from aac.model.board import Board, Cell
from aac.model.desk import Walking
from aac.model.settings import Settings


class Preview:
    """``deadline``: when to call `wake`, in the seconds of whoever tells the time."""

    def __init__(self, board: Board, strip: Sequence[Cell], settings: Settings, now: float) -> None:
        self._cells = {cell.id: cell for cell in (*strip, *board.cells())}
        self._strip = frozenset(cell.id for cell in strip)
        self._tree = tree_of(board, strip, Offered(), settings)
        self._scan = scan_of(settings, UNKNOWN)
        self._chosen, self._steps, self._begun = "", 0, now
        self._took = (0, 0.0)
        self._begin(now)

    @property
    def deadline(self) -> float | None:
        return self._scan.deadline

    def wake(self, now: float) -> None:
        """The light moves on if its time has come."""
        self._after(self._scan.wake(now), now)

    def press(self, now: float) -> None:
        self._after(self._scan.press(1, now, now), now)

    def release(self, now: float) -> None:
        self._after(self._scan.release(1, now, now), now)

    def shown(self) -> Walking:
        """What the preview shows now."""
        spot = self._scan.spot
        lit = cell_ids(spot.item) if spot and not self._scan.parts else frozenset[str]()
        lit = lit or (self._scan.parts[0] - {""} if self._scan.parts else frozenset())
        inside = spot is not None and len(spot.groups) > 1 and not self._scan.parts
        on_strip = spot is not None and (
            lit <= self._strip if lit else spot.group.kind is GroupKind.STRIP
        )
        return Walking(
            on=True,
            lit=lit - self._strip,
            group=cell_ids(spot.group) - self._strip if spot and inside else frozenset(),
            back_lit=spot is not None and not lit and not self._scan.parts,
            strip_lit=on_strip,
            chosen=self._chosen,
            steps=self._took[0],
            seconds=self._took[1],
        )

    def _begin(self, now: float) -> None:
        self._scan.begin(self._tree, now)
        self._steps, self._begun = 1 if self._scan.spot else 0, now
        self._last = self._scan.spot

    def _after(self, leaf: Leaf | None, now: float) -> None:
        if leaf is not None and leaf != BACK:
            cell = self._cells.get(leaf.cell_id)
            self._chosen = cell.label if cell else ""
            self._took = self._steps, now - self._begun
            self._begin(now)
        elif leaf is not None or self._scan.resting:
            self._begin(now)  # the person's rest is no news for whoever watches the light
        elif self._scan.spot is not None and self._scan.spot != self._last:
            self._steps, self._last = self._steps + 1, self._scan.spot
