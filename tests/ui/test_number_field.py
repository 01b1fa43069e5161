"""Numbers on the settings page: limits, steps, and following the scan time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from aac.model.settings import BY_KEY, Settings
from aac.model.words import screen_text
from aac.ui.main_window import MainWindow
from aac.ui.number_field import FOLLOWING, NumberField
from tests.ui.filling import field_of, write


@pytest.mark.parametrize("text", ["99", "-1", "abc", "", "nan", "1e9"])
def test_an_impossible_number_is_refused_in_words_and_the_old_one_stays(
    page: MainWindow, qtbot: QtBot, text: str
) -> None:
    field = field_of(page, "scan_time")
    assert isinstance(field, NumberField)
    with qtbot.assertNotEmitted(page.settings.changed):
        field.entry.selectAll()
        qtbot.keyClick(field.entry, Qt.Key.Key_Delete)
        qtbot.keyClicks(field.entry, text)
        qtbot.keyClick(field.entry, Qt.Key.Key_Return)
    assert field.problem.text() == screen_text("not_valid")
    assert field.entry.text() == "1.5"
    write(field.entry, "2", qtbot)
    assert field.problem.text() == ""


def test_a_decimal_comma_is_understood(page: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.settings.changed) as changed:
        field = field_of(page, "scan_time")
        assert isinstance(field, NumberField)
        write(field.entry, "1,2", qtbot)
    assert changed.args is not None
    assert changed.args[0].scan_time == 1.2


def test_the_buttons_step_and_stop_at_the_limits(page: MainWindow) -> None:
    got: list[Settings] = []
    page.settings.changed.connect(got.append)
    field = field_of(page, "loops_in_row")
    assert isinstance(field, NumberField)
    for _ in range(6):
        field.more.click()
    assert [settings.loops_in_row for settings in got] == [3, 4, 5, 5, 5, 5]
    for _ in range(6):
        field.less.click()
    assert got[-1].loops_in_row == 1


def test_a_number_can_go_with_the_scan_time(page: MainWindow) -> None:
    got: list[Settings] = []
    page.settings.changed.connect(got.append)
    field = field_of(page, "first_row_extra")
    assert isinstance(field, NumberField)
    assert field.following is not None
    assert field.following.text() == screen_text("follows")
    assert field.following.isChecked()
    assert not field.entry.isEnabled()
    assert float(field.entry.text()) == Settings().first_row_delay
    field.following.click()
    assert got[-1].first_row_extra == Settings().first_row_delay
    assert field.entry.isEnabled()
    field.following.click()
    assert got[-1].first_row_extra is None


def test_every_number_that_can_follow_is_known() -> None:
    follows = {key for key, declared in BY_KEY.items() if getattr(declared, "follows", 0)}
    assert follows == FOLLOWING.keys()
