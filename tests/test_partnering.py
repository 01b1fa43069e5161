"""Where the partner's side is shown, without a second screen."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot

from aac.model.events import Event, SettingsChanged
from aac.model.partner import PartnerView, SomebodyComes
from aac.model.settings import Settings
from aac.model.view import View
from aac.partnering import Partnering
from aac.ui.main_window import MainWindow
from tests.ui import samples


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow()
    made.resize(1366, 768)
    made.show()
    yield made
    made.hide()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def told() -> list[Event]:
    return []


@pytest.fixture
def side(window: MainWindow, told: list[Event]) -> Iterator[Partnering]:
    made = Partnering(window, told.append)
    yield made
    made.stop()


def view(place: str, *, screen: str = "window", **shown: object) -> View:
    settings = replace(Settings(), partner_place=place, partner_screen=screen, full_screen=False)
    return replace(samples.spelling(), settings=settings, partner=PartnerView(**shown))  # type: ignore[arg-type]


def test_while_it_is_off_nothing_is_made(side: Partnering) -> None:
    side.follow(view("off", said="Hello."))
    assert side.panel is None


def test_while_it_is_off_its_painting_is_not_even_loaded() -> None:
    code = "import sys, aac.partnering; sys.exit('aac.ui.partner_panel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("place", ["band", "turned"])
def test_a_band_stands_above_all_else_and_goes_again(
    side: Partnering, window: MainWindow, place: str
) -> None:
    side.follow(view(place, said="Hello."))
    band = side.panel
    assert band is not None and band.window() is window
    QCoreApplication.processEvents()
    assert band.geometry().bottom() < window.status.geometry().top()
    assert band.height() == round(768 * 0.24)
    assert "Hello." in band.accessibleName()
    side.follow(view("off"))
    assert side.panel is None and not band.isVisible()


def test_the_band_follows_the_height_of_the_window(side: Partnering, window: MainWindow) -> None:
    side.follow(view("band"))
    window.resize(1366, 1000)
    QCoreApplication.processEvents()
    assert side.panel is not None and side.panel.height() == 240


def test_a_window_of_its_own_takes_no_keyboard(side: Partnering) -> None:
    side.follow(view("window", said="Hello."))
    panel = side.panel
    assert panel is not None and panel.isWindow() and panel.isVisible()
    assert panel.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert panel.windowFlags() & Qt.WindowType.WindowStaysOnBottomHint  # nor hides the board
    assert panel.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


@pytest.mark.parametrize("screen", ["", "one that is not there"])
def test_without_another_screen_there_is_a_band(
    side: Partnering, window: MainWindow, screen: str
) -> None:
    side.follow(view("window", screen=screen))
    assert side.panel is not None and side.panel.window() is window


def test_what_is_new_is_shown_in_the_same_panel(side: Partnering) -> None:
    side.follow(view("band", said="Hello."))
    panel = side.panel
    side.follow(view("band", said="Good night."))
    assert side.panel is panel and panel is not None
    assert "Good night." in panel.accessibleName()


def test_the_button_and_the_key_both_answer_a_call(
    side: Partnering, window: MainWindow, told: list[Event], qtbot: QtBot
) -> None:
    side.follow(view("band", state="calling", calling=True, call="Please come."))
    assert side.panel is not None
    side.panel.button.click()
    assert told == [SomebodyComes()]
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F12)
    assert told == [SomebodyComes()] * 2


def test_a_helper_who_closes_its_window_turns_it_off(side: Partnering, told: list[Event]) -> None:
    side.follow(view("window"))
    assert side.panel is not None
    side.panel.closed.emit()
    assert isinstance(told[0], SettingsChanged) and told[0].settings.partner_place == "off"


def test_another_theme_is_followed_at_once(side: Partnering) -> None:
    shown = view("band", said="Hello.")
    side.follow(shown)
    assert side.panel is not None
    before = side.panel.grab().toImage()
    side.follow(replace(shown, settings=replace(shown.settings, theme="light")))
    assert side.panel.grab().toImage() != before
