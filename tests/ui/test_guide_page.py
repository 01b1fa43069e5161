"""A page that measures shows its sentence, its large cell or its figures, and its choices."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from aac.model.guide_words import UNMEASURED, guide_text
from aac.model.panel import TARGET
from aac.model.view import Page, Phase
from aac.ui.main_window import MainWindow
from aac.ui.setting_field import OptionsField
from tests.ui import samples
from tests.ui.conftest import Show
from tests.ui.filling import field_of
from tests.ui.reading import cells_in_sight, lines
from tests.ui.test_accessibility import names

LIT = frozenset({TARGET})


def test_the_large_cell_goes_dark_and_lights_up_and_nothing_moves(show: Show) -> None:
    dark = samples.guide_page()
    window = show(dark)
    assert lines(window) == [
        "Measuring", "Find my speed", "4 of 10", "Press when the cell lights up.", "Press",
        "Yes No Call Undo"]  # fmt: skip
    places = [cell.geometry() for cell in cells_in_sight(window)]
    show(replace(dark, phase=Phase.SCANNING, lit=LIT))
    assert "[Press]" in lines(window)
    assert [cell.geometry() for cell in cells_in_sight(window)] == places


def test_the_large_cell_is_large(show: Show) -> None:
    window = show(samples.guide_page())
    (cell,) = (one for one in cells_in_sight(window) if one.cell and one.cell.id == TARGET)
    assert cell.width() * cell.height() > 0.25 * window.width() * window.height()


def test_a_result_is_a_sentence_figures_and_choices(show: Show) -> None:
    window = show(samples.result_page())
    shown = lines(window)
    for name, value in samples.FIGURES:
        assert shown[shown.index(name) + 1] == value
    assert shown[-2:] == ["[Use it] Try again Keep what I have", "Yes No Call Undo"]
    show(samples.guide_page())
    assert samples.FIGURES[0][0] not in lines(window)


def test_choices_can_be_touched(show: Show, qtbot: QtBot) -> None:
    window = show(samples.result_page())
    (again,) = (one for one in cells_in_sight(window) if one.cell and one.cell.id == "guide-1")
    with qtbot.waitSignal(window.touched) as touched:
        qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert touched.args == ["guide-1"]


def test_a_screen_reader_reads_sentence_progress_and_figures(show: Show) -> None:
    seen = names(show(samples.guide_page()), QAccessible.Role.StaticText)
    assert {"Find my speed", "4 of 10", "Press when the cell lights up."} <= set(seen)
    seen = names(show(samples.result_page()), QAccessible.Role.StaticText)
    assert {"Mean / 0.65", "1.57 s"} <= set(seen)


def test_before_the_first_sentence_the_page_is_empty(show: Show) -> None:
    window = show(samples.guide_page(panel=None, page_cells=(), page=Page.WELCOME))
    assert lines(window) == ["Measuring", "", "", "", "Yes No Call Undo"]


@pytest.mark.parametrize(
    ("label", "wanted"), [("find_speed", Page.SPEED), ("check_title", Page.CHECK)]
)
def test_a_helper_opens_it_from_the_settings(
    page: MainWindow, qtbot: QtBot, label: str, wanted: Page
) -> None:
    (button,) = (
        one for one in page.settings.findChildren(QPushButton) if one.text() == guide_text(label)
    )
    with qtbot.waitSignal(page.page_asked) as asked:
        button.click()
    assert asked.args == [wanted]


@pytest.mark.parametrize("key", sorted(UNMEASURED))
def test_what_was_not_measured_cannot_be_turned_on_and_says_why(show: Show, key: str) -> None:
    window = show(samples.settings_page(unmeasured=frozenset({key})))
    field = field_of(window, key)
    assert isinstance(field, OptionsField)
    assert not field.buttons[True].isEnabled()
    assert field.buttons[False].isEnabled()
    assert field.problem.text() == UNMEASURED[key]
    show(samples.settings_page())
    assert field.buttons[True].isEnabled()
    assert field.problem.text() == ""
