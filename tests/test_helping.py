"""What helpers change while the scan goes on, and what becomes of the copies on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from aac.banking.store import RecordingStore
from aac.files.paths import ProfilePaths, assets_folder, profile_paths
from aac.helping import Helping
from aac.model.board import Board
from aac.model.board_events import BoardsChanged
from aac.model.events import Event
from aac.model.notice import Notice, NoticeKind
from aac.model.settings import Settings
from aac.model.view import Page, View, Work
from aac.printing import Job, print_sheets, profile_shelf, shelf_of
from aac.shelf import open_shelf
from aac.ui.main_window import MainWindow
from tests.ui import samples

LIMIT = 10_000  # milliseconds


class NoPictures:
    """There are none to be found."""

    def find(self, word: str) -> tuple[tuple[str, str], ...]:
        return ()

    def take(self, path: Path) -> str:
        return ""

    def content(self, key: str) -> bytes | None:
        return None


@dataclass
class House:
    """One who helps, with the profile of ``paths``; ``phrases`` are the person's own."""

    paths: ProfilePaths
    window: MainWindow
    helping: Helping = field(init=False)
    phrases: tuple[str, ...] = ("Hello there.",)
    settings: Settings = field(default_factory=Settings)
    told: list[Notice] = field(default_factory=list)
    posted: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        boards = open_shelf(self.paths.boards, self.settings).boards
        self.helping = Helping(
            self.window, self.paths, None, boards,
            settings=lambda: self.settings,
            phrases=lambda: self.phrases,
            post=self.posted.append,
            renew=lambda: None,
            tell=self.told.append,
            pictures=NoPictures(),  # type: ignore[arg-type]
            recordings=RecordingStore(self.paths.recordings),
            log=lambda line: None,
        )  # fmt: skip

    def print(self, *names: str) -> None:
        boards = open_shelf(self.paths.boards, self.settings).boards
        shelf = shelf_of(boards, self.settings, self.phrases)
        job = Job(names, "a4", self.paths.work.parent / "out", "1 May 2026")
        print_sheets(shelf, job, assets_folder() / "fonts", self.paths.printed)


def view_of(page: Page) -> View:
    return samples.quick(page=page)


@pytest.fixture
def house(qtbot: QtBot, tmp_path: Path) -> Iterator[House]:
    window = MainWindow({})
    qtbot.addWidget(window)
    house = House(profile_paths(tmp_path), window)
    yield house
    house.helping.stop()


def reworded(board: Board, label: str) -> Board:
    first = next(board.cells())
    rows = ((replace(one, label=label) if one is first else one for one in row)
            for row in board.grid)  # fmt: skip
    return replace(board, grid=tuple(map(tuple, rows)))


def is_old(house: House) -> bool:
    return [one.kind for one in house.told] == [NoticeKind.PAPER_OLD]


def test_a_phrase_changed_with_the_switch_makes_its_paper_old(house: House, qtbot: QtBot) -> None:
    house.print("quick", "yes-no")
    house.helping.start()
    assert house.told == []
    house.helping.take(reworded(house.helping.boards.get("quick"), "Other"))
    qtbot.waitUntil(lambda: is_old(house), timeout=LIMIT)
    assert "Quick" in house.told[0].detail and "Yes" not in house.told[0].detail
    assert any(isinstance(event, BoardsChanged) for event in house.posted)
    # What is printed next is the board as it is now, from the disk.
    assert next(profile_shelf(house.paths).boards.get("quick").cells()).label == "Other"


def test_own_phrases_are_on_paper_too(house: House, qtbot: QtBot) -> None:
    house.print("board:my-phrases")
    house.helping.start()
    house.helping.saved(Work(phrases=house.phrases))
    house.phrases = ("Hello to you.",)
    house.helping.saved(Work(phrases=house.phrases))
    qtbot.waitUntil(lambda: is_old(house), timeout=LIMIT)


def test_lists_and_passport_are_looked_at_when_the_settings_are_left(
    house: House, qtbot: QtBot
) -> None:
    house.print("passport")
    house.helping.start()
    house.helping.follow(view_of(Page.SETTINGS))
    house.settings = Settings(passport_name="Anna")
    house.helping.follow(view_of(Page.BOARD))
    qtbot.waitUntil(lambda: is_old(house), timeout=LIMIT)
