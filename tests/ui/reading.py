"""What a window shows, as text: one line for each row of cells.

``[lit]``, ``<accepting>``, ``(in the group)``, ``?asked?``, ``[?asking?]``; ``2:`` stands before a
cell that switch 2 keeps; ``.`` is an empty place and ``[<-]`` a lit Back mark.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from aac.ui.cell_button import CellButton
from aac.ui.cell_sheet import CellSheet
from aac.ui.fit_label import FitLabel
from aac.ui.light import State
from aac.ui.main_window import MainWindow

MARKS = {
    State.NORMAL: "{}",
    State.DIM: "{}",
    State.GROUP: "({})",
    State.LIT: "[{}]",
    State.ACCEPTING: "<{}>",
    State.PART: "{}",
    State.ASKED: "?{}?",
    State.ASKING: "[?{}?]",
}


def sheet_lines(sheet: CellSheet) -> list[str]:
    """The rows of a sheet that can be seen."""
    if not sheet.isVisible():
        return []
    rows: dict[int, list[CellButton]] = {}
    for button in sheet.buttons():
        rows.setdefault(button.y(), []).append(button)
    ends = {mark.y(): mark.state for mark in sheet.marks()}
    return [
        " ".join(_mark(button) for button in row)
        + (" [<-]" if ends.get(y) in (State.LIT, State.ACCEPTING) else "")
        for y, row in sorted(rows.items())
    ]


def _mark(button: CellButton) -> str:
    number = f"{button.part}:" if button.part else ""
    return number + MARKS[button.state].format(button.shown_text())


def lines(window: MainWindow) -> list[str]:
    """Everything but the settings, from top to bottom."""
    line = window.status
    labels = (line.place, line.phase, line.roles, line.notice, line.private)
    status = [label.text() for label in labels if label.isVisible()]
    sheets = (
        window.board.words,
        window.board.letters,
        window.board.grid,
        window.board.card.sheet,
        window.settings.cells,
        window.advice.cells,
        window.alert.cells,
        *window.guide.sheets(),
        window.strip,
    )
    return [
        *status,
        *_message(window),
        *_advice(window),
        *([window.alert.text.text()] if window.alert.isVisible() else []),
        *_guide(window),
        *(line for sheet in sheets for line in sheet_lines(sheet)),
    ]


def _advice(window: MainWindow) -> list[str]:
    page = window.advice
    return [page.evidence.text(), page.proposal.text()] if page.isVisible() else []


def _guide(window: MainWindow) -> list[str]:
    page = window.guide
    if not page.isVisible():
        return []
    labels = [page.title, page.progress, page.sentence]
    labels += [label for pair in page.figures for label in pair if label.isVisible()]
    return [label.text() for label in labels]


def _message(window: MainWindow) -> list[str]:
    bar = window.message
    if bar.spoken.isVisible():
        return [f"said: {bar.spoken.text()}"]
    if not bar.text.isVisible():
        return []
    text, caret = bar.text.toPlainText(), bar.text.textCursor().position()
    return [f"{text[:caret]}|{text[caret:]}" if bar.text.caret_colour else text]


def cells_in_sight(window: QWidget) -> Iterator[CellButton]:
    return (cell for cell in window.findChildren(CellButton) if cell.isVisible())


def labels_in_sight(window: QWidget) -> Iterator[FitLabel]:
    labels = window.findChildren(FitLabel)
    return (label for label in labels if label.isVisible() and label.text())
