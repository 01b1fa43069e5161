"""What was measured, as people see it: the page of advice, the table for helpers, the dark rest."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from aac.model.view import Phase
from aac.ui.main_window import MainWindow
from aac.ui.theme import THEMES
from tests.ui import samples
from tests.ui.conftest import Show
from tests.ui.reading import lines

STRIP = "Yes No Call Undo"


def test_advice_stands_with_its_evidence_over_the_answers(show: Show) -> None:
    shown = lines(show(samples.advice_page()))
    assert shown == [
        samples.ADVICE.evidence,
        samples.ADVICE.proposal,
        "Do it [Later] No Close",
        STRIP,
    ]


def test_without_advice_the_page_says_so(show: Show) -> None:
    shown = lines(show(samples.every_kind()["no-advice"]))
    assert shown == ["There is no advice now.", "", "[Close]", STRIP]


@pytest.mark.parametrize(("pattern", "marks"), [("auto", 0), ("linear", 0), ("row_column", 1)])
@pytest.mark.parametrize("view", [samples.advice_page(), samples.settings_page()])
def test_a_back_mark_stands_only_where_the_light_goes_there(
    show: Show, pattern: str, marks: int, view: samples.View
) -> None:
    window = show(replace(view, settings=replace(view.settings, scan_pattern=pattern)))
    sheet = window.advice.cells if view.advice else window.settings.cells
    assert len(list(sheet.marks())) == marks


def test_an_answer_can_be_touched(show: Show, qtbot: QtBot) -> None:
    window = show(samples.advice_page())
    button = next(one for one in window.advice.cells.buttons() if one.shown_text() == "No")
    with qtbot.waitSignal(window.touched) as touched:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert touched.args == ["page-not_this"]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [(800, 480), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("text_size", [18, 28, 96])
def test_all_of_the_advice_can_be_read(
    show: Show, window: MainWindow, theme: str, size: tuple[int, int], text_size: int
) -> None:
    window.resize(*size)
    view = samples.advice_page()
    show(replace(view, settings=replace(view.settings, theme=theme, text_size=text_size)))
    for label in (window.advice.evidence, window.advice.proposal):
        assert label.fitted().pixelSize() >= 14
        assert window.advice.rect().contains(label.geometry())
        assert not label.geometry().intersects(window.advice.cells.geometry())


@pytest.mark.parametrize("text_size", [18, 28, 96])
def test_in_the_smallest_window_names_and_cells_of_the_settings_keep_their_room(
    show: Show, window: MainWindow, text_size: int
) -> None:
    window.resize(800, 480)
    view = samples.settings_page()
    show(replace(view, settings=replace(view.settings, text_size=text_size)))
    QApplication.processEvents()
    names = window.settings.findChildren(QPushButton, "group")
    assert all(name.height() >= name.sizeHint().height() for name in names)
    assert all(name.width() >= name.sizeHint().width() for name in names)
    assert not any(one.geometry().intersects(other.geometry()) for one, other in pairwise(names))
    assert window.settings.rect().contains(window.settings.cells.geometry())


def by_text(window: MainWindow, text: str) -> QPushButton:
    return next(one for one in window.settings.measured.buttons if one.text() == text)


def test_helpers_see_the_figures_and_answer_the_advice(
    show: Show, window: MainWindow, qtbot: QtBot
) -> None:
    show(samples.measured_page())
    groups = window.settings.findChildren(QPushButton, "group")
    qtbot.mouseClick(next(one for one in groups if one.text() == "Presses"),
                     Qt.MouseButton.LeftButton)  # fmt: skip
    panel = window.settings.measured
    assert panel.isVisible()
    assert {name: label.text() for name, label in panel.values.items()} == dict(samples.MEASURED)
    assert (panel.evidence.text(), panel.proposal.text()) == (
        samples.ADVICE.evidence, samples.ADVICE.proposal,
    )  # fmt: skip
    with qtbot.waitSignal(window.touched) as touched:
        qtbot.mouseClick(by_text(window, "Later"), Qt.MouseButton.LeftButton)
    assert touched.args == ["page-later"]


def test_once_it_is_answered_the_advice_goes_and_new_figures_are_shown(
    show: Show, window: MainWindow
) -> None:
    show(samples.measured_page())
    newer = (("Scan time now", "1.10 s"),)
    show(samples.measured_page(advice=None, answers=(), measured=newer))
    panel = window.settings.measured
    assert panel.buttons == []
    assert panel.evidence.text() == "There is no advice now."
    assert panel.values["Scan time now"].text() == "1.10 s"
    assert len(panel.values) == len(samples.MEASURED)


def test_a_click_on_an_answer_leaves_the_keyboard_to_the_switch(show: Show) -> None:
    window = show(samples.measured_page())
    for button in window.settings.measured.buttons:
        assert button.focusPolicy() is Qt.FocusPolicy.TabFocus


def test_the_screen_is_dark_in_rest_where_that_is_wanted_and_lets_touches_through(
    show: Show, window: MainWindow
) -> None:
    view = samples.every_kind()["dark-rest"]
    show(view)
    assert window.covers.dark.isVisible()
    assert window.covers.dark.geometry() == window.rect()
    assert window.covers.dark.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    show(replace(view, phase=Phase.SCANNING))
    assert not window.covers.dark.isVisible()
    show(replace(view, settings=replace(view.settings, rest_dim=False)))
    assert not window.covers.dark.isVisible()


def brightness(window: MainWindow) -> float:
    picture = window.grab().toImage()
    spots = [
        picture.pixelColor(x, y).lightnessF()
        for x in range(0, picture.width(), 40)
        for y in range(0, picture.height(), 40)
    ]
    return sum(spots) / len(spots)


def test_dark_is_much_darker_on_the_light_theme(show: Show, window: MainWindow) -> None:
    view = samples.every_kind()["dark-rest"]
    light = replace(view, settings=replace(view.settings, theme="light"))
    show(replace(light, settings=replace(light.settings, rest_dim=False)))
    bright = brightness(window)
    show(light)
    assert brightness(window) < 0.4 * bright
    window.resize(1500, 900)
    assert window.covers.dark.geometry() == window.rect()
