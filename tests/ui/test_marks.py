"""What lies over the cells: the beat to press with, and what a late press was counted for."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic

import pytest
from PySide6.QtCore import QPoint, QRect
from pytestqt.qtbot import QtBot

from aac.model.marks import Beat
from aac.model.view import View
from aac.ui.cell_sheet import CellSheet
from aac.ui.main_window import MainWindow
from tests.ui import samples
from tests.ui.reading import lines


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    return window


def beating(kind: str, beat: Beat | None = None) -> View:
    view = samples.offers()
    settings = replace(view.settings, paced_cue=kind)
    now = monotonic()
    lit = samples.row(view, 1)
    return replace(view, settings=settings, beat=beat or Beat(now, now, now + 60), lit=lit)


def place_in(window: MainWindow, sheet: CellSheet, *ids: str) -> QRect:
    place = QRect()
    for cell_id in ids:
        button = sheet.button(cell_id)
        assert button is not None
        place |= QRect(button.mapTo(window, QPoint()), button.size())
    return place


def test_the_bar_lies_along_the_bottom_of_what_is_lit(window: MainWindow) -> None:
    view = beating("bar")
    window.show_view(view)
    lit = place_in(window, window.board.grid, *view.lit)
    assert window.over.beat.isVisible()
    assert lit.contains(window.over.beat.geometry())
    bar, frame = window.over.beat.geometry(), view.settings.highlight_width
    assert lit.bottom() - bar.bottom() == frame
    assert lit.width() - bar.width() == 2 * frame


def test_it_fills_from_the_end_of_the_time_to_get_ready(window: MainWindow) -> None:
    window.show_view(beating("bar", Beat(10.0, 10.5, 11.5)))
    told = [window.over.beat.progress(now) for now in (10.0, 10.5, 11.0, 11.5, 12.0)]
    assert told == [0.0, 0.0, 0.5, 1.0, 1.0]


def test_the_edge_moves_over_the_whole_item(window: MainWindow) -> None:
    view = beating("edge")
    window.show_view(view)
    assert window.over.beat.geometry() == place_in(window, window.board.grid, *view.lit)


@pytest.mark.parametrize("kind", ["off", "beat"])
def test_a_beat_that_is_heard_or_off_shows_nothing(window: MainWindow, kind: str) -> None:
    window.show_view(beating(kind))
    assert window.over.beat.isHidden()


def test_it_goes_with_the_light(window: MainWindow) -> None:
    window.show_view(beating("bar"))
    view = beating("bar")
    strip = frozenset(cell.id for cell in view.strip)
    window.show_view(replace(view, lit=strip))
    assert place_in(window, window.strip, *strip).contains(window.over.beat.geometry())
    window.show_view(replace(view, beat=None))
    assert window.over.beat.isHidden()


def test_a_frame_tells_what_a_late_press_was_counted_for(window: MainWindow) -> None:
    view = samples.offers()
    counted = samples.row(view, 2)
    window.show_view(replace(view, counted=counted))
    assert window.over.counted.isVisible()
    assert window.over.counted.geometry().contains(place_in(window, window.board.grid, *counted))
    window.show_view(view)
    assert window.over.counted.isHidden()


def test_the_frame_covers_nothing_of_the_item(window: MainWindow) -> None:
    view = samples.offers()
    window.show_view(replace(view, counted=samples.row(view, 2)))
    middle = window.over.counted.rect().center()
    assert not window.over.counted.mask().contains(middle)
    assert window.over.counted.mask().contains(QPoint(1, 1))


def test_a_light_that_is_only_said_is_not_shown(window: MainWindow) -> None:
    shown = beating("bar")
    window.show_view(replace(shown, light_hidden=True))
    assert "[" not in "\n".join(lines(window)) and window.over.beat.isHidden()
    window.show_view(shown)
    assert "[" in "\n".join(lines(window)) and window.over.beat.isVisible()


def test_inside_a_row_that_is_only_said_neither_row_nor_back_is_shown(window: MainWindow) -> None:
    view = samples.offers()
    inside = replace(view, lit=frozenset(), group=samples.row(view, 1), back_lit=True)
    window.show_view(replace(inside, light_hidden=True))
    assert not set("[(") & set("\n".join(lines(window)))
