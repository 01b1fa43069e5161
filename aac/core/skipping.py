"""Rows that cannot hold the wanted letter are passed over in the first round.

Positions never move, and from the second round on every row is lit.  The README tells the
simulated gain.
"""

from __future__ import annotations

from collections.abc import Sequence

from aac.core.likely import Sign
from aac.core.scan_tree import Group, GroupKind, Item, cell_ids

# Rows less likely than this are passed over (entry-rate survey: 1.5 %).
UNLIKELY = 0.015
GRID = (GroupKind.ROW, GroupKind.COLUMN, GroupKind.BLOCK)


def unlikely_rows(tree: Group, signs: Sequence[Sign]) -> frozenset[Item]:
    """The groups of the letters' grid in which the next sign hardly stands.

    Where nothing is known of the next sign, nothing is passed over.
    """
    if not signs:
        return frozenset()
    return frozenset(
        item
        for item in tree.items
        if isinstance(item, Group) and item.kind in GRID and _chance(item, signs) < UNLIKELY
    )


def _chance(row: Group, signs: Sequence[Sign]) -> float:
    here = cell_ids(row)
    return sum(sign.probability for sign in signs if sign.cell.id in here)
