"""A page being imported: its cells are put where the other program has them, then it is a board.

Nothing is lost silently: a cell that stands outside, or where another stands, goes to the first
free place, and that is told.  A page that scrolls becomes several boards.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from time import monotonic

from aac.files.imports.limits import CELLS_LIMIT, PAGES_SECONDS, SIDE_LIMIT
from aac.files.imports.media import Media
from aac.files.notes import Notes, place
from aac.files.obf.looks import kind_of_board
from aac.files.obf.raw import Raw, free_id
from aac.model.board import Board, Cell, Look, OpenBoard
from aac.ports import BoardProblem

TOO_LONG = "The file takes too long to read; this page is left out."
PART_OF = "ext_wren_part_of"  # a board made by the import: the id of the page it belongs to
MOVED = "A cell stands outside the board or where another stands; it was put in a free place."
CUT = "A large cell was made smaller, as other cells stand where it would be."

FULL = f"A cell has no place of its own, and the board has {SIDE_LIMIT} rows; it is left out."

NAME_LIMIT = 200  # signs of the name of a page

Spot = tuple[int, int]  # row, column


@dataclass
class Counter:
    """How many cells all pages of a file have together, and how long it has taken.

    ``began``: monotonic, in seconds.
    """

    cells: int = 0
    began: float = field(default_factory=monotonic)

    def in_time(self, notes: Notes, name: str) -> bool:
        """Whether this page can still be read; where it cannot, that is told."""
        if monotonic() - self.began < PAGES_SECONDS:
            return True
        notes.lose(TOO_LONG, name)
        return False

    def add(self) -> None:
        """Raises `BoardProblem` where it is too much for this computer."""
        self.cells += 1
        if self.cells > CELLS_LIMIT:
            raise BoardProblem("The file holds too many cells.")


@dataclass
class Page:
    """``rows``, ``columns``: as the file says; the page grows where cells stand beyond."""

    id: str
    name: str
    rows: int
    columns: int
    locale: str
    media: Media
    counter: Counter
    extra: Raw = field(default_factory=dict)
    cells: dict[Spot, Cell] = field(default_factory=dict)
    _taken: dict[Spot, Spot] = field(default_factory=dict)
    _ids: set[str] = field(default_factory=set)
    _late: list[Cell] = field(default_factory=list)
    _free: Spot = (0, 0)

    def __post_init__(self) -> None:
        self.rows = min(max(self.rows, 0), SIDE_LIMIT)
        self.columns = min(max(self.columns, 0), SIDE_LIMIT)
        if len(self.name) > NAME_LIMIT:
            self.name = self.name[:NAME_LIMIT]
            self.notes.mend("The name of a page is too long to be shown whole.", self.name)

    @property
    def notes(self) -> Notes:
        return self.media.notes

    def where(self, label: str) -> str:
        """The place as a note names it."""
        return place(self.name, label)

    def put(self, cell: Cell, x: int | None, y: int | None, deepest: int = SIDE_LIMIT) -> None:
        """Set a cell with its size at column ``x`` and row ``y``, both from 0.

        ``deepest``: so many rows at most; a page that scrolls may have more than a screen.
        """
        self.counter.add()
        if (free := free_id(cell.id, self._ids)) != cell.id:
            cell = replace(cell, id=free)
        if x is None or y is None or not (0 <= x < SIDE_LIMIT and 0 <= y < deepest):
            self._late.append(cell)
            return
        if (y, x) in self._taken:
            self._late.append(cell)
            return
        self._set(cell, (y, x))

    def _set(self, cell: Cell, spot: Spot) -> None:
        row, column = spot
        wide = min(max(cell.width, 1), max(self.columns, column + 1) - column)
        high = min(max(cell.height, 1), max(self.rows, row + 1) - row)
        while wide > 1 and any((row, column + n) in self._taken for n in range(wide)):
            wide -= 1
        while high > 1 and self._covered(row, column, wide, high):
            high -= 1
        if (wide, high) != (cell.width, cell.height):
            self.notes.mend(CUT, self.where(cell.label))
            cell = replace(cell, width=wide, height=high)
        self.cells[spot] = cell
        for down in range(high):
            for right in range(wide):
                self._taken[row + down, column + right] = spot
        self.rows = max(self.rows, row + high)
        self.columns = max(self.columns, column + wide)

    def _covered(self, row: int, column: int, wide: int, high: int) -> bool:
        return any(
            (row + down, column + right) in self._taken
            for down in range(1, high)
            for right in range(wide)
        )

    def _place_late(self) -> None:
        for cell in self._late:
            spot = self._next_free()
            if spot[0] >= SIDE_LIMIT:
                self.notes.lose(FULL, self.where(cell.label))
                continue
            self.notes.mend(MOVED, self.where(cell.label))
            self._set(replace(cell, width=1, height=1), spot)
        self._late = []

    def _next_free(self) -> Spot:
        """The first free place; below the last row where there is none."""
        row, column = self._free
        while (row, column) in self._taken:
            column += 1
            if column >= max(self.columns, 1):
                row, column = row + 1, 0
        self._free = row, column
        return self._free

    def boards(self, screen: int = SIDE_LIMIT) -> Iterator[Board]:
        """The page as one board, or as several of ``screen`` rows with ways between them."""
        self._place_late()
        rows, columns = max(self.rows, 1), max(self.columns, 1)
        screen = max(screen, 1)
        if rows <= screen:
            yield self._board(self.id, self.name, 0, rows, columns, None, None)
            return
        starts = range(0, rows, screen)
        ids = [self.id, *(f"{self.id}.{n}" for n in range(2, len(starts) + 1))]
        for n, start in enumerate(starts):
            before = ids[n - 1] if n else None
            after = ids[n + 1] if n + 1 < len(ids) else None
            name = self.name if not n else f"{self.name} {n + 1}"
            yield self._board(
                ids[n], name, start, min(screen, rows - start), columns, before, after
            )

    def _board(
        self, board_id: str, name: str, start: int, rows: int, columns: int,
        before: str | None, after: str | None,
    ) -> Board:  # fmt: skip
        """The rows from ``start`` on; a way to the part before and after stands in a row below."""
        grid: list[list[Cell | None]] = [[None] * columns for _ in range(rows)]
        for (row, column), cell in self.cells.items():
            if start <= row < start + rows:
                high = min(cell.height, start + rows - row)
                if high < cell.height:
                    self.notes.mend(CUT, self.where(cell.label))
                    cell = replace(cell, height=high)
                grid[row - start][column] = cell
        ways: list[Cell | None] = [_way(*one) for one in (("Earlier", before), ("More", after))
                                   if one[1]]  # fmt: skip
        if ways:
            wide = max(columns, len(ways))
            grid = [row + [None] * (wide - columns) for row in grid]
            grid.append(ways + [None] * (wide - len(ways)))
        extra: Raw = {**self.extra, **self.media.extra()}
        if board_id != self.id:
            extra[PART_OF] = self.id
        final = tuple(tuple(row) for row in grid)
        return Board(
            board_id, name, final, kind_of_board(None, final), locale=self.locale, extra=extra
        )


def _way(label: str, target: str | None) -> Cell:
    return Cell(f"{label.lower()}-part", label, OpenBoard(target or ""), Look.LINK)
