"""How the scan walks a board: the steps to each cell, and what they cost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aac.core.cost import cell_costs, character_cost
from aac.core.method_cost import COUNTED_IN_STEPS, not_counted, presses_of
from aac.core.scan_tree import BACK, Group, Offered, build, cell_ids, pattern_of
from aac.model.board import Board, Cell
from aac.model.desk import StepCost, Walked
from aac.model.language import in_use
from aac.model.settings import Settings


def walked(board: Board, strip: Sequence[Cell], settings: Settings) -> Walked:
    """The walk of this person's scan over the board and the strip, nothing being offered."""
    nothing, method = Offered(), settings.scan_method
    tree = build(board, strip, nothing, settings)
    costs = cell_costs(board, settings, strip, nothing)
    presses = presses_of(board, strip, nothing, settings)
    missing = not_counted(method)
    by_rows = method in COUNTED_IN_STEPS or method == "overscan"
    own = [cell.id for cell in board.cells() if not cell.hidden]
    figures = {
        cell_id: StepCost(
            costs[cell_id].steps if "steps" not in missing else None,
            presses[cell_id],
            costs[cell_id].seconds if "seconds" not in missing else None,
        )
        for cell_id in own
        if cell_id in costs
    }
    mean = character_cost(board, costs, in_use().letters) if "steps" not in missing else None
    return Walked(
        numbers={key: number for key, number in _numbers(tree) if key in figures}
        if by_rows
        else {},
        groups=tuple(one for one in _groups(tree) if one <= figures.keys()) if by_rows else (),
        costs=figures,
        pattern=pattern_of(board, settings) if by_rows else "",
        mean=_mean(list(figures.values())),
        per_letter=None if mean is None or len(mean.missing) > 1 else mean.steps,
    )


def _numbers(group: Group, before: str = "") -> Iterator[tuple[str, str]]:
    """The cells and their places in the walk, as “2·3”: the third of the second group."""
    for place, item in enumerate(group.items, start=1):
        number = f"{before}{place}"
        if isinstance(item, Group):
            yield from _numbers(item, f"{number}·")
        elif item != BACK:
            yield item.cell_id, number


def _groups(group: Group) -> Iterator[frozenset[str]]:
    """The cells of each group in it, from the outside in."""
    for item in group.items:
        if isinstance(item, Group):
            yield cell_ids(item)
            yield from _groups(item)


def _mean(costs: Sequence[StepCost]) -> StepCost | None:
    """Of one cell: steps and presses rounded to a tenth, as whole tenths would mislead."""
    if not costs:
        return None
    steps = [cost.steps for cost in costs if cost.steps is not None]
    seconds = [cost.seconds for cost in costs if cost.seconds is not None]
    return StepCost(
        sum(steps) / len(steps) if steps else None,
        sum(cost.presses for cost in costs) / len(costs),
        sum(seconds) / len(seconds) if seconds else None,
    )
