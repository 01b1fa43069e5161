"""The fields of a part of a sentence, and of the cell that says the sentence."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aac.model.board import Action
from aac.model.editor_words import editor_text
from aac.model.part_fields import part_text, part_with
from aac.model.parts import Part, SayParts
from aac.ui.editor_rows import Line

OF_PART = ("part_slot", "part_alone")
OF_SENTENCE = ("part_start", "part_otherwise", "part_order")


class PartFields(QWidget):
    """``made``: the action with what was written."""

    made = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action: Part | SayParts | None = None
        self.lines = {key: Line(editor_text(key)) for key in (*OF_PART, *OF_SENTENCE)}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for key, line in self.lines.items():
            line.entered.connect(partial(self._entered, key))
            column.addWidget(line)

    def show_action(self, action: Action, slots: tuple[str, ...]) -> None:
        """``slots``: the places that sentences have."""
        self._action = action if isinstance(action, Part | SayParts) else None
        self.setVisible(self._action is not None)
        if self._action is None:
            return
        shown = OF_PART if isinstance(action, Part) else OF_SENTENCE
        for key, line in self.lines.items():
            line.setVisible(key in shown)
            if key in shown:
                line.show_text(part_text(self._action, key))
        self.lines["part_slot"].entry.setToolTip(", ".join(slots))
        self.lines["part_slot"].set_label(
            f"{editor_text('part_slot')}: {', '.join(slots)}" if slots else editor_text("part_slot")
        )

    def _entered(self, key: str, text: str) -> None:
        if self._action is not None:
            changed = part_with(self._action, key, text)
            if changed == self._action:
                self.lines[key].show_text(part_text(self._action, key))
            else:
                self.made.emit(changed)
