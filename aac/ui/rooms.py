"""Where the cells of a sheet stand, and the Back mark at the end of each row."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect

# Where a window is too low for the gaps that are wanted, the rows come first.
LOWEST_ROW, USUAL_GAP = 36, 10
WIDE_END = 1 / 3  # of the width of the cells: a phrase needs more room than a word


def gap_between(gap: int, lines: int) -> int:
    """The gap between rows and parts that share ``lines`` pixels of height."""
    return min(gap, max(USUAL_GAP, lines // 50))


@dataclass(frozen=True)
class Arrangement:
    """How the rows of a sheet stand.

    ``even``: phrases side by side have one size of text.  ``wide_end``: the last place of a row
    is a third of it.  ``singly``: the light goes from cell to cell and not into a row, so no row
    has a Back mark.
    """

    even: bool = False
    wide_end: bool = False
    singly: bool = False


PLAIN = Arrangement()
BY_ROWS = ("row_column", "block_row_column")


def in_one_row(scan_pattern: str) -> Arrangement:
    """The few cells of a page: lit one by one, except where the light is told to go by rows."""
    return Arrangement(singly=scan_pattern not in BY_ROWS)


@dataclass(frozen=True)
class Rooms:
    """The places of ``rows`` by ``columns`` cells on a sheet of ``width`` by ``height`` pixels.

    ``mark``: the width of the Back marks, 0 where there are none.
    """

    width: int
    height: int
    rows: int
    columns: int
    gap: int
    mark: int
    wide_end: bool

    def span(self, row: int, column: int, width: int, height: int) -> QRect:
        """The place of a cell that covers ``width`` by ``height`` places, as far as there are."""
        last_row = max(row, min(row + height, self.rows) - 1)
        last_column = max(column, min(column + width, self.columns) - 1)
        return self.cell(row, column) | self.cell(last_row, last_column)

    def cell(self, row: int, column: int) -> QRect:
        top, height = self._row(row)
        inner = self.width - (self.mark + self.gap if self.mark else 0)
        if not self.wide_end or self.columns < 2:
            width = (inner - self.gap * (self.columns - 1)) // max(1, self.columns)
            return QRect(column * (width + self.gap), top, width, height)
        end = round(inner * WIDE_END)
        width = (inner - end - self.gap * (self.columns - 1)) // (self.columns - 1)
        if column < self.columns - 1:
            return QRect(column * (width + self.gap), top, width, height)
        return QRect(inner - end, top, end, height)

    def back(self, row: int) -> QRect:
        top, height = self._row(row)
        return QRect(self.width - self.mark, top, self.mark, height)

    def _row(self, row: int) -> tuple[int, int]:
        spare = (self.height - self.rows * LOWEST_ROW) // max(1, self.rows - 1)
        gap = min(self.gap, max(USUAL_GAP, spare))
        height = (self.height - gap * (self.rows - 1)) // max(1, self.rows)
        return row * (height + gap), height
