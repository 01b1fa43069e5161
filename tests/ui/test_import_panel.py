"""The part of the settings page where boards of other programs are chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from aac.model.import_words import import_text
from aac.ui.import_panel import ImportPanel
from aac.ui.main_window import MainWindow


@pytest.fixture
def panel(page: MainWindow, qtbot: QtBot) -> ImportPanel:
    """The panel on the open settings page."""
    names = {button.text(): button for button in page.settings.findChildren(QPushButton, "group")}
    qtbot.mouseClick(names[import_text("title")], Qt.MouseButton.LeftButton)
    return page.settings.boards


def test_a_path_that_is_written_is_asked_for(panel: ImportPanel, qtbot: QtBot) -> None:
    panel.entry.setText("  /tmp/a set.gridset ")
    with qtbot.waitSignal(panel.wanted) as wanted:
        qtbot.mouseClick(panel.start, Qt.MouseButton.LeftButton)
    assert wanted.args == ["/tmp/a set.gridset"]
    with qtbot.waitSignal(panel.wanted):
        qtbot.keyClick(panel.entry, Qt.Key.Key_Return)


def test_the_file_chooser_is_a_part_of_the_page_and_stops_nothing(
    panel: ImportPanel, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.mouseClick(panel.look, Qt.MouseButton.LeftButton)
    chooser = panel.chooser
    assert chooser is not None and chooser.isVisible()
    assert not chooser.isWindow() and not chooser.isModal()
    assert QApplication.activeModalWidget() is None
    file = tmp_path / "a.gridset"
    file.write_bytes(b"")
    name = chooser.findChild(QLineEdit)
    assert name is not None
    name.setText(str(file))
    with qtbot.waitSignal(panel.wanted) as wanted:
        chooser.accept()
    assert wanted.args == [str(file)]
    assert not chooser.isVisible()


def test_a_name_that_is_not_there_opens_no_box(panel: ImportPanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.look, Qt.MouseButton.LeftButton)
    assert panel.chooser is not None
    name = panel.chooser.findChild(QLineEdit)
    assert name is not None
    name.setText("nowhere.gridset")
    panel.chooser.accept()
    assert QApplication.activeModalWidget() is None
    assert panel.chooser.isVisible()


def test_escape_closes_the_chooser_and_not_the_page(panel: ImportPanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.look, Qt.MouseButton.LeftButton)
    assert panel.chooser is not None
    qtbot.keyClick(panel.chooser, Qt.Key.Key_Escape)
    assert not panel.chooser.isVisible()
    assert panel.isVisible()


def test_a_report_is_plain_text(panel: ImportPanel) -> None:
    assert not panel.report.isVisible()
    panel.show_report("1. Lost: <b>tea</b> & more")
    assert panel.report.isVisible()
    assert panel.report.toPlainText() == "1. Lost: <b>tea</b> & more"


def test_boards_that_came_become_the_first_with_one_click(
    page: MainWindow, panel: ImportPanel, qtbot: QtBot
) -> None:
    assert not panel.home.isVisible()
    panel.offer("kitchen.home")
    with qtbot.waitSignal(page.settings_changed) as changed:
        qtbot.mouseClick(panel.home, Qt.MouseButton.LeftButton)
    assert changed.args[0].home_board == "kitchen.home"
    assert import_text("home_now") in panel.report.toPlainText()
    assert not panel.home.isVisible()
