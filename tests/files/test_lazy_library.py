"""A library of thousands: nothing is read before it is needed, and what is damaged harms nobody."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from aac.cli.large_package import START, link_of, write_large_package
from aac.core.session import Session
from aac.files.board_library import FEW, DeadLink, Library, load_library
from aac.files.board_media import board_media
from aac.files.lazy_boards import KEPT, LazyBoards
from aac.files.obf import ObfFormat
from aac.files.obf.package import Package
from aac.files.paths import boards_folder
from aac.model.board import Board, Cell, OpenBoard, SayPhrase
from aac.model.events import CellTouched
from aac.model.settings import Settings
from aac.model.view import Work

COUNT = FEW + 200
SHIPPED = boards_folder("en")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own")
    write_large_package(folder / "large.obz", COUNT)
    return folder


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The boards of packages that were read, in turn."""
    paths: list[str] = []
    board = Package.board

    def noted(package: Package, path: str) -> dict[str, object] | None:
        if package.packed:
            paths.append(path)
        return board(package, path)

    monkeypatch.setattr(Package, "board", noted)
    return paths


def library(folder: Path) -> Library:
    return load_library([ObfFormat()], SHIPPED, folder)


def test_only_the_first_page_is_read_and_then_page_by_page(large: Path, read: list[str]) -> None:
    boards = library(large).boards
    settings = replace(Settings(), home_board=START)
    session = Session(boards, settings, Work())
    assert session.view.board.id == START
    assert read == ["boards/page-0.obf"]
    session.handle(CellTouched("c3"), 1.0)
    page = link_of(0, 3, COUNT)
    assert session.view.board.id == f"page-{page}"
    assert read[1] == f"boards/page-{page}.obf"
    # A few that it leads to are looked into for a way home, and no others.
    linked = {f"boards/{cell.action.board_id}.obf" for cell in boards.get(f"page-{page}").cells()
              if isinstance(cell.action, OpenBoard)}  # fmt: skip
    assert set(read[2:]) <= linked and len(read) <= 2 + 8


def test_all_boards_are_there_ours_too(large: Path, read: list[str]) -> None:
    boards = library(large).boards
    assert len(boards.boards) == COUNT + len(load_library([ObfFormat()], SHIPPED).boards.boards)
    assert f"page-{COUNT - 1}" in boards.boards and "page-none" not in boards.boards
    assert boards.home == boards.spelling == "alphabet-frequency"
    assert len(boards.strip) == 4
    assert boards.get("quick").name == load_library([ObfFormat()], SHIPPED).boards.get("quick").name


def test_a_page_that_is_shown_again_is_not_read_again_and_old_ones_go(
    large: Path, read: list[str]
) -> None:
    boards = library(large).boards.boards
    first = boards["page-1"]
    assert boards["page-1"] is first
    assert read.count("boards/page-1.obf") == 1
    for n in range(2, KEPT + 3):
        boards[f"page-{n}"]
    assert boards["page-1"] == first
    assert read.count("boards/page-1.obf") == 2


def test_looking_through_the_boards_at_hand_reads_no_other(large: Path, read: list[str]) -> None:
    boards = library(large).boards
    names = {board.id for board in boards.looked_through()}
    assert START in names and "quick" in names and "page-7" not in names
    assert len(read) == 1


