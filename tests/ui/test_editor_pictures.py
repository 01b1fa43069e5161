"""The pictures of the board that is edited: they come later than the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from aac.model.desk import Choose
from aac.model.edits import PutBoard
from aac.ui.cell_button import CellButton
from tests.ui.conftest import Show
from tests.ui.test_editor import BOARDS, Editor, screen
from tests.ui.test_painting import Paints
from tests.ui.test_pictures import KEY, black_lines

FOOD = BOARDS["food"]


@pytest.fixture
def editor(show: Show, tmp_path: Path) -> Iterator[Editor]:
    """With a picture on the tea, which nobody has yet."""
    made = Editor(show(screen()), tmp_path)
    tea = FOOD.grid[0][0]
    assert tea is not None
    row = (replace(tea, picture=KEY), *FOOD.grid[0][1:])
    made.desk.ask(PutBoard(replace(FOOD, grid=(row, *FOOD.grid[1:]))))
    made.desk.ask(Choose("food", (0, 0)))
    made.settle()
    yield made
    made.desk.close()
    made.page.asked.disconnect()


def tea_of(editor: Editor) -> CellButton:
    (found,) = (each for each in editor.page.canvas.findChildren(CellButton)
                if each.isVisible() and each.cell is not None and each.cell.picture)  # fmt: skip
    return found


def test_a_picture_that_comes_is_painted_by_itself(editor: Editor, qtbot: QtBot) -> None:
    album, tea = editor.window.board.album, tea_of(editor)
    qtbot.waitUntil(lambda: KEY in album._asked)
    before = tea.grab().toImage()
    qtbot.wait(20)  # nothing is left to be painted
    paints = Paints()
    album.put(KEY, black_lines())
    qtbot.waitUntil(lambda: tea in paints.widgets)
    assert tea.grab().toImage() != before
