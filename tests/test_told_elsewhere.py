"""Pictures that are only on the internet are told of, at the start and after boards came."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from aac.banking.store import RecordingStore
from aac.files.board_media import media_of
from aac.files.own_media import PicturesOnBoards
from aac.files.paths import profile_paths
from aac.helping import Helping, names_of
from aac.model.notice import Notice, NoticeKind
from aac.model.settings import Settings
from aac.model.words import notice_text
from aac.shelf import open_shelf
from aac.ui.main_window import MainWindow

LIMIT = 30_000  # milliseconds


def put_board(folder: Path, board_id: str, pictures: int) -> None:
    """A board of the person's own with so many pictures that are nothing but an address."""
    ids = [str(n) for n in range(pictures)]
    board = {
        "format": "open-board-0.1",
        "id": board_id,
        "locale": "en",
        "name": board_id,
        "buttons": [{"id": one, "label": one, "image_id": one} for one in ids],
        "images": [{"id": one, "url": f"https://example.org/{one}.png"} for one in ids],
        "sounds": [],
        "grid": {"rows": 1, "columns": pictures, "order": [ids]},
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{board_id}.obf").write_text(json.dumps(board), "utf-8")


class Room:
    """A window, and what was told in it."""

    def __init__(self, folder: Path) -> None:
        self.told: list[Notice] = []
        paths = profile_paths(folder)
        boards = open_shelf(paths.boards, Settings()).boards
        self.window = MainWindow(names_of(boards))
        self.helping = Helping(
            self.window,
            paths,
            folder,
            boards,
            settings=Settings,
            phrases=tuple,
            post=lambda event: None,
            renew=lambda: None,
            tell=self.told.append,
            pictures=PicturesOnBoards(
                lambda: self.helping.boards.looked_through(),
                lambda: media_of(lambda: self.helping.boards),
            ),
            recordings=RecordingStore(paths.recordings),
            log=lambda line: None,
        )

    def elsewhere(self) -> list[str]:
        """How many were told of, each time."""
        return [one.detail for one in self.told if one.kind is NoticeKind.PICTURES_ELSEWHERE]

    def close(self) -> None:
        self.helping.stop()
        delete(self.window)


@pytest.fixture
def folder(qtbot: QtBot, tmp_path: Path) -> Iterator[Path]:
    put_board(profile_paths(tmp_path).boards, "first", 3)
    yield tmp_path


def test_they_are_counted_when_the_scan_has_begun_and_not_at_the_next_start(folder: Path) -> None:
    for expected in (["3"], []):
        room = Room(folder)
        room.helping.start()
        assert room.elsewhere() == expected
        room.close()


def test_the_notice_says_the_command() -> None:
    said = notice_text(Notice(NoticeKind.PICTURES_ELSEWHERE, "3"))
    assert "3" in said and "wren boards fetch" in said


def test_boards_that_are_brought_in_are_counted_and_the_report_says_the_command(
    folder: Path, qtbot: QtBot
) -> None:
    room = Room(folder)
    room.helping.start()
    put_board(folder / "stick", "second", 2)
    room.window.settings.boards.wanted.emit(str(folder / "stick" / "second.obf"))
    qtbot.waitUntil(lambda: room.elsewhere() == ["3", "2"], timeout=LIMIT)
    assert "wren boards fetch" in room.window.settings.boards.report.toPlainText()
    room.close()
