"""A window in another language shows no English sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from aac.core.session import Session
from aac.files.languages import own_language
from aac.model import language
from aac.model.events import CellTouched, Noticed
from aac.model.language import ENGLISH
from aac.model.notice import Notice, NoticeKind
from aac.model.settings import Settings
from aac.model.view import Work
from aac.ui.main_window import MainWindow
from tests.boards.both import boards, library

SETTINGS = Settings(full_screen=False)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    language.use(own_language("de"))
    window = MainWindow({board.id: board.name for board in boards("de").values()})
    window.resize(1366, 768)
    window.show()
    yield window
    window.hide()
    delete(window)
    language.use(ENGLISH)


def texts(widget: QWidget) -> set[str]:
    """All that can be read on buttons and labels, and what a screen reader says of them."""
    found = set()
    for part in widget.findChildren(QWidget):
        if isinstance(part, QLabel | QAbstractButton):
            found.add(part.text())
        found |= {part.accessibleName(), part.accessibleDescription()}
    return {text.replace("&&", "&") for text in found if text}


def english() -> set[str]:
    """Sentences that have another wording in German."""
    return {text for text, own in own_language("de").sentences.items() if text != own}


def test_the_settings_page_has_no_english_left(window: MainWindow) -> None:
    session = Session(library("de").boards, SETTINGS, Work(board="tools"))
    session.start(0.0)
    session.handle(CellTouched("settings"), 1.0)
    window.show_view(session.view)
    # English names of English, and those of settings whose values are names.
    assert texts(window.settings) & english() <= {"English"}
    assert "Scanzeit" in texts(window.settings)


@pytest.mark.parametrize("work", [Work(board="quick"), Work(board="tools"), Work(board="pain")])
def test_a_board_and_its_notice_are_german(window: MainWindow, work: Work) -> None:
    session = Session(library("de").boards, SETTINGS, work)
    session.start(0.0)
    session.handle(Noticed(Notice(NoticeKind.PRIVATE_ON)), 0.5)
    window.show_view(replace(session.view))
    assert texts(window) & english() == set()
    assert "Privat: Nichts, was Sie sagen, wird aufbewahrt." in texts(window)
    cells = {cell.label for cell in session.view.strip}
    assert cells == {"Ja", "Nein", "Rufen", "Zurücknehmen"}


def test_the_call_for_help_is_german(window: MainWindow) -> None:
    session = Session(library("de").boards, SETTINGS, Work(board="quick"))
    session.start(0.0)
    session.handle(CellTouched("strip-call"), 1.0)
    window.show_view(session.view)
    assert session.view.alert is not None
    assert session.view.alert.text == "Bitte kommen Sie. Ich brauche Hilfe."
    assert texts(window.alert) & english() == set()


def test_the_first_offer_is_german() -> None:
    language.use(own_language("de"))
    try:
        session = Session(library("de").boards, SETTINGS, Work(), first_run=True)
        session.start(0.0)
        panel = session.view.panel
        assert panel is not None and panel.title == "Willkommen"
    finally:
        language.use(ENGLISH)
