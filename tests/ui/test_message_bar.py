"""The message with its caret; what is said, shown large."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint

from aac.model.notice import Notice, NoticeKind
from aac.model.view import Phase, View
from tests.ui import samples
from tests.ui.conftest import Show
from tests.ui.reading import lines

LONG = "I would like to tell you about the day when we went to the sea. " * 12


def message(show: Show, view: View) -> str:
    return next(line for line in lines(show(view)) if "|" in line or line.startswith("said: "))


def test_the_caret_stands_where_the_view_says(show: Show) -> None:
    assert message(show, samples.spelling(message="water", caret=0)) == "|water"
    assert message(show, samples.spelling(message="water", caret=3)) == "wat|er"


def test_the_caret_counts_characters_and_not_halves_of_signs(show: Show) -> None:
    window = show(samples.spelling(message="🙂ab", caret=2))
    assert window.message.text.textCursor().position() == 3  # the smile is two of Qt's


def test_a_finished_message_has_no_caret(show: Show) -> None:
    assert "I need water." in lines(show(samples.every_kind()["finished"]))


@pytest.mark.parametrize("caret", [0, 100, 400, len(LONG)])
def test_a_long_message_scrolls_so_that_the_caret_is_seen(show: Show, caret: int) -> None:
    window = show(samples.spelling(message=LONG, caret=caret))
    text = window.message.text
    spot = text.cursorRect()
    assert text.viewport().rect().contains(QPoint(spot.center()))


def test_a_long_message_has_smaller_letters(show: Show) -> None:
    window = show(samples.spelling())
    size = window.message.text.font().pixelSize()
    show(samples.spelling(message=LONG, caret=10))
    assert window.message.text.font().pixelSize() == pytest.approx(size * 0.8, abs=1)


def test_only_whole_lines_are_shown(show: Show) -> None:
    window = show(samples.spelling(message=LONG, caret=10))
    text = window.message.text
    line = text.fontMetrics().lineSpacing()
    room = text.viewport().height() - 2 * text.document().documentMargin()
    assert room % line < 2 or line - room % line < 2


def test_what_is_being_said_is_shown_large(show: Show) -> None:
    view = samples.spelling(spoken="I need water.", phase=Phase.SPEAKING)
    assert message(show, view) == "said: I need water."
    window = show(view)
    spoken = window.message.spoken.fitted().pixelSize()
    assert spoken > 1.5 * window.message.text.font().pixelSize()


def test_what_was_said_stays_until_there_is_a_message(show: Show) -> None:
    view = samples.quick(spoken="Please wipe my mouth.")
    assert message(show, view) == "said: Please wipe my mouth."
    assert message(show, replace(view, message="a", caret=1)) == "a|"


def test_without_a_voice_what_is_said_is_shown_over_the_message(show: Show) -> None:
    view = samples.spelling(spoken="I need water.")
    silent = replace(view.settings, speak_mode="silent")
    assert message(show, replace(view, settings=silent)) == "said: I need water."
    notice = Notice(NoticeKind.VOICE_SILENT)
    assert message(show, replace(view, notice=notice)) == "said: I need water."
    assert message(show, view) == "I need wa|"
