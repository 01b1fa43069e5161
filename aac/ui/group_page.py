"""A page of settings: panels above, and the fields one below the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from aac.model.declared import Declaration
from aac.ui.scrolled import scrolled


def group_page(
    declarations: Iterable[Declaration],
    above: Iterable[QWidget],
    made: Callable[[Declaration], Iterable[QWidget]],
) -> QScrollArea:
    """``made``: the field of a declaration, and what belongs below it."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 16, 0)
    column.setSpacing(0)
    for panel in above:
        column.addWidget(panel)
    for place, declared in enumerate(declarations):
        if place:
            line = QFrame()
            line.setObjectName("line")
            column.addWidget(line)
        for widget in made(declared):
            column.addWidget(widget)
    column.addStretch(1)
    return scrolled(inside)
