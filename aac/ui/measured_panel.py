"""What is known of the presses, as a table for helpers, with the advice there is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from aac.model.advice_words import measured_text
from aac.model.board import Cell
from aac.model.view import View
from aac.model.words import screen_text
from aac.ui.setting_field import by_keyboard_only, plain_label


class MeasuredPanel(QWidget):
    """``touched``: the id of the cell that a helper answers the advice with."""

    touched = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values: dict[str, QLabel] = {}
        self.buttons: list[QPushButton] = []
        self.evidence = plain_label("", "help")
        self.proposal = plain_label("", "label")
        self._answers: tuple[Cell, ...] = ()
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(32)
        self._table.setVerticalSpacing(14)
        self._table.setColumnStretch(0, 2)
        self._table.setColumnStretch(1, 3)
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 16, 14)
        column.setSpacing(14)
        column.addWidget(plain_label(measured_text("hint"), "help"))
        column.addLayout(self._table)
        column.addWidget(plain_label(screen_text("advice"), "label"))
        column.addWidget(self.evidence)
        column.addWidget(self.proposal)
        column.addLayout(self._row)
        column.addStretch(1)

    def show_view(self, view: View) -> None:
        for name, value in view.measured:
            if name not in self.values:
                self._add_line(name)
            self.values[name].setText(value)
        self.evidence.setText(view.advice.evidence if view.advice else screen_text("no_advice"))
        self.proposal.setText(view.advice.proposal if view.advice else "")
        if view.answers != self._answers:
            self._answers = view.answers
            self._show_answers()

    def _add_line(self, name: str) -> None:
        line = len(self.values)
        self.values[name] = plain_label("", "value")
        self._table.addWidget(plain_label(name, "label"), line, 0)
        self._table.addWidget(self.values[name], line, 1)

    def _show_answers(self) -> None:
        for button in self.buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self.buttons = [QPushButton(cell.label) for cell in self._answers]
        for place, (cell, button) in enumerate(zip(self._answers, self.buttons, strict=True)):
            by_keyboard_only(button)
            button.clicked.connect(lambda _, cell_id=cell.id: self.touched.emit(cell_id))
            self._row.insertWidget(place, button)
