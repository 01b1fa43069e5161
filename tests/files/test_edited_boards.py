"""Promises of the folder of edited boards: they stand first, come back whole, and can go again."""

from __future__ import annotations

import string
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.files.board_library import Library, load_library
from aac.files.edited_boards import EditedBoards, stem_of
from aac.files.obf import ObfFormat
from aac.files.paths import boards_folder
from aac.model.board import Board, Cell, Look, OpenBoard, SayPhrase
from aac.model.changed_boards import ChangedBoards
from tests.small_boards import board

FORMAT = ObfFormat(by_name=True)


def library(own: Path) -> Library:
    return load_library([FORMAT], boards_folder(), own)


def test_an_edited_board_stands_before_the_one_that_came(tmp_path: Path) -> None:
    came = library(tmp_path).boards.boards["quick"]
    EditedBoards(tmp_path, FORMAT).write(replace(came, name="Mine"))
    found = library(tmp_path).boards.boards
    assert isinstance(found, ChangedBoards)
    assert found["quick"] == replace(came, name="Mine")
    assert found.base["quick"] == came


def test_an_edited_board_stands_before_a_package_of_ones_own(tmp_path: Path) -> None:
    FORMAT.write((board("a", "A"), board("b", "B")), tmp_path / "aaa.obz")
    EditedBoards(tmp_path, FORMAT).write(replace(board("b", "B"), name="Mine"))
    found = library(tmp_path).boards
    assert found.boards["b"].name == "Mine"
    assert "Mine" in [one.name for one in found.looked_through()]


def test_a_board_made_here_can_be_home_and_for_spelling(tmp_path: Path) -> None:
    EditedBoards(tmp_path, FORMAT).write(board("cats", "A"))
    found = load_library([FORMAT], boards_folder(), tmp_path, "cats", "cats")
    assert (found.boards.home, found.boards.spelling) == ("cats", "cats")


def test_a_board_that_is_removed_is_as_it_came(tmp_path: Path) -> None:
    came = library(tmp_path).boards.boards["quick"]
    edited = EditedBoards(tmp_path, FORMAT)
    edited.write(replace(came, name="Mine"))
    edited.remove("quick")
    edited.remove("quick")
    assert library(tmp_path).boards.boards["quick"] == came


def test_a_damaged_edited_board_gives_the_one_that_came_and_is_told(tmp_path: Path) -> None:
    EditedBoards(tmp_path, FORMAT).write(board("quick", "A"))
    (tmp_path / "edited" / "quick.obf").write_text("{")
    found = library(tmp_path)
    assert [fault.name for fault in found.faults] == ["quick.obf"]
    assert found.boards.boards["quick"].rows > 1


def test_when_a_board_was_changed_is_known_for_the_copy_on_paper(tmp_path: Path) -> None:
    edited = EditedBoards(tmp_path, FORMAT)
    assert edited.changed() == {}
    edited.write(board("quick", "A"))
    assert list(edited.changed()) == ["quick"]
    assert datetime.now(UTC) - edited.changed()["quick"] < timedelta(minutes=5)


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "edited").write_text("in the way")
    with pytest.raises(OSError):
        EditedBoards(tmp_path, FORMAT).write(board("quick", "A"))


IDS = st.text(string.ascii_letters + "/. -ü\\:", min_size=1, max_size=6).filter(str.strip)


@given(IDS, IDS)
def test_two_boards_never_share_a_file(one: str, two: str) -> None:
    assert (stem_of(one).lower() == stem_of(two).lower()) == (one == two)


def test_boards_of_odd_ids_come_back_from_the_disk(tmp_path: Path) -> None:
    edited = EditedBoards(tmp_path, FORMAT)
    wanted = {}
    for key in ("a b", "a/b", "A-b", "a-b"):
        link = Cell("l", "L", OpenBoard("a/b" if key == "a b" else "a b"), Look.LINK)
        wanted[key] = Board(key, key, ((link, Cell("s", "S", SayPhrase("S"), opens="a b")),))
        edited.write(wanted[key])
    found = library(tmp_path).boards.boards
    assert {key: found[key] for key in wanted} == wanted
