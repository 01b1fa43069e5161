"""Elimination scanning, directed scanning and the roles of switches on the screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor

from aac.model.notice import Notice, NoticeKind
from aac.model.roles import ROLES, Role
from aac.model.state_words import roles_text
from aac.model.view import Phase
from aac.ui.light import State
from aac.ui.main_window import MainWindow
from aac.ui.part_mark import PATTERNS
from aac.ui.theme import THEMES
from tests.ui import samples
from tests.ui.conftest import Show
from tests.ui.reading import lines


def test_every_cell_bears_the_number_of_the_switch_that_keeps_it(show: Show) -> None:
    view = samples.narrowed(samples.spelling(), 4)
    window = show(view)
    for number, part in enumerate(view.parts, start=1):
        for cell_id in part:
            assert button(window, cell_id).part == number
            assert button(window, cell_id).accessibleDescription() == f"number {number}"
    assert any(line.startswith("1:water 1:was") for line in lines(window))


def test_what_was_not_kept_is_dim_and_has_no_number(show: Show) -> None:
    view = samples.narrowed(samples.spelling(), 4, 2)
    window = show(view)
    kept = frozenset[str]().union(*view.parts)
    for cell in view.board.cells():
        state = State.PART if cell.id in kept else State.DIM
        assert button(window, cell.id).state is state
        assert bool(button(window, cell.id).part) == (cell.id in kept)


@pytest.mark.parametrize("theme", THEMES)
def test_the_four_parts_look_different_without_their_colours(show: Show, theme: str) -> None:
    """Grey pictures of the four bars differ."""
    view = samples.narrowed(samples.spelling(), 4)
    window = show(replace(view, settings=replace(view.settings, theme=theme)))
    letters = ("letter-E", "letter-T", "letter-W", "letter-J")
    numbers = [button(window, "letter-E").part, button(window, "letter-T").part]
    assert numbers == [1, 2] and len(letters) == len(PATTERNS)
    bars = {}
    for part in view.parts:
        cell = button(window, min(part))
        picture = cell.grab().toImage()
        bar = range(round(cell.width() * 0.1))
        bars[cell.part] = [
            picture.pixelColor(x, y).lightness() > 128 for x in bar for y in range(8, cell.height())
        ]
    sizes = {len(bar) for bar in bars.values()}
    assert len(bars) == 4 and sizes
    shares = {number: sum(bar) / len(bar) for number, bar in bars.items()}
    assert len({round(share, 2) for share in shares.values()}) >= 3


def test_the_number_stands_on_its_bar(show: Show) -> None:
    window = show(samples.narrowed(samples.spelling(), 4))
    cell = button(window, "letter-E")
    picture = cell.grab().toImage()
    assert picture.pixelColor(4, cell.height() // 2) == QColor(THEMES["dark"].parts[0].edge)


def test_labels_stand_in_the_same_place_whether_kept_or_not(show: Show) -> None:
    window = show(samples.narrowed(samples.spelling(), 4))
    before = button(window, "letter-E").face().label_room
    window = show(samples.narrowed(samples.spelling(), 4, 4))
    assert button(window, "letter-E").face().label_room == before


def test_a_press_that_is_judged_lights_its_part(show: Show) -> None:
    window = show(samples.every_kind()["parts-4-judged"])
    assert button(window, "letter-W").state is State.ACCEPTING
    assert button(window, "letter-W").part == 3
    assert button(window, "letter-E").state is State.PART


def test_a_question_shows_the_number_of_both_answers(show: Show) -> None:
    window = show(samples.every_kind()["parts-asking"])
    asked = button(window, "clear")
    assert (asked.state, asked.part) == (State.ASKING, 1)
    assert [mark.part for mark in window.board.grid.marks()] == [2]
    window = show(samples.every_kind()["parts-asking-elsewhere"])
    assert [mark.part for mark in window.board.card.sheet.marks()] == [2]


def test_only_a_question_has_a_back_mark_where_the_light_never_goes_into_a_row(show: Show) -> None:
    assert show(samples.every_kind()["directed-5"]).board.grid.marks() == []
    asking = show(samples.every_kind()["directed-asking"])
    assert [mark.state for mark in asking.board.grid.marks()] == [State.LIT]


@pytest.mark.parametrize(
    ("roles", "text"),
    [
        ((), ""),
        (ROLES["two_switch"], "1 moves · 2 chooses"),
        (ROLES["two_switch"][::-1], "1 chooses · 2 moves"),
        (ROLES["directed_3"], "1 next row · 2 next cell · 3 chooses"),
        (ROLES["directed_4"], "1 left · 2 right · 3 up · 4 down · waiting chooses"),
        (ROLES["directed_5"], "1 left · 2 right · 3 up · 4 down · 5 chooses"),
        (ROLES["elimination_2"], "Press the number on your cell"),
        ((Role.BRINGS_BACK, Role.ALONE), "1 as before · 2 alone: chooses what is lit"),
    ],
)
def test_the_line_at_the_top_says_what_each_switch_does(
    show: Show, roles: tuple[Role, ...], text: str
) -> None:
    assert roles_text(roles) == text
    view = samples.spelling(roles=roles, phase=Phase.RESTING)
    shown = lines(show(view))
    assert (text in shown) == bool(text)
    assert "Resting. Press to start" in shown
    notice = Notice(NoticeKind.PHRASE_SAVED)
    assert text not in lines(show(replace(view, notice=notice))) or not text


def button(window: MainWindow, cell_id: str):  # type: ignore[no-untyped-def]
    sheets = (*window.board.sheets(), window.strip)
    return next(found for sheet in sheets if (found := sheet.button(cell_id)))
