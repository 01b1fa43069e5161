"""Which items are scanned, in which groups and in which order.

The same tree is walked by the scanner, counted by `cost` and shown on screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from aac.model.board import Board, BoardKind, Cell
from aac.model.settings import Settings

# Up to this many cells are scanned one by one (guidance G30).
LINEAR_UP_TO = 10
# On the telephone this cell of the strip is lit first and alone: one press away (guidance G81).
HOLD_ON = "strip-hold-on"


class GroupKind(StrEnum):
    TOP = "top"
    STRIP = "strip"
    WORDS = "words"
    LETTERS = "letters"
    ROW = "row"
    COLUMN = "column"
    BLOCK = "block"
    ASKING = "asking"
    PART = "part"  # of elimination scanning


@dataclass(frozen=True)
class Offered:
    """What is offered beside a board: words, likely letters and a whole phrase."""

    words: tuple[Cell | None, ...] = ()
    letters: tuple[Cell | None, ...] = ()
    phrase: Cell | None = None

    def cells(self) -> Iterator[Cell]:
        every = (*self.words, *self.letters, self.phrase)
        return (cell for cell in every if cell is not None)


@dataclass(frozen=True)
class Leaf:
    """One cell; ``""`` is the Back mark at the end of a group."""

    cell_id: str


@dataclass(frozen=True)
class Group:
    """Items scanned one after the other."""

    items: tuple[Item, ...]
    kind: GroupKind = GroupKind.ROW


Item = Leaf | Group
BACK = Leaf("")


@dataclass(frozen=True)
class Spot:
    """A place in the tree: the groups from the top down, and the lit item's place in the last."""

    groups: tuple[Group, ...]
    place: int

    @property
    def group(self) -> Group:
        return self.groups[-1]

    @property
    def item(self) -> Item:
        return self.group.items[self.place]

    def within(self, tree: Group) -> Spot | None:
        """The same item in another tree, or None where it is not there."""
        groups = same_groups(tree, self.groups)
        if groups is None or self.item not in groups[-1].items:
            return None
        return Spot(groups, groups[-1].items.index(self.item))


def next_place(spot: Spot, skipped: frozenset[Item]) -> int | None:
    """The place of the item after the lit one, or None where the round of the group is over."""
    items = spot.group.items
    later = range(spot.place + 1, len(items))
    return next((place for place in later if items[place] not in skipped), None)


def same_groups(tree: Group, groups: tuple[Group, ...]) -> tuple[Group, ...] | None:
    """The same groups from the top of another tree down, or None where one is not there."""
    found: tuple[Group, ...] = (tree,)
    for group in groups[1:]:
        if group not in found[-1].items:
            return None
        found = (*found, group)
    return found


def cell_ids(item: Item) -> frozenset[str]:
    """The cells that light up when ``item`` is lit; the Back mark is none of them."""
    if isinstance(item, Leaf):
        return frozenset({item.cell_id} - {""})
    return frozenset[str]().union(*(cell_ids(each) for each in item.items))


def build(board: Board, strip: Sequence[Cell], offered: Offered, settings: Settings) -> Group:
    """The tree for a board with its strip and what is offered.

    Hidden and empty places and groups of one are skipped.  The strip stands first, on spelling
    boards last where the person has another way to call (guidance G34).
    """
    back = settings.back_cells
    alone = HOLD_ON if settings.telephone else ""
    strip_item = _group(_leaves(c for c in strip if c.id != alone), GroupKind.STRIP, back)
    last = board.kind is BoardKind.SPELLING and settings.strip_last_on_spelling
    items = [
        *_leaves(c for c in strip if c.id == alone),
        *(() if last else strip_item),
        *_offers(offered, settings),
        *_grid(board, settings),
        *(strip_item if last else ()),
    ]
    return Group(tuple(items), GroupKind.TOP)


def pattern_of(board: Board, settings: Settings) -> str:
    """The scan pattern used on this board (guidance G30)."""
    if settings.scan_pattern != "auto":
        return settings.scan_pattern
    visible = sum(1 for cell in board.cells() if not cell.hidden)
    return "linear" if visible <= LINEAR_UP_TO else "row_column"


def walk(group: Group, steps: int = 0, depth: int = 1) -> Iterator[tuple[str, int, int]]:
    """Every cell of the tree with its scan steps and its presses.

    A step is one item lit, the chosen one included, counted from 1 at every level; presses are
    those of one switch under automatic scanning.
    """
    for place, item in enumerate(group.items, start=1):
        if isinstance(item, Group):
            yield from walk(item, steps + place, depth + 1)
        elif item != BACK:
            yield item.cell_id, steps + place, depth


def _offers(offered: Offered, settings: Settings) -> tuple[Item, ...]:
    """Words and letters as two rows, or one by one, so that a single press chooses."""
    back = settings.back_cells
    words, letters = _leaves((*offered.words, offered.phrase)), _leaves(offered.letters)
    if settings.offer_scan == "one_by_one":
        return (*letters, *words)
    word_row = _group(words, GroupKind.WORDS, back)
    letter_row = _group(letters, GroupKind.LETTERS, back)
    if settings.offer_scan == "letters_first":
        return (*letter_row, *word_row)
    return (*word_row, *letter_row)


def _grid(board: Board, settings: Settings) -> Iterable[Item]:
    back = settings.back_cells
    match pattern_of(board, settings):
        case "linear":
            return [leaf for row in board.grid for leaf in _leaves(row)]
        case "column_row":
            columns = zip(*board.grid, strict=True)
            return [
                item
                for column in columns
                for item in _group(_leaves(column), GroupKind.COLUMN, back)
            ]
        case "block_row_column":
            return _blocks(_rows(board, back), back)
        case _:
            return _rows(board, back)


def _rows(board: Board, back: bool) -> list[Item]:
    return [item for row in board.grid for item in _group(_leaves(row), GroupKind.ROW, back)]


def _blocks(rows: list[Item], back: bool) -> list[Item]:
    """Neighbouring rows in two blocks, in three from five rows on."""
    count = 2 if len(rows) < 5 else 3
    cuts = [round(len(rows) * n / count) for n in range(count + 1)]
    return [
        item
        for start, end in zip(cuts, cuts[1:], strict=False)
        for item in _group(rows[start:end], GroupKind.BLOCK, back)
    ]


def _leaves(cells: Iterable[Cell | None]) -> list[Item]:
    return [Leaf(cell.id) for cell in cells if cell is not None and not cell.hidden]


def _group(items: Sequence[Item], kind: GroupKind, back: bool) -> tuple[Item, ...]:
    """The items as one group: nothing where there are none, the item itself where it is alone."""
    if len(items) < 2:
        return tuple(items)
    return (Group((*items, BACK) if back else tuple(items), kind),)
