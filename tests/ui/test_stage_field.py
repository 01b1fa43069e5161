"""The stage is chosen in one step, and what it changes is listed before (guidance G3)."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from aac.core.session import Session
from aac.model.events import CellTouched, SettingsChanged
from aac.model.settings import Settings
from aac.model.stages import STAGES, changes
from aac.model.view import Work
from aac.ui.main_window import MainWindow
from aac.ui.stage_field import StageField
from tests.boards.both import library
from tests.ui import samples
from tests.ui.conftest import Show

LATE = "late"


def field_of(window: MainWindow) -> StageField:
    field = window.settings.fields["stage"]
    assert isinstance(field, StageField)
    return field


@pytest.mark.parametrize("stage", STAGES)
def test_looking_at_a_stage_lists_each_change_and_changes_nothing(
    show: Show, stage: str, qtbot: QtBot
) -> None:
    settings = Settings(full_screen=False, predictions=4)
    page = show(samples.settings_page(settings=settings))
    field = field_of(page)
    with qtbot.assertNotEmitted(page.settings_changed, wait=20):
        field.buttons[stage].click()
    listed = field.list.text().splitlines()
    assert len(listed) == len(changes(settings, stage))
    assert all(" (now " in line for line in listed)
    assert field.take.isEnabled()


def test_nothing_can_be_taken_before_a_stage_was_looked_at(page: MainWindow) -> None:
    assert not field_of(page).take.isEnabled()
    assert field_of(page).list.text() == ""


def test_taking_it_asks_for_that_stage_and_for_nothing_else(page: MainWindow, qtbot: QtBot) -> None:
    field = field_of(page)
    field.buttons[LATE].click()
    with qtbot.waitSignal(page.settings_changed) as blocker:
        field.take.click()
    assert blocker.args == [Settings(full_screen=False, stage=LATE)]


def test_from_the_page_to_the_board_and_back_by_undo(show: Show, qtbot: QtBot) -> None:
    """With the real session behind the window."""
    first = Settings(full_screen=False)
    session = Session(library("en").boards, first, Work(board="tools"))
    session.start(0.0)
    session.handle(CellTouched("settings"), 1.0)
    window = show(session.view)
    field = field_of(window)
    field.buttons[LATE].click()
    with qtbot.waitSignal(window.settings_changed) as blocker:
        field.take.click()
    session.handle(SettingsChanged(blocker.args[0]), 2.0)
    show(session.view)
    assert session.view.settings.home_board == "yes-no"
    assert not field.take.isEnabled()
    assert "already" in field.list.text()
    session.handle(CellTouched("strip-undo"), 3.0)
    show(session.view)
    assert session.view.settings == first
