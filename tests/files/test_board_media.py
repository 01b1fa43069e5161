"""The bytes of pictures and sounds, by the keys that cells hold."""

from __future__ import annotations

import base64
import hashlib

import pytest

from aac.files.board_media import board_media
from aac.files.obf.media import FILES
from aac.model.board import Board, Cell, SayPhrase

CONTENT = b"\x89PNG anything"
KEY = hashlib.sha256(CONTENT).hexdigest()
CODED = base64.b64encode(CONTENT).decode()


def content_of(record: dict[str, object], **files: bytes) -> bytes | None:
    cell = Cell("1", "One", SayPhrase("One"), picture=KEY, extra={"image_id": 7})
    extra = {"images": [{"id": "other"}, {"id": "7", **record}], FILES: files}
    return board_media([Board("b", "B", ((cell, None),), extra=extra)])[KEY]()


def test_a_file_in_the_package() -> None:
    assert content_of({"path": "a"}, a=CONTENT) == CONTENT


@pytest.mark.parametrize(
    "data",
    [
        f"data:image/png;base64,{CODED}",
        f"data:image/png;base64,{CODED.rstrip('=')}",
        "data:image/png,%89PNG%20anything",
    ],
    ids=["padded", "bare", "by per cent"],
)
def test_bytes_in_the_board_itself_come_before_a_file(data: str) -> None:
    assert content_of({"data": data, "path": "a"}, a=b"other") == CONTENT


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"path": "absent"},
        {"path": 5},
        {"data": "data"},
        {"data": "data:;base64,a"},
        {"url": "x"},
    ],
    ids=str,
)
def test_what_cannot_be_had_is_nothing(record: dict[str, object]) -> None:
    assert content_of(record) is None


def test_a_sound_too_and_each_key_once() -> None:
    cells = [Cell(f"{n}", "", SayPhrase(""), sound=KEY, extra={"sound_id": "s"}) for n in range(2)]
    extra = {"sounds": [{"id": "s", "path": "a"}], FILES: {"a": CONTENT}}
    media = board_media([Board("b", "B", (tuple(cells),), extra=extra)])
    assert {key: content() for key, content in media.items()} == {KEY: CONTENT}
