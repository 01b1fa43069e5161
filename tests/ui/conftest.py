"""A window for the tests of this folder, without a screen."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from aac.files.paths import assets_folder
from aac.model.settings import Settings
from aac.model.view import View
from aac.ui.main_window import MainWindow, load_fonts
from tests.ui import samples

BOARDS = {"letters": "Letters", "quick": "Quick"}
DEVICES = {"": "The usual one", "ear": "Earphone"}
VOICES = {"": "The usual one", "en-us": "English (America)"}

Show = Callable[[View], MainWindow]


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    load_fonts(assets_folder() / "fonts")
    window = MainWindow(BOARDS, VOICES)
    window.settings.set_choices("cue_device", DEVICES)
    window.settings.set_choices("speech_device", DEVICES)
    window.settings.set_choices("telephone_device", DEVICES)
    window.settings.set_choices("cue_voice", VOICES)
    window.resize(1366, 768)
    window.show()
    yield window
    window.hide()
    # Qt deletes what is to be deleted later in an event loop only, and none runs between tests.
    delete(window)


@pytest.fixture
def show(window: MainWindow, qtbot: QtBot) -> Show:
    """Show a view and paint it."""

    def show_it(view: View) -> MainWindow:
        window.show_view(view)
        window.paint_now()
        return window

    return show_it


@pytest.fixture
def page(show: Show) -> MainWindow:
    return show(samples.settings_page(settings=Settings(full_screen=False)))
