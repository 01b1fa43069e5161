"""The editor's board shows the pictures of its cells."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from aac.editor.making import make_desk
from aac.model.board import BoardSet
from aac.model.view import Page
from aac.ui.cell_button import CellButton
from tests.ui import samples
from tests.ui.conftest import Show
from tests.ui.test_painting import Paints
from tests.ui.test_pictures import KEY, ONE_OF_EACH, OTHER, black_lines, colours


def test_a_picture_is_seen_when_it_has_come(show: Show, tmp_path: Path, qtbot: QtBot) -> None:
    window = show(replace(samples.quick(), page=Page.EDITOR))
    album, canvas = window.board.album, window.editor.canvas
    wanted: list[str] = []
    album.wanted.connect(wanted.append)
    boards = BoardSet({"pictures": ONE_OF_EACH.board}, "pictures")
    desk = make_desk(tmp_path, boards, samples.WINDOWED, window.editor, lambda given: None)
    desk.follow(replace(samples.quick(), page=Page.EDITOR, board=ONE_OF_EACH.board))
    qtbot.waitUntil(lambda: set(wanted) == {KEY, OTHER})
    qtbot.wait(10)  # all that was to be painted before
    paints = Paints()
    album.put(KEY, black_lines())
    qtbot.waitUntil(lambda: paints.cells() == {"Suction", "Suction again"})
    assert all("#000000" in colours(button) for button in canvas.findChildren(CellButton)
               if button.cell and button.cell.picture == KEY)  # fmt: skip
    desk.close()
    window.editor.asked.disconnect()
