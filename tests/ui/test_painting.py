"""A step of the light repaints what changes and nothing else."""

from __future__ import annotations

import sys
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from aac.ui.cell_button import CellButton
from aac.ui.main_window import MainWindow
from aac.ui.theme import THEMES
from tests.ui import samples
from tests.ui.conftest import Show


class Paints(QObject):
    """Writes down which widgets are painted."""

    def __init__(self) -> None:
        super().__init__()
        self.widgets: list[QWidget] = []
        self.regions: dict[QWidget, QRegion] = {}
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget):
            self.widgets.append(watched)
            self.regions[watched] = QRegion(event.region())
        return False

    def cells(self) -> set[str]:
        buttons = (widget for widget in self.widgets if isinstance(widget, CellButton))
        return {button.cell.id for button in buttons if button.cell is not None}


def test_a_step_repaints_only_the_cells_that_change(show: Show, qtbot: QtBot) -> None:
    view = samples.spelling()
    group = samples.row(view, 1)
    show(replace(view, lit=frozenset({"letter-T"}), group=group))
    qtbot.wait(10)
    paints = Paints()
    show(replace(view, lit=frozenset({"letter-O"}), group=group))
    assert paints.cells() == {"letter-T", "letter-O"}
    assert len(paints.widgets) == 2


def test_a_row_step_repaints_two_rows(show: Show, qtbot: QtBot) -> None:
    view = samples.spelling()
    show(replace(view, lit=samples.row(view, 1)))
    qtbot.wait(10)
    paints = Paints()
    show(replace(view, lit=samples.row(view, 2)))
    assert paints.cells() == samples.row(view, 1) | samples.row(view, 2)


def test_the_block_of_the_row_before_is_wiped_away(show: Show, qtbot: QtBot) -> None:
    view = samples.spelling()
    window = show(replace(view, lit=samples.row(view, 1)))
    qtbot.wait(10)
    paints = Paints()
    show(replace(view, lit=samples.row(view, 2)))
    for cell_id in ("letter-T", "letter-I"):
        cell = window.board.grid.button(cell_id)
        assert cell is not None
        gap = QPoint(cell.geometry().right() + 3, cell.geometry().center().y())
        assert paints.regions[window.board.grid].contains(gap)


def test_the_same_view_again_paints_nothing(show: Show, qtbot: QtBot) -> None:
    show(samples.spelling())
    qtbot.wait(10)
    paints = Paints()
    show(samples.spelling())
    assert paints.widgets == []


def test_a_lit_row_is_one_block(show: Show) -> None:
    view = samples.spelling()
    window = show(replace(view, lit=samples.row(view, 1)))
    left = window.board.grid.button("letter-T")
    assert left is not None
    gap = left.geometry().center()
    gap.setX(left.geometry().right() + 3)
    assert window.board.grid.childAt(gap) is None
    picture = window.board.grid.grab().toImage()
    assert picture.pixelColor(gap).name() == THEMES["dark"].lit.edge
    show(view)
    picture = window.board.grid.grab().toImage()
    assert picture.pixelColor(gap).name() == THEMES["dark"].window


def test_void_qt_calls_do_not_eat_none(window: MainWindow) -> None:
    before = sys.getrefcount(None)
    for _ in range(1000):  # far below what aborts the interpreter, so this fails and does not crash
        window.update()
    assert abs(sys.getrefcount(None) - before) < 100


def test_a_step_over_the_offers_repaints_only_the_cells_that_change(
    show: Show, qtbot: QtBot
) -> None:
    view = samples.offers()
    group = frozenset(f"likely-{n}" for n in range(6))
    show(replace(view, lit=frozenset({"likely-0"}), group=group))
    qtbot.wait(10)
    paints = Paints()
    show(replace(view, lit=frozenset({"likely-1"}), group=group))
    assert paints.cells() == {"likely-0", "likely-1"}
    assert len(paints.widgets) == 2


def test_new_offers_repaint_only_the_cells_that_are_new(show: Show, qtbot: QtBot) -> None:
    view = samples.offers()
    window = show(view)
    qtbot.wait(10)
    paints = Paints()
    show(replace(view, words=(*view.words[:5], samples.words(*"......")[5])))
    show(replace(view, letters=(*view.letters[:2], None, *view.letters[3:]), phrase=None))
    assert paints.cells() == {"word-5"}
    tallest = max(region.boundingRect().height() for region in paints.regions.values())
    assert tallest <= window.board.grid.y(), "the rows of offers, and nothing of the grid"
    assert not any(window.board.grid.isAncestorOf(widget) for widget in paints.widgets)


def test_a_cell_that_stays_lit_alone_is_no_block_any_more(show: Show) -> None:
    view = samples.spelling(words=samples.words("water", "was"))
    first, second = (cell.id for cell in view.words if cell is not None)
    show(replace(view, lit=frozenset({first, second})))
    window = show(replace(view, lit=frozenset({first})))
    button = next(
        one for one in window.findChildren(CellButton) if one.cell and one.cell.id == first
    )
    corner = button.grab().toImage().pixelColor(0, 0).name()
    assert corner == THEMES[view.settings.theme].window
