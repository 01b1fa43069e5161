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


def test_a_symbol_goes_out_with_its_licence(shelf: PictureShelf, tmp_path: Path) -> None:
    _, key = shelf.find("dog")[0]
    licence, drawing = shelf.licence(key), shelf.content(key)
    assert licence and drawing
    board = with_media(BOARD, "tea", drawing, sound=False, licence=licence)
    ObfFormat().write((board,), tmp_path / "out.obz")
    (again,) = ObfFormat().read(tmp_path / "out.obz")
    (record,) = again.extra["images"]  # type: ignore[misc]  # a list of records
    assert record["license"] == dict(licence)
    assert record["content_type"] == "image/svg+xml"
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
