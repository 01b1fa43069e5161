"""How many presses each cell costs under the method that is set, without errors (guidance G5).

Counted from the beginning of a scan, with every switch that the method has and without repeats by
holding.  What takes the person's own time, as moving from cell to cell does, has no seconds here.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from aac.core.cost import NOTHING, CellCost
from aac.core.elimination import parts_tree
from aac.core.pages import letter_count, word_count
from aac.core.scan_tree import Group, Item, Leaf, Offered, build, walk
from aac.core.screen_tree import WAYS, moved, screen_tree, x_of
from aac.model.board import Board, Cell
from aac.model.roles import DIRECTED, ELIMINATION, ROLES, WITHOUT_ROWS, Role
from aac.model.settings import Settings

COUNTED_IN_STEPS = ("automatic", "inverse", "step", "two_switch")
TIMED = ("automatic", "inverse")


def not_counted(method: str) -> frozenset[str]:
    """The figures that this method does not have: they depend on the person's own movements."""
    time = frozenset() if method in TIMED else frozenset({"seconds", "minute"})
    return time if method in COUNTED_IN_STEPS else time | {"steps"}


def with_presses(
    costs: Mapping[str, CellCost], board: Board, strip: Sequence[Cell], settings: Settings
) -> Mapping[str, CellCost]:
    """The costs with the presses of the method.

    Where there are rows they count the board as if the strip came last; directed and elimination
    scanning have the whole screen, with empty places for what is offered.
    """
    offered = NOTHING
    if settings.scan_method not in WITHOUT_ROWS:
        strip = ()
    else:
        places = (None,) * word_count(board, settings), (None,) * letter_count(board, settings)
        offered = Offered(*places)
    presses = presses_of(board, strip, offered, settings)
    return {cell_id: replace(cost, presses=presses[cell_id]) for cell_id, cost in costs.items()}


def presses_of(
    board: Board, strip: Sequence[Cell], offered: Offered, settings: Settings
) -> Mapping[str, int]:
    """The presses to each cell.  In hold-to-advance a hold counts as one."""
    method = settings.scan_method
    if method in DIRECTED:
        return _moves(screen_tree(board, strip, offered, settings), method)
    if method in ELIMINATION:
        return dict(_keeps(parts_tree(board, strip, offered, settings), 0))
    of_groups = build(board, strip, offered, settings)
    return {cell_id: _presses(method, steps, depth) for cell_id, steps, depth in walk(of_groups)}


def _presses(method: str, steps: int, depth: int) -> int:
    match method:
        case "overscan":
            return 2 * depth  # one to turn and one to choose, in every group
        case "two_switch":
            return steps  # a group's first item is lit already, and is chosen with a press
        case "step":
            return steps - depth + 1  # the first press lights the first item; waiting chooses
        case _:
            return depth


def _keeps(item: Item, presses: int) -> Iterator[tuple[str, int]]:
    if isinstance(item, Leaf):
        yield item.cell_id, presses
        return
    for one in item.items:
        yield from _keeps(one, presses + 1)


def _moves(tree: Group, method: str) -> Mapping[str, int]:
    """The fewest presses: the moves, and one that chooses, or that lights the first cell."""
    rows = [row for row in tree.items if isinstance(row, Group)]
    found: dict[str, int] = {}
    if not rows:
        return found
    start = (0, 0, x_of(rows[0].items[0]))
    seen, waiting = {start}, deque([(start, 1)])
    while waiting:
        at, presses = waiting.popleft()
        item = rows[at[0]].items[at[1]]
        assert isinstance(item, Leaf)
        found.setdefault(item.cell_id, presses)
        for role in ROLES[method]:
            if role in WAYS:
                after = moved(rows, at, *WAYS[role], role is Role.NEXT_ROW)
                if after not in seen:
                    seen.add(after)
                    waiting.append((after, presses + 1))
    return found
