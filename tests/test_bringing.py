"""Boards of another program are brought in while Wren runs."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from aac import bringing as bringing_module
from aac.bringing import Bringing, report
from aac.files.board_library import Library
from aac.model.import_words import import_text
from aac.model.settings import Settings
from aac.shelf import open_shelf
from tests.imports.making import command, grid_cell, gridset, page

PATIENCE = 60_000  # ms: a process is started, and two cores are shared


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile" / "boards"


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def bringing(qtbot: QtBot, folder: Path, told: list[str]) -> Iterator[Bringing]:
    one = Bringing(folder, lambda: open_shelf(folder, Settings()))
    one.told.connect(told.append)
    yield one
    one.stop()


def a_set(folder: Path, label: str = "tea") -> Path:
    run = command("ComputerControl.Run", FileName="/bin/false")
    return gridset(folder / "Anna.gridset", {"Home": page(grid_cell(caption=label, commands=run))})


def test_the_boards_are_there_and_it_is_told_what_was_lost(
    bringing: Bringing, folder: Path, told: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(bringing.loaded, timeout=PATIENCE) as loaded:
        bringing.bring(str(a_set(tmp_path)))
    library, start = loaded.args  # type: ignore[misc]
    assert start == "anna.home"
    assert isinstance(library, Library)
    assert library.boards.get("anna.home").name == "Home"
    assert [path.name for path in folder.iterdir()] == ["Anna.obz"]
    assert told[0] == import_text("reading", name="Anna.gridset")
    assert "Boards: 1. Cells: 1" in told[-1]
    assert "1. Lost: Not done in Wren: computer control (ComputerControl.Run)" in told[-1]
    assert "Home, cell “tea”" in told[-1]


def test_boards_that_were_there_before_are_kept_aside(
    bringing: Bringing, folder: Path, told: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    for label in ("tea", "milk"):
        with qtbot.waitSignal(bringing.loaded, timeout=PATIENCE) as loaded:
            bringing.bring(str(a_set(tmp_path, label)))
    (cell,) = loaded.args[0].boards.get("anna.home").cells()  # type: ignore[index]
    assert cell.label == "milk"
    assert sorted(path.name for path in folder.iterdir()) == ["Anna.obz", "Anna.obz.before-1"]
    assert "Anna.obz.before-1" in told[-1]


@pytest.mark.parametrize("name", ["nowhere.gridset", "locked.gridsetx", "junk.spb"])
def test_a_file_that_cannot_be_read_is_told_in_one_sentence(
    bringing: Bringing, folder: Path, told: list[str], tmp_path: Path, qtbot: QtBot, name: str
) -> None:
    if not name.startswith("nowhere"):
        (tmp_path / name).write_bytes(b"junk" * 100)
    bringing.bring(str(tmp_path / name))
    qtbot.waitUntil(lambda: len(told) == 2, timeout=PATIENCE)
    assert told[1].endswith(".") and "\n" not in told[1] and "Traceback" not in told[1]
    assert list(folder.iterdir()) == []


def test_a_file_that_takes_too_long_is_given_up(
    bringing: Bringing, folder: Path, told: list[str], tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(bringing_module, "PATIENCE", 0.0)
    bringing.bring(str(a_set(tmp_path)))
    qtbot.waitUntil(lambda: len(told) == 2, timeout=PATIENCE)
    assert told[1] == import_text("too_slow")
    assert list(folder.iterdir()) == []


def test_pictures_that_are_only_on_the_internet_are_counted_and_stay_there(
    bringing: Bringing, folder: Path, told: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    board = {
        "format": "open-board-0.1",
        "id": "a",
        "buttons": [{"id": "1", "label": "a", "image_id": "7"}],
        "grid": {"rows": 1, "columns": 1, "order": [["1"]]},
        "images": [{"id": "7", "url": "https://example.org/one.png"}],
    }
    (tmp_path / "far.obf").write_text(json.dumps(board), "utf-8")
    with qtbot.waitSignal(bringing.loaded, timeout=PATIENCE):
        bringing.bring(str(tmp_path / "far.obf"))
    command = f'wren boards fetch "{folder / "far.obz"}"'
    assert import_text("elsewhere", count=1, command=command) in told[-1]


def test_no_file_is_asked_for(bringing: Bringing, told: list[str]) -> None:
    bringing.bring("  ")
    assert told == [import_text("no_file")]


def test_nothing_lost_is_said_too() -> None:
    assert report({"boards": 2}, Path("mine.obz"))[-1] == import_text("nothing_lost")


def test_pictures_on_the_internet_are_counted_with_the_command_that_fetches_them() -> None:
    told = "\n".join(report({"only_on_the_internet": 7}, Path("my boards.obz")))
    assert "internet: 7." in told and 'wren boards fetch "my boards.obz"' in told
    assert "fetch" not in "\n".join(report({"only_on_the_internet": 0}, Path("mine.obz")))