def test_a_damaged_page_is_a_dead_link_from_which_the_scan_goes_on(tmp_path: Path) -> None:
    package = tmp_path / "large.obz"
    write_large_package(package, COUNT)
    with zipfile.ZipFile(package) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    target = f"page-{link_of(0, 0, COUNT)}"
    members[f"boards/{target}.obf"] = b"{ damaged"
    with zipfile.ZipFile(package, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    found = library(tmp_path)
    session = Session(found.boards, replace(Settings(), home_board=START), Work())
    session.handle(CellTouched("c0"), 1.0)
    assert session.view.board.id in (START, "alphabet-frequency")
    assert session.deadline is not None
    assert target not in found.boards.boards
    assert DeadLink(START, "c0", target) in found.dead_links


def test_the_persons_own_pages_stand_before_ours(tmp_path: Path) -> None:
    package = tmp_path / "large.obz"
    boards = {f"b{n}": f"b{n}.obf" for n in range(FEW + 1)} | {"quick": "quick.obf"}
    with zipfile.ZipFile(package, "w") as archive:
        manifest = {"root": "b0.obf", "paths": {"boards": boards}}
        archive.writestr("manifest.json", json.dumps(manifest))
        for board_id, path in boards.items():
            raw = {"id": board_id, "name": f"My {board_id}", "buttons": []}
            archive.writestr(path, json.dumps(raw))
    found = library(tmp_path).boards
    assert found.get("quick").name == "My quick"
    assert found.get("all-boards").name == "All boards"


def test_pictures_of_pages_are_found_once_the_page_was_read(tmp_path: Path) -> None:
    boards = {f"b{n}": f"b{n}.obf" for n in range(FEW + 1)}
    with zipfile.ZipFile(tmp_path / "large.obz", "w") as archive:
        manifest = {"root": "b0.obf", "paths": {"boards": boards}}
        archive.writestr("manifest.json", json.dumps(manifest))
        for board_id, path in boards.items():
            button = {"id": "1", "label": "x", "image_id": "p"}
            picture = {"id": "p", "path": f"images/{board_id}.png"}
            raw = {"id": board_id, "buttons": [button], "images": [picture]}
            archive.writestr(path, json.dumps(raw))
            archive.writestr(f"images/{board_id}.png", f"picture of {board_id}")
    found = library(tmp_path).boards
    media = board_media(found)
    cell = next(found.get("b9").cells())
    assert media.content(cell.picture) == b"picture of b9"
    assert media.content("none") is None and media.content("") is None


class _Failing:
    board_ids = ("a", "b")

    def by_id(self, board_id: str) -> Board | None:
        if board_id == "a":
            raise RecursionError
        return None


def test_whatever_goes_wrong_in_a_page_it_counts_as_none() -> None:
    mine = Board("mine", "Mine", ((Cell("1", "x", SayPhrase("x")),),))
    file = _Failing()
    boards = LazyBoards({"mine": mine, "a": file, "b": file})
    assert "a" not in boards and "b" not in boards and boards.get("a") is None
    assert list(boards) == ["mine"] and len(boards) == 1


def test_the_words_of_the_persons_language_are_shown_and_the_file_keeps_its_own(
    tmp_path: Path,
) -> None:
    raw = {
        "id": "mine", "locale": "en", "name": "Mine",
        "strings": {"de": {"Mine": "Meins", "water": "Wasser", ":time": "Zeit"}},
        "buttons": [
            {"id": "1", "label": "happy", "vocalization": "I am happy",
             "translations": {"de-AT": {"label": "froh", "vocalization": "Ich bin froh"}}},
            {"id": "2", "label": "water"},
            {"id": "3", "label": ":time"},
            {"id": "4", "label": "left", "load_board": {"id": "quick"}},
        ],
        "grid": {"order": [["1", "2", "3", "4"]]},
    }  # fmt: skip
    path = tmp_path / "mine.obf"
    path.write_text(json.dumps(raw))
    shown = load_library([ObfFormat()], SHIPPED, tmp_path, language="de").boards.get("mine")
    assert (shown.name, shown.locale) == ("Meins", "de")
    assert [cell.label for cell in shown.cells()] == ["froh", "Wasser", "Zeit", "left"]
    actions = [cell.action for cell in shown.cells()]
    assert actions[:3] == [SayPhrase("Ich bin froh"), SayPhrase("Wasser"), SayPhrase("Zeit")]
    assert actions[3] == OpenBoard("quick")
    (own,) = ObfFormat().read(path)
    ObfFormat().write([shown], path)
    assert ObfFormat().read(path) == (own,)


def test_what_is_changed_in_a_translation_stays_in_the_translation(tmp_path: Path) -> None:
    raw = {"id": "m", "locale": "en", "buttons": [{"id": "1", "label": "water"}],
           "strings": {"de": {"water": "Waser"}}, "grid": {"order": [["1"]]}}  # fmt: skip
    path = tmp_path / "m.obf"
    path.write_text(json.dumps(raw))
    shown = load_library([ObfFormat()], SHIPPED, tmp_path, language="de").boards.get("m")
    (cell,) = shown.cells()
    mended = replace(cell, label="Wasser", action=SayPhrase("Wasser"))
    ObfFormat().write([replace(shown, grid=((mended,),))], path)
    assert next(ObfFormat().read(path)[0].cells()).label == "water"
    again = load_library([ObfFormat()], SHIPPED, tmp_path, language="de").boards.get("m")
    assert next(again.cells()).label == "Wasser"


@pytest.mark.parametrize("language", ["en", "en-GB", "fr", ""])
def test_a_board_without_such_a_translation_stays_as_it_is(tmp_path: Path, language: str) -> None:
    raw = {"id": "m", "locale": "en", "buttons": [{"id": "1", "label": "water"}],
           "strings": {"en": {"water": "WRONG"}}, "grid": {"order": [["1"]]}}  # fmt: skip
    (tmp_path / "m.obf").write_text(json.dumps(raw))
    shown = load_library([ObfFormat()], SHIPPED, tmp_path, language=language).boards.get("m")
    assert next(shown.cells()).label == "water"
