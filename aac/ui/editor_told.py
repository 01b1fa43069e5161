"""What a screen reader says of the board being edited."""

from __future__ import annotations

from aac.model.board import Cell
from aac.model.desk import DeskView
from aac.model.editor_words import editor_text, figure
from aac.model.edits import Place


def cell_told(view: DeskView, place: Place, cell: Cell) -> str:
    """Where a cell stands, and how the scan comes to it."""
    at = editor_text("at", row=place[0] + 1, column=place[1] + 1)
    if cell.hidden:
        return f"{at}, {editor_text('hidden')}"
    cost, number = view.walked.costs.get(cell.id), view.walked.numbers.get(cell.id, "")
    if cost is None or cost.steps is None or not number:
        return at
    return f"{at}, {editor_text('steps', number=number, steps=figure(cost.steps))}"


def canvas_told(view: DeskView) -> str:
    """Which place is chosen."""
    if view.place is None:
        return editor_text("canvas")
    label = view.cell.label if view.cell else editor_text("empty_place")
    row, column = view.place
    return editor_text("chosen", cell=label, row=row + 1, column=column + 1)
