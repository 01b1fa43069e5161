"""Promises of `aac.shelf`: the strip is there whatever happens to its file."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from aac import shelf
from aac.files.paths import boards_folder
from aac.model.board import Do
from aac.model.commands import Command
from aac.model.settings import Settings


def test_the_shipped_boards_open_without_a_fault(tmp_path: Path) -> None:
    library = shelf.open_shelf(tmp_path, Settings())
    assert library.faults == ()
    assert library.dead_links == ()


def test_a_damaged_strip_leaves_call_and_undo_where_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = shelf.open_shelf(tmp_path / "own", Settings()).boards.strip
    boards = tmp_path / "boards"
    shutil.copytree(boards_folder(), boards)
    (boards / "strip.obf").write_text("{")
    monkeypatch.setattr(shelf, "boards_folder", lambda language: boards)
    library = shelf.open_shelf(tmp_path / "own", Settings())
    spare = library.boards.strip
    assert [fault.name for fault in library.faults] == ["strip.obf"]
    assert [(cell.id, cell.action) for cell in spare] == [(cell.id, cell.action) for cell in whole]
    assert Do(Command.CALL) in [cell.action for cell in spare]


@pytest.mark.parametrize(("wanted", "label"), [("de", "Nein"), ("en", "No")])
def test_the_boards_are_in_the_language_that_is_set(
    tmp_path: Path, wanted: str, label: str
) -> None:
    library = shelf.open_shelf(tmp_path, replace(Settings(), wren_language=wanted))
    assert label in [cell.label for cell in library.boards.strip]
    assert {board.locale for board in library.boards.boards.values()} == {wanted}
