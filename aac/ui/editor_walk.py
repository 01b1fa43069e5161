"""Below the board: how the scan walks it, what that costs, and the light of the preview."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from aac.model.desk import DeskView, PressLight, StepCost, Walking, WalkLight
from aac.model.editor_words import editor_text, figure
from aac.ui.setting_field import by_keyboard_only, plain_label

# The pattern of the scan -> its sentence.
_WALKED: Mapping[str, str] = {
    "row_column": "walk_rows",
    "linear": "walk_linear",
    "column_row": "walk_columns",
    "block_row_column": "walk_blocks",
}


class EditorWalk(QWidget):
    """``asked``: the light on or off, and presses of its switch."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.order = plain_label("", "help")
        self.cost = plain_label("", "label")
        self.light = QPushButton(editor_text("walk_on"))
        self.press = QPushButton(editor_text("press"))
        for button in (self.light, self.press):
            by_keyboard_only(button)
        self._on = False
        self.light.clicked.connect(lambda: self.asked.emit(WalkLight(not self._on)))
        self.press.pressed.connect(lambda: self.asked.emit(PressLight(True)))
        self.press.released.connect(lambda: self.asked.emit(PressLight(False)))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.cost)
        words.addWidget(self.order)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.press)
        row.addWidget(self.light)

    def show_desk(self, view: DeskView) -> None:
        walking = view.walking
        self._on = walking.on
        self.light.setText(editor_text("walk_off" if walking.on else "walk_on"))
        self.press.setVisible(walking.on)
        self.cost.setText(cost_text(view))
        self.order.setText(_light_text(walking) or _order_text(view))


def cost_text(view: DeskView) -> str:
    """The cost of the chosen cell, else the mean of the board."""
    cell, walked = view.cell, view.walked
    cost = walked.costs.get(cell.id) if cell is not None else None
    if cost is not None:
        return editor_text("cost_cell", figures=_figures(cost))
    if walked.mean is None:
        return ""
    told = editor_text("cost_board", figures=_figures(walked.mean))
    if walked.per_letter is not None:
        told = f"{told} {editor_text('cost_letters', steps=f'{walked.per_letter:.2f}')}"
    return told


def _figures(cost: StepCost) -> str:
    found = (
        ("figure_steps", cost.steps),
        ("figure_press" if cost.presses == 1 else "figure_presses", cost.presses),
        ("figure_seconds", cost.seconds),
    )
    return ", ".join(
        editor_text(key, count=figure(count)) for key, count in found if count is not None
    )


def _light_text(walking: Walking) -> str:
    if walking.strip_lit and not walking.chosen:
        return editor_text("on_strip")
    if not walking.on or not walking.chosen:
        return ""
    seconds = figure(walking.seconds)
    return editor_text("took", label=walking.chosen, steps=walking.steps, seconds=seconds)


def _order_text(view: DeskView) -> str:
    return editor_text(_WALKED.get(view.walked.pattern, "walk_none"))
