"""Printing from the settings page, by a process of its own, with plain words about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from aac.model.settings import Settings
from aac.model.view import NoticeKind
from aac.model.words import notice_text
from aac.paper_desk import PaperDesk
from aac.shelf import open_shelf
from aac.ui.paper_panel import PaperPanel

LIMIT = 30_000  # milliseconds


@dataclass
class Room:
    """A desk with its panel; ``settings`` are those of now."""

    panel: PaperPanel
    desk: PaperDesk
    settings: Settings
    folder: Path


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    panel = PaperPanel({})
    qtbot.addWidget(panel)
    boards = open_shelf(tmp_path / "boards", Settings()).boards
    room: Room
    record = tmp_path / "printed.json"
    desk = PaperDesk(panel, tmp_path, record, lambda: boards, lambda: room.settings, tuple)
    room = Room(panel, desk, Settings(), tmp_path)
    panel.show()
    yield room
    desk.stop()


def made(room: Room, qtbot: QtBot, *arguments: str) -> None:
    """Print into the throw-away folder, and wait for what is said about it."""
    room.desk.print((*arguments, f"--out={room.folder / 'out'}"))
    qtbot.waitUntil(lambda: bool(room.panel.told.text()), timeout=LIMIT)


def test_the_pdf_is_made_and_the_page_says_where(room: Room, qtbot: QtBot) -> None:
    made(room, qtbot, "yes-no", "--pack")
    file = room.folder / "out" / "wren-paper-a4.pdf"
    assert file.read_bytes().startswith(b"%PDF")
    assert str(file) in room.panel.told.text()
    assert room.panel.open.isVisible()
    assert room.desk.notices() == []


def test_a_change_is_told_as_a_notice_and_on_the_page(room: Room, qtbot: QtBot) -> None:
    made(room, qtbot, "passport", "yes-no")
    room.settings = Settings(passport_name="Anna")
    (notice,) = room.desk.notices()
    assert notice.kind is NoticeKind.PAPER_OLD
    assert "How to talk with me" in notice_text(notice)
    assert "Yes" not in notice.detail
    room.desk.look()
    assert "How to talk with me" in room.panel.state.text()


def test_what_cannot_be_printed_is_told_in_a_sentence(room: Room, qtbot: QtBot) -> None:
    made(room, qtbot, "nothing-of-this-name")
    assert "nothing-of-this-name" in room.panel.told.text()
    assert "Traceback" not in room.panel.told.text()
    assert room.panel.pack.isEnabled() and not room.panel.open.isVisible()


def test_a_print_that_is_being_made_ends_with_wren(room: Room) -> None:
    room.desk.print(("all", f"--out={room.folder / 'out'}"))
    room.desk.stop()
    assert room.panel.told.text() == ""
