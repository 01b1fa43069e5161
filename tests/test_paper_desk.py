"""Printing from the settings page, by a process of its own, with plain words about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from aac.files.paths import profile_paths
from aac.files.store import Store
from aac.model.board import BoardSet
from aac.model.changed_boards import with_boards
from aac.model.notice import Notice, NoticeKind
from aac.model.settings import Settings
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
    boards: BoardSet
    folder: Path


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    panel = PaperPanel({})
    qtbot.addWidget(panel)
    boards = open_shelf(tmp_path / "boards", Settings()).boards
    room: Room
    record = tmp_path / "printed.json"
    desk = PaperDesk(panel, tmp_path, record, lambda: room.boards, lambda: room.settings, tuple)
    room = Room(panel, desk, Settings(), boards, tmp_path)
    panel.show()
    yield room
    desk.stop()


def told(room: Room) -> list[Notice]:
    """What a look at the paper tells now."""
    notices: list[Notice] = []
    room.desk.told.connect(notices.append)
    room.desk.check()
    room.desk.told.disconnect(notices.append)
    return notices


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
    assert told(room) == []


def test_a_change_is_told_as_a_notice_and_on_the_page(room: Room, qtbot: QtBot) -> None:
    made(room, qtbot, "passport", "yes-no")
    room.settings = Settings(passport_name="Anna")
    (notice,) = told(room)
    assert notice.kind is NoticeKind.PAPER_OLD
    assert "How to talk with me" in notice_text(notice)
    assert "Yes" not in notice.detail
    room.desk.look()
    assert "How to talk with me" in room.panel.state.text()
    assert told(room) == [], "the same is told once"


def test_a_changed_board_is_told_when_no_more_changes_come(room: Room, qtbot: QtBot) -> None:
    made(room, qtbot, "yes-no", "quick")
    quick = room.boards.get("quick")
    cell = next(quick.cells())
    grid = tuple(
        tuple(replace(one, label="Other") if one == cell else one for one in row)
        for row in quick.grid
    )
    room.boards = with_boards(room.boards, {"quick": replace(quick, grid=grid)})
    with qtbot.waitSignal(room.desk.told, timeout=LIMIT) as signal:
        room.desk.changed()
        room.desk.changed()
    (notice,) = signal.args
    assert "Quick phrases" in notice.detail and "Yes" not in notice.detail


def test_what_is_changed_again_after_it_was_printed_anew_is_told_again(
    room: Room, qtbot: QtBot
) -> None:
    made(room, qtbot, "passport")
    room.settings = Settings(passport_name="Anna")
    assert len(told(room)) == 1
    paths = profile_paths(room.folder)
    Store(paths.settings, paths.work, paths.measures).write_settings(room.settings)
    room.panel.told.clear()
    made(room, qtbot, "passport")
    room.settings = Settings(passport_name="Anna B.")
    assert len(told(room)) == 1


def test_what_is_undone_is_not_told_and_is_told_when_it_is_done_again(
    room: Room, qtbot: QtBot
) -> None:
    made(room, qtbot, "passport")
    for name in ("Anna", ""):
        room.settings = Settings(passport_name=name)
        assert len(told(room)) == bool(name)
    room.settings = Settings(passport_name="Anna")
    assert len(told(room)) == 1


def test_who_asks_with_the_switch_is_answered_with_a_notice(room: Room, qtbot: QtBot) -> None:
    paths = profile_paths(room.folder)
    own = Settings(paper_folder=str(room.folder / "out"))
    Store(paths.settings, paths.work, paths.measures).write_settings(own)
    with qtbot.waitSignal(room.desk.told, timeout=LIMIT) as signal:
        room.desk.print_pack()
    (notice,) = signal.args
    assert notice.kind is NoticeKind.PAPER_PAGES
    assert str(room.folder / "out" / "wren-paper-a4.pdf") in notice_text(notice)


def test_what_cannot_be_printed_is_told_in_a_sentence(room: Room, qtbot: QtBot) -> None:
    made(room, qtbot, "nothing-of-this-name")
    assert "nothing-of-this-name" in room.panel.told.text()
    assert "Traceback" not in room.panel.told.text()
    assert room.panel.pack.isEnabled() and not room.panel.open.isVisible()


def test_a_print_that_is_being_made_ends_with_wren(room: Room) -> None:
    room.desk.print(("all", f"--out={room.folder / 'out'}"))
    room.desk.stop()
    assert room.panel.told.text() == ""
