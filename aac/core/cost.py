"""What a board costs: scan steps, seconds and presses, counted on the tree that is scanned.

The steps of a cell are those of `scan_tree.walk`: row + column under row-column scanning, both
counted from 1.  Steps per character = sum over characters of share x steps (MacKenzie, "Modeling
text input for single-switch scanning", ICCHP 2012).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aac.core.scan_tree import Offered, build, walk
from aac.model.board import AddText, Board, Cell, Do
from aac.model.commands import Command
from aac.model.settings import Settings

NOTHING = Offered()

LETTERS_PER_WORD = 5  # the field's convention for words per minute


@dataclass(frozen=True)
class CellCost:
    """``seconds`` counts the whole last step at each level, and the first-item delays."""

    steps: int
    presses: int
    seconds: float


@dataclass(frozen=True)
class CharacterCost:
    """Means over the characters; ``missing``: characters that the board does not have."""

    steps: float
    presses: float
    seconds: float
    words_per_minute: float
    missing: tuple[str, ...]


def cell_costs(
    board: Board, settings: Settings, strip: Sequence[Cell] = (), offered: Offered = NOTHING
) -> Mapping[str, CellCost]:
    """The cost of every cell.  Without ``strip`` the board counts as if the strip came last.

    ``offered``: the words, letters and phrase that stand before the board; they have costs too.
    """
    costs: dict[str, CellCost] = {}
    for cell_id, steps, presses in walk(build(board, strip, offered, settings)):
        delay = settings.first_row_delay + (presses - 1) * settings.first_cell_delay
        costs[cell_id] = CellCost(steps, presses, steps * settings.scan_time + delay)
    return costs


def shares_of(text: str) -> Mapping[str, float]:
    """How often each character stands in a text; capitals count as their small letters."""
    plain = " ".join(text.lower().split())
    return dict(Counter(plain))


def character_cost(
    board: Board, costs: Mapping[str, CellCost], shares: Mapping[str, float]
) -> CharacterCost | None:
    """The mean cost of a character, or None where the board has none of them."""
    cells = characters(board)
    found = {
        character: costs[cells[character].id]
        for character in shares
        if character in cells and cells[character].id in costs
    }
    total = sum(shares[character] for character in found)
    if total == 0:
        return None
    seconds = sum(shares[character] * cost.seconds for character, cost in found.items()) / total
    return CharacterCost(
        steps=sum(shares[character] * cost.steps for character, cost in found.items()) / total,
        presses=sum(shares[character] * cost.presses for character, cost in found.items()) / total,
        seconds=seconds,
        words_per_minute=60 / (LETTERS_PER_WORD * seconds),
        missing=tuple(sorted(set(shares) - set(found))),
    )


def characters(board: Board) -> Mapping[str, Cell]:
    """Which cell writes which character; capitals count as their small letters."""
    cells: dict[str, Cell] = {}
    for cell in board.cells():
        match cell.action:
            case AddText(text) if len(text) == 1 and not cell.hidden:
                cells.setdefault(text.lower(), cell)
            case Do(Command.SPACE) if not cell.hidden:
                cells.setdefault(" ", cell)
    return cells
