"""Which switch was that?  A name to be read and put into the list, and a meter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from aac.model.settings import BY_KEY, GROUPS, Settings
from aac.model.switch_map import understood
from aac.model.words import screen_text
from aac.ui.main_window import MainWindow
from aac.ui.sound_meter import LOUDEST, QUIETEST, SoundMeter
from aac.ui.switch_finder import SwitchFinder
from tests.ui import samples
from tests.ui.conftest import Show


@pytest.fixture
def finder(page: MainWindow) -> SwitchFinder:
    """The finder, in sight."""
    place = list(GROUPS).index("More switches")
    page.settings._groups.buttons()[place].click()
    finder = page.settings.finder
    assert finder.isVisible()
    return finder


def test_it_listens_while_it_is_on_and_shows_the_name(finder: SwitchFinder) -> None:
    told: list[bool] = []
    finder.wanted.connect(told.append)
    assert not finder.put.isEnabled()
    finder.button.click()
    assert told == [True]
    assert finder.name.text() == screen_text("listening")
    finder.show_contact("gamepad:0")
    assert finder.name.text() == "gamepad:0"
    assert finder.put.isEnabled()
    finder.button.click()
    assert told == [True, False]
    assert finder.name.text() == ""
    assert not finder.put.isEnabled()


def test_a_key_without_a_name_is_not_shown(finder: SwitchFinder) -> None:
    finder.button.click()
    finder.show_contact("key:")
    assert finder.name.text() == screen_text("listening")


def test_it_stops_listening_when_it_cannot_be_seen(
    finder: SwitchFinder, page: MainWindow, show: Show
) -> None:
    told: list[bool] = []
    finder.wanted.connect(told.append)
    finder.button.click()
    page.settings._groups.buttons()[0].click()
    assert told == [True, False]
    page.settings._groups.buttons()[list(GROUPS).index("More switches")].click()
    finder.button.click()
    show(samples.spelling())
    assert told == [True, False, True, False]


def test_what_was_found_is_put_into_the_list_as_a_line(
    finder: SwitchFinder, page: MainWindow
) -> None:
    got: list[Settings] = []
    page.settings.changed.connect(got.append)
    finder.button.click()
    finder.show_contact("serial:cts")
    finder.put.click()
    finder.put.click()
    assert got[-1].switch_map == ("serial:cts = 1",)
    ((line,), faults) = understood(got[-1].switch_map)
    assert (line.source, line.contact, line.target, faults) == ("serial", "cts", 1, ())


def test_its_buttons_leave_the_keyboard_to_the_person(finder: SwitchFinder) -> None:
    for button in (finder.button, finder.put):
        assert not button.focusPolicy() & Qt.FocusPolicy.ClickFocus


def test_the_meter_shows_the_loudness_and_the_limit_of_the_settings(
    finder: SwitchFinder, show: Show
) -> None:
    finder.button.click()
    assert finder.meter.isVisible()
    assert finder.meter.words == screen_text("no_sound")
    show(samples.settings_page(settings=Settings(sound_level=-42.0, full_screen=False)))
    finder.show_level(-20.4)
    assert finder.meter.words == "-20 dB of -42 dB"
    assert finder.meter.accessibleDescription() == "-20 dB of -42 dB"


def test_the_bar_is_as_long_as_the_sound_is_loud(qtbot: QtBot) -> None:
    meter = SoundMeter()
    qtbot.addWidget(meter)
    meter.resize(200, 32)
    assert meter.place_of(QUIETEST) == 0
    assert meter.place_of((QUIETEST + LOUDEST) / 2) == 100
    assert meter.place_of(LOUDEST + 10) == 200
    meter.show_limit(-40.0)
    meter.show_level(None)
    quiet = meter.grab().toImage()
    meter.show_level(-60.0)
    soft = meter.grab().toImage()
    meter.show_level(-10.0)
    loud = meter.grab().toImage()
    at = (10, 4)
    assert len({quiet.pixel(*at), soft.pixel(*at), loud.pixel(*at)}) == 3
    assert soft.pixel(150, 4) == quiet.pixel(150, 4) != loud.pixel(150, 4)


def test_the_limit_of_the_meter_can_be_shown_for_every_value() -> None:
    low, high = BY_KEY["sound_level"].low, BY_KEY["sound_level"].high  # type: ignore[union-attr]
    assert QUIETEST <= low < high <= LOUDEST
