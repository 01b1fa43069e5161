"""A person's own pictures and photos."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from aac.files.paths import assets_folder
from aac.pictures.own import OwnPicture, OwnPictures, of_symbol
from aac.pictures.symbols import SymbolShelf
from tests.pictures.drawings import encoded, image, size


@pytest.fixture
def taken(qtbot) -> Iterator[tuple[OwnPictures, dict[str, OwnPicture], dict[str, str]]]:
    own = OwnPictures()
    ready: dict[str, OwnPicture] = {}
    failed: dict[str, str] = {}
    own.ready.connect(ready.__setitem__)
    own.failed.connect(failed.__setitem__)
    yield own, ready, failed
    own.stop()


def test_a_photo_becomes_a_small_picture_with_a_key(taken, qtbot, tmp_path: Path) -> None:
    own, ready, failed = taken
    path = tmp_path / "holiday.jpg"
    path.write_bytes(encoded("jpeg", image(1600, 1200)))
    own.take(path)
    qtbot.waitUntil(lambda: bool(ready or failed), timeout=10_000)
    picture = ready[str(path)]
    assert size(picture.content) == (picture.width, picture.height) == (512, 384)
    assert picture.key == hashlib.sha256(picture.content).hexdigest()
    assert picture.record("i1", "images/i1.png") == {
        "id": "i1", "path": "images/i1.png", "content_type": "image/png",
        "width": 512, "height": 384,
    }  # fmt: skip


def test_a_file_that_is_none_is_told_in_one_sentence(taken, qtbot, tmp_path: Path) -> None:
    own, ready, failed = taken
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all")
    for path in letter, tmp_path / "absent.png", tmp_path:
        own.take(path)
    qtbot.waitUntil(lambda: len(failed) == 3, timeout=10_000)
    assert not ready
    assert all(why.endswith(".") for why in failed.values())


def test_a_symbol_brings_its_licence_along() -> None:
    shelf = SymbolShelf(assets_folder() / "symbols")
    picture = of_symbol(shelf, "openmoji-1F415")
    record = picture.record("dog", "images/dog.svg")
    assert record["content_type"] == "image/svg+xml"
    assert record["license"]["type"] == "CC BY-SA 4.0"
    assert record["license"]["author_name"] == "OpenMoji"
