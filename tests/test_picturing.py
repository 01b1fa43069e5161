"""From the bytes in a board file to the window."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from aac.picturing import Picturing
from aac.ui.album import Album
from tests.pictures.drawings import svg

CONTENT = svg()
KEY = hashlib.sha256(CONTENT).hexdigest()
SIZE = QSize(40, 40)


@pytest.fixture
def album(qtbot: QtBot) -> Album:
    return Album()


def test_a_picture_that_is_painted_comes_to_the_window(
    album: Album, qtbot: QtBot, tmp_path: Path
) -> None:
    picturing = Picturing({KEY: lambda: CONTENT}, tmp_path, album, lambda line: None)
    with qtbot.waitSignal(album.came, timeout=10_000):
        assert album.picture(KEY, SIZE) is None
    picture = album.picture(KEY, SIZE)
    assert picture is not None and picture.size() == SIZE
    picturing.stop()


def test_a_picture_of_new_boards_is_looked_for_again(
    album: Album, qtbot: QtBot, tmp_path: Path
) -> None:
    picturing = Picturing({}, tmp_path, album, lambda line: None)
    album.picture(KEY, SIZE)
    qtbot.waitUntil(lambda: album.is_hopeless(KEY), timeout=10_000)
    picturing.use({KEY: lambda: CONTENT})
    assert not album.is_hopeless(KEY)
    assert picturing.content(KEY) == CONTENT
    assert picturing.content("absent") == b""
    picturing.stop()
