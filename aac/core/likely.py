"""The row of likely letters: which signs stand in it, and in which slots.

A sign is worth its slot where that saves steps: probability x (steps on the board - steps in the
slot).  Both are counted on the tree that is scanned, the row itself included, for it moves the
whole board one item on.  The board itself never changes (guidance G33).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from aac.core.cost import characters
from aac.core.scan_tree import Offered, build, walk
from aac.model.board import AddText, Board, Cell, Do, Look
from aac.model.commands import Command
from aac.model.settings import Settings

APOSTROPHE = Cell("likely-apostrophe", "'", AddText("'"), Look.LETTER)
# Steps to a sign that stands on another board: to the cell that opens it, at the end of the
# letters, and then to the sign.  The true figure is rather higher than this.
ON_ANOTHER_BOARD = 12


@dataclass(frozen=True)
class Sign:
    """A cell that may be chosen next, and how likely that is."""

    cell: Cell
    probability: float


def signs_of(board: Board, letters: Iterable[tuple[str, float]], end: float = 0.0) -> list[Sign]:
    """What may be written next, as the board's own cells, the likeliest first.

    ``end``: the probability that the message ends here, so that it is spoken next.
    """
    cells = {"'": APOSTROPHE, **characters(board)}
    likely: dict[str, float] = {}
    for letter, probability in letters:
        likely.setdefault(letter.lower(), probability)
    signs = [Sign(cells[letter], chance) for letter, chance in likely.items() if letter in cells]
    speak = next((cell for cell in board.cells() if cell.action == Do(Command.SPEAK)), None)
    if speak is not None and not speak.hidden:
        signs.append(Sign(speak, end))
    # A stable sort: equals stay as the predictor has them.
    return sorted((sign for sign in signs if sign.probability > 0), key=_unlikely)


def arranged(
    signs: Sequence[Sign],
    most: int,
    board: Board,
    strip: Sequence[Cell],
    offered: Offered,
    settings: Settings,
) -> tuple[Cell, ...]:
    """The row of up to ``most`` cells with which the next sign costs the fewest steps.

    ``offered``: what else is offered at the same time.
    """
    best: tuple[Sign, ...] = ()
    fewest = float("inf")
    for count in range(min(most, len(signs)) + 1):
        slots = tuple(replace(APOSTROPHE, id=_slot_id(place)) for place in range(count))
        tree = build(board, strip, replace(offered, letters=slots), settings)
        steps = {cell_id: steps for cell_id, steps, _ in walk(tree)}
        row, saved = _row(signs, [steps[slot.id] for slot in slots], steps)
        on_board = sum(sign.probability * _on_board(sign, steps) for sign in signs)
        if len(row) == count and on_board - saved < fewest:
            best, fewest = row, on_board - saved
    return tuple(_offered(sign.cell, place) for place, sign in enumerate(best))


def _offered(cell: Cell, place: int) -> Cell:
    """A letter that is offered looks as offered words do, and not like its own cell below."""
    look = Look.WORD if cell.look is Look.LETTER else cell.look
    return replace(cell, id=_slot_id(place), look=look)


def _row(
    signs: Sequence[Sign], slots: Sequence[int], steps: Mapping[str, int]
) -> tuple[tuple[Sign, ...], float]:
    """The signs that save the most steps in exactly these slots, and the steps they save.

    The likeliest sign stands first, so it is enough to decide for one sign after the other
    whether it takes the next slot.  Empty where the slots cannot all be used well.
    """
    best: list[tuple[tuple[Sign, ...], float] | None] = [((), 0.0), *[None] * len(slots)]
    for sign in signs:
        for place in range(len(slots) - 1, -1, -1):
            before, after = best[place], best[place + 1]
            gain = _on_board(sign, steps) - slots[place]
            if before is None or gain <= 0:
                continue
            saved = before[1] + sign.probability * gain
            if after is None or saved > after[1]:
                best[place + 1] = ((*before[0], sign), saved)
    return best[-1] or ((), 0.0)


def _on_board(sign: Sign, steps: Mapping[str, int]) -> int:
    return steps.get(sign.cell.id, ON_ANOTHER_BOARD)


def _unlikely(sign: Sign) -> float:
    return -sign.probability


def _slot_id(place: int) -> str:
    """By place, so that a trace never tells a letter."""
    return f"likely-{place + 1}"
