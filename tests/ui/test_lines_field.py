"""Lists that grow: own words, abbreviations, people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from aac.model.checking import LONGEST_TEXT, MOST_TEXTS
from aac.model.settings import Settings
from aac.model.words import screen_text
from aac.ui.lines_field import LinesField
from aac.ui.main_window import MainWindow
from tests.ui import samples
from tests.ui.conftest import Show
from tests.ui.filling import field_of, write_lines


@pytest.fixture
def own_words(page: MainWindow) -> Iterator[LinesField]:
    (writing,) = (each for each in page.findChildren(QPushButton) if each.text() == "Writing")
    writing.click()
    field = field_of(page, "own_words")
    assert isinstance(field, LinesField)
    return field


@pytest.fixture
def got(page: MainWindow) -> list[Settings]:
    settings: list[Settings] = []
    page.settings.changed.connect(settings.append)
    return settings


def test_a_pasted_list_counts_line_by_line(own_words: LinesField, got: list[Settings]) -> None:
    write_lines(own_words, "  Zebedee \n\nAunt   Ida\nZebedee\n")
    assert got[-1].own_words == ("Zebedee", "Aunt Ida")
    assert own_words.lines.toPlainText() == "Zebedee\nAunt Ida"


def test_a_line_that_is_emptied_goes(own_words: LinesField, got: list[Settings]) -> None:
    write_lines(own_words, "Zebedee\nAunt Ida")
    write_lines(own_words, "Aunt Ida")
    assert list(got[-1].own_words) == ["Aunt Ida"]
    write_lines(own_words, "")
    assert list(got[-1].own_words) == []


def test_a_line_counts_when_it_is_finished_and_the_writer_stays_where_they_are(
    page: MainWindow, own_words: LinesField, got: list[Settings], qtbot: QtBot
) -> None:
    page.activateWindow()
    own_words.lines.setFocus()
    qtbot.keyClicks(own_words.lines, "Zebedee")
    assert not got
    qtbot.keyClick(own_words.lines, Qt.Key.Key_Return)
    assert got[-1].own_words == ("Zebedee",)
    qtbot.keyClicks(own_words.lines, "Ida ")
    assert own_words.lines.toPlainText() == "Zebedee\nIda "
    qtbot.keyClick(own_words.lines, Qt.Key.Key_Tab)
    assert got[-1].own_words == ("Zebedee", "Ida")


def test_what_is_written_is_not_lost_when_the_page_goes(
    page: MainWindow, own_words: LinesField, got: list[Settings], show: Show, qtbot: QtBot
) -> None:
    page.activateWindow()
    own_words.lines.setFocus()
    qtbot.keyClicks(own_words.lines, "Zebedee")
    show(samples.quick())
    assert got[-1].own_words == ("Zebedee",)


@pytest.mark.parametrize(
    "text", ["x" * LONGEST_TEXT, "\n".join(str(n) for n in range(MOST_TEXTS + 1))]
)
def test_an_impossible_list_stays_as_written_and_says_why(
    page: MainWindow, own_words: LinesField, got: list[Settings], show: Show, text: str
) -> None:
    write_lines(own_words, text)
    assert not got
    why = own_words.problem.text()
    assert str(MOST_TEXTS) in why
    assert str(LONGEST_TEXT - 1) in why
    show(samples.settings_page(settings=replace(Settings(full_screen=False), learning=False)))
    assert own_words.lines.toPlainText() == text
    write_lines(own_words, "Ida")
    assert own_words.problem.text() == ""
    assert got[-1].own_words == ("Ida",)


def test_a_long_list_scrolls_in_its_field_and_a_short_one_has_a_line_to_spare(
    own_words: LinesField,
) -> None:
    line = own_words.lines.fontMetrics().lineSpacing()
    write_lines(own_words, "a\nb\nc\nd")
    QApplication.processEvents()
    assert own_words.lines.viewport().height() >= 5 * line
    assert not own_words.lines.verticalScrollBar().isVisible()
    write_lines(own_words, "\n".join(str(n) for n in range(MOST_TEXTS)))
    QApplication.processEvents()
    assert own_words.lines.height() < 12 * line
    assert own_words.lines.verticalScrollBar().isVisible()


def test_the_way_to_write_a_list_can_be_read(own_words: LinesField) -> None:
    assert own_words.lines.placeholderText() == screen_text("one_a_line")
    assert own_words.lines.accessibleDescription() == screen_text("one_a_line")
