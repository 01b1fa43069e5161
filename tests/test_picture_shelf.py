"""Pictures for the editor: known ones first, symbols by word, photos made small by a process."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from aac.files.board_media import BoardMedia, board_media
from aac.files.obf import ObfFormat
from aac.files.own_media import with_media
from aac.model import language
from aac.model.board import Board, BoardSet, Cell, Look, SayPhrase
from aac.model.language import ENGLISH, Language
from aac.picture_shelf import PictureShelf
from aac.pictures.kinds import LONG_SIDE
from aac.pictures.symbols import SymbolShelf
from tests.pictures.drawings import GOOD, encoded, image

LIMIT = 20_000  # milliseconds
TEA = Cell("tea", "Tea", SayPhrase("Tea"), Look.PHRASE)
BOARD = Board("kitchen", "Kitchen", ((TEA,),))


@pytest.fixture(autouse=True)
def _english_afterwards() -> Iterator[None]:
    yield
    language.use(ENGLISH)


def only(board: Board) -> BoardSet:
    return BoardSet({board.id: board}, board.id)


@pytest.fixture
def shelf(qapp: object) -> Iterator[PictureShelf]:
    board = with_media(BOARD, "tea", GOOD["png"], sound=False)
    media = board_media([board])
    assert isinstance(media, BoardMedia)
    shelf = PictureShelf(lambda: only(board), media, lambda line: None)
    yield shelf
    shelf.stop()


def test_what_is_on_boards_comes_first_and_symbols_follow(shelf: PictureShelf) -> None:
    (label, key), *symbols = shelf.find("tea")
    assert (label, shelf.content(key), shelf.licence(key)) == ("Tea", GOOD["png"], None)
    assert symbols
    for _, symbol in symbols:
        assert b"<svg" in (shelf.content(symbol) or b"")
        assert (shelf.licence(symbol) or {})["type"] in ("CC BY-SA 4.0", "MIT")


def test_symbols_are_found_in_the_language_of_wren(shelf: PictureShelf) -> None:
    english = shelf.find("Hund")
    language.use(Language("de"))
    assert [label for label, _ in shelf.find("Hund")][:1] == ["Hund"] != english


def test_no_drawing_is_read_while_a_word_is_looked_for(
    shelf: PictureShelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looking for one opens a large file, and the light waits for it."""
    read: list[str] = []

    def drawing(self: SymbolShelf, symbol_id: str) -> bytes:
        read.append(symbol_id)
        return b"<svg/>"

    monkeypatch.setattr(SymbolShelf, "drawing", drawing)
    _, (_, key), *_ = shelf.find("tea")
    assert not read
    assert shelf.content(key) == b"<svg/>" and read == [key.removeprefix("symbol-")]


def test_a_symbol_that_is_on_a_board_is_found_once(
    shelf: PictureShelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_board = ("My dog", "symbol-openmoji-1F415")
    on_boards = "aac.picture_shelf.PicturesOnBoards.find"
    monkeypatch.setattr(on_boards, lambda self, word: [on_board])
    found = shelf.find("dog")
    assert found[0] == on_board
    assert len({key for _, key in found}) == len(found) > 1


@pytest.mark.parametrize("problem", [OSError, KeyError, zipfile.BadZipFile])
def test_a_damaged_set_gives_no_picture_and_no_error(
    shelf: PictureShelf, monkeypatch: pytest.MonkeyPatch, problem: type[Exception]
) -> None:
    def drawing(self: SymbolShelf, symbol_id: str) -> bytes:
        raise problem

    monkeypatch.setattr(SymbolShelf, "drawing", drawing)
    _, *symbols = shelf.find("tea")
    assert symbols and [shelf.content(key) for _, key in symbols] == [None] * len(symbols)


def test_a_symbol_goes_out_with_its_licence(shelf: PictureShelf, tmp_path: Path) -> None:
    _, key = shelf.find("dog")[0]
    licence, drawing = shelf.licence(key), shelf.content(key)
    assert licence and drawing
    board = with_media(BOARD, "tea", drawing, sound=False, licence=licence)
    ObfFormat().write((board,), tmp_path / "out.obz")
    (again,) = ObfFormat().read(tmp_path / "out.obz")
    record = again.extra["images"][0]  # type: ignore[index]  # a list of records
    assert record["license"] == dict(licence)
    assert record["content_type"] == "image/svg+xml"
    assert (record["width"], record["height"]) == (72, 72)
    ObfFormat(by_name=True).write((board,), tmp_path / "own.obf")
    (own,) = ObfFormat().read(tmp_path / "own.obf")
    assert own.extra["images"][0]["license"] == dict(licence)  # type: ignore[index]
    with zipfile.ZipFile(tmp_path / "out.obz") as archive:
        assert archive.read(record["path"]) == drawing


def test_a_photo_is_made_small_and_comes_later(
    shelf: PictureShelf, tmp_path: Path, qtbot: QtBot
) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(encoded("jpeg", image(3000, 2000)))
    keys: list[str] = []
    failed: list[str] = []
    shelf.take(photo, keys.append, failed.append)
    assert not keys, "the light is not kept waiting"
    qtbot.waitUntil(lambda: bool(keys or failed), timeout=LIMIT)
    assert not failed
    content = shelf.content(keys[0])
    assert content is not None and content.startswith(b"\x89PNG")
    assert max(struct.unpack(">II", content[16:24])) == LONG_SIDE


def test_one_photo_for_two_cells_comes_to_both(
    shelf: PictureShelf, tmp_path: Path, qtbot: QtBot
) -> None:
    photo = tmp_path / "photo.png"
    photo.write_bytes(GOOD["png"])
    keys: list[tuple[str, str]] = []
    for cell in ("first", "second"):
        shelf.take(photo, lambda key, cell=cell: keys.append((cell, key)), pytest.fail)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(keys) == 2, timeout=LIMIT)
    assert [cell for cell, _ in keys] == ["first", "second"]
    assert len({key for _, key in keys}) == 1


def test_one_file_that_is_not_there_is_told_for_both_cells(
    shelf: PictureShelf, tmp_path: Path, qtbot: QtBot
) -> None:
    failed: list[str] = []
    for _ in range(2):
        shelf.take(tmp_path / "gone.png", pytest.fail, failed.append)
    qtbot.waitUntil(lambda: len(failed) == 2, timeout=LIMIT)
    qtbot.wait(20)  # a second answer for the same file finds nobody who waits
    assert failed == ["not_a_picture"] * 2


@pytest.mark.parametrize("content", [None, b"no picture", b"\x89PNG\r\n\x1a\nbroken"])
def test_what_is_no_picture_is_told(
    shelf: PictureShelf, tmp_path: Path, qtbot: QtBot, content: bytes | None
) -> None:
    path = tmp_path / "file.png"
    if content is not None:
        path.write_bytes(content)
    failed: list[str] = []
    shelf.take(path, lambda key: pytest.fail("it was taken"), failed.append)
    qtbot.waitUntil(lambda: bool(failed), timeout=LIMIT)
    assert failed == ["not_a_picture"]


def test_without_symbols_boards_are_still_looked_through(tmp_path: Path, qapp: object) -> None:
    board = with_media(BOARD, "tea", GOOD["png"], sound=False)
    media = board_media([board])
    shelf = PictureShelf(lambda: only(board), media, lambda line: None, tmp_path)
    assert [label for label, _ in shelf.find("tea")] == ["Tea"]
