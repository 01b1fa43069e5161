"""What a cue says of the lit item: a cell its label, a group in short (guidance G71).

Words that are offered are said as themselves, likely letters one by one, other rows by number
and ends, as "row 2: T to B".  Rows are numbered as they stand on the board, empty ones too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from aac.core.scan_tree import BACK, Group, GroupKind, Item, Leaf, Spot
from aac.model.board import Board, Cell
from aac.model.cue_words import cue_words, listed, said, spanned

NAMED = frozenset({GroupKind.WORDS, GroupKind.LETTERS, GroupKind.STRIP})


def cue_text(spot: Spot, board: Board, find: Callable[[str], Cell | None]) -> str:
    """``board``: as it is shown.  ``find``: the cell of an id that can be chosen now."""
    item = spot.item
    if item == BACK:
        return cue_words("back")
    labels = [cell.label for cell in map(find, _ids(item)) if cell is not None]
    if isinstance(item, Leaf):
        label = said(labels[0]) if labels else ""
        asks = spot.group.kind is GroupKind.ASKING
        return cue_words("again", cell=label) if asks else label
    if item.kind in NAMED:
        return cue_words(item.kind.value, cells=listed(labels))
    return cue_words(item.kind.value, number=_number(spot, item, board), cells=spanned(labels))


def _number(spot: Spot, group: Group, board: Board) -> int:
    """From 1: where a row or column stands on the board, and which of the blocks this is."""
    first = next(_ids(group))
    if group.kind is not GroupKind.BLOCK:
        for row, cells in enumerate(board.grid, start=1):
            for column, cell in enumerate(cells, start=1):
                if cell is not None and cell.id == first:
                    return column if group.kind is GroupKind.COLUMN else row
    before = spot.group.items[: spot.place + 1]
    return sum(1 for each in before if isinstance(each, Group) and each.kind is group.kind)


def _ids(item: Item) -> Iterator[str]:
    """The cells in the order of the scan."""
    if isinstance(item, Group):
        for each in item.items:
            yield from _ids(each)
    elif item != BACK:
        yield item.cell_id
