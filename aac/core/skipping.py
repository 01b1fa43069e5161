"""Rows that cannot hold the wanted letter are passed over in the first round.

Positions never move, and from the second round on every row is lit.  The README tells the
simulated gain.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from aac.core.likely import Sign
from aac.core.scan_tree import Group, GroupKind, Item, Offered, cell_ids
from aac.model.board import Action

# Rows less likely than this are passed over (entry-rate survey: 1.5 %).
UNLIKELY = 0.015
GRID = (GroupKind.ROW, GroupKind.COLUMN, GroupKind.BLOCK)


def unlikely_rows(tree: Group, signs: Sequence[Sign], offered: Offered) -> frozenset[Item]:
    """The groups of the letters' grid in which the next sign hardly stands.

    A letter that is offered as a likely one is looked for there.  Where nothing is known of the
    next sign, nothing is passed over.
    """
    if not signs:
        return frozenset()
    offered_too = [cell.action for cell in offered.letters if cell is not None]
    return frozenset(
        item
        for item in tree.items
        if isinstance(item, Group)
        and item.kind in GRID
        and _chance(item, signs, offered_too) < UNLIKELY
    )


def _chance(row: Group, signs: Sequence[Sign], offered: Collection[Action]) -> float:
    here = cell_ids(row)
    return sum(
        sign.probability
        for sign in signs
        if sign.cell.id in here and sign.cell.action not in offered
    )
