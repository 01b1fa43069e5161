"""What is offered above the grid: words, a whole phrase, likely letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QPoint, QRect

from aac.model.settings import Settings
from aac.model.view import View
from aac.ui.main_window import MainWindow
from aac.ui.theme import THEMES
from tests.ui import samples
from tests.ui.conftest import Show
from tests.ui.reading import lines, sheet_lines
from tests.ui.test_geometry import assert_whole

READABLE = 20  # pixels: 15 pt on an ordinary screen
LETTERS = frozenset(f"likely-{n}" for n in range(6))


def places(window: MainWindow) -> dict[str, QRect]:
    """Where every cell of the board is, by its id."""
    sheets = (window.board.words, window.board.letters, window.board.grid)
    buttons = (button for sheet in sheets for button in sheet.buttons())
    return {
        button.cell.id: QRect(button.mapTo(window, QPoint()), button.size())
        for button in buttons
        if button.cell is not None
    }


def with_settings(view: View, **more: object) -> View:
    return replace(view, settings=replace(view.settings, **more))  # type: ignore[arg-type]


def fewer_offers(view: View) -> Iterator[View]:
    """The same view with some or all of its offers gone, as while writing."""
    no_words, no_letters = (None,) * len(view.words), (None,) * len(view.letters)
    yield replace(view, phrase=None)
    yield replace(view, words=no_words)
    yield replace(view, letters=no_letters)
    yield replace(view, words=no_words, letters=no_letters, phrase=None)
    yield replace(view, words=(*no_words[:1], *view.words[1:]), letters=(*view.letters[:-1], None))


@pytest.mark.parametrize(
    ("theme", "text_size", "gap"), [*product(THEMES, [18, 28, 48, 96], [2, 6])]
)
def test_offers_fit_at_every_text_size_in_every_theme(
    show: Show, theme: str, text_size: int, gap: int
) -> None:
    view = with_settings(samples.offers(), theme=theme, text_size=text_size, cell_gap=gap)
    window = show(view)
    assert_whole(window)
    for likely in window.board.letters.buttons():
        assert likely.face().font.pixelSize() >= READABLE
    for button in window.board.grid.buttons():
        if button.face().label in set("ETAONI"):
            assert button.face().font.pixelSize() >= READABLE


def test_likely_letters_are_as_large_as_those_of_the_grid(show: Show) -> None:
    window = show(samples.offers())
    likely, letter = window.board.letters.button("likely-0"), window.board.grid.button("letter-T")
    assert likely is not None
    assert letter is not None
    assert likely.face().font.pixelSize() >= letter.face().font.pixelSize() - 1


@pytest.mark.parametrize(
    "settings",
    [
        Settings(full_screen=False, phrase_offer=True),
        Settings(full_screen=False, abbreviations=("omw = I am on my way",)),
    ],
    ids=["phrases", "abbreviations"],
)
@pytest.mark.parametrize("has_words", [True, False])
def test_nothing_moves_when_offers_come_and_go(
    show: Show, settings: Settings, has_words: bool
) -> None:
    view = samples.offers(settings=settings)
    if not has_words:
        view = replace(view, words=())
    everything = places(show(view))
    for fewer in fewer_offers(view):
        now = places(show(fewer))
        assert now.items() <= everything.items()
    assert places(show(view)) == everything


def test_without_phrases_the_words_have_all_the_width(show: Show) -> None:
    view = replace(samples.offers(), phrase=None)
    narrow = places(show(view))["word-5"]
    wide = places(show(with_settings(view, phrase_offer=False)))
    assert wide["word-5"].right() == pytest.approx(wide["likely-5"].right(), abs=6)
    assert wide["word-5"].width() > 1.3 * narrow.width()


def test_a_phrase_takes_about_a_third_of_the_words_and_ends_where_the_grid_ends(
    show: Show,
) -> None:
    at = places(show(samples.offers()))
    row = at["word-0"].united(at["phrase"])
    assert 0.3 < at["phrase"].width() / row.width() < 0.36
    assert at["phrase"].right() == pytest.approx(at["likely-5"].right(), abs=6)


def test_a_board_without_offers_has_no_room_for_them(show: Show) -> None:
    show(samples.offers())
    window = show(with_settings(samples.quick(), phrase_offer=True))
    assert not window.board.words.isVisible()
    assert not window.board.letters.isVisible()
    assert window.board.grid.y() == 0


def test_words_and_phrase_are_lit_as_one_block_and_back_stands_after_both(show: Show) -> None:
    view = samples.offers()
    window = show(replace(view, lit=samples.OFFERED_WORDS))
    board = window.board
    assert all(f"[{word}]" in sheet_lines(board.words)[0] for word in ("I", "thought"))
    phrase, last = board.words.button("phrase"), board.words.button("word-5")
    assert phrase is not None
    assert last is not None
    between = QPoint((last.geometry().right() + phrase.x()) // 2, phrase.geometry().center().y())
    picture = board.words.grab().toImage()
    assert picture.pixelColor(between).name() == THEMES["dark"].lit.edge
    (mark,) = board.words.marks()
    assert mark.x() > phrase.geometry().right()
    show(replace(view, group=samples.OFFERED_WORDS, back_lit=True))
    (row,) = sheet_lines(board.words)
    assert row.endswith("then the pillow too.) [<-]")


def test_a_phrase_alone_is_lit_alone(show: Show) -> None:
    view = replace(samples.offers(), lit=frozenset({"phrase"}), group=samples.OFFERED_WORDS)
    (row,) = sheet_lines(show(view).board.words)
    assert row.startswith("(something)")
    assert row.endswith("[Please move my left arm a little, and then the pillow too.]")


def test_the_letters_are_a_group_like_any_other(show: Show) -> None:
    view = samples.offers()
    assert "[M] [W] [Space] [Speak] [Q] [']" in lines(show(replace(view, lit=LETTERS)))
    shown = lines(show(replace(view, lit=frozenset({"likely-3"}), group=LETTERS)))
    assert "(M) (W) (Space) [Speak] (Q) (')" in shown
    shown = lines(show(replace(view, group=LETTERS, back_lit=True)))
    assert "(M) (W) (Space) (Speak) (Q) (') [<-]" in shown


def test_offers_that_are_lit_one_by_one_have_no_back_mark(show: Show) -> None:
    view = samples.offers()
    board = show(view).board
    assert len(board.words.marks()) == len(board.letters.marks()) == 1
    before = places(show(view))
    one_by_one = with_settings(replace(view, lit=frozenset({"word-1"})), offer_scan="one_by_one")
    show(one_by_one)
    assert board.words.marks() == board.letters.marks() == []
    assert board.grid.marks()
    assert places(show(one_by_one)) == before
    assert "something [they]" in sheet_lines(board.words)[0]


def test_of_a_message_that_is_too_long_the_beginning_is_offered(show: Show) -> None:
    text = "I would like to tell you about the day when we went to the sea. " * 6
    window = show(replace(samples.offers(), phrase=samples.whole_phrase(text.strip())))
    assert_whole(window)
    phrase = window.board.words.button("phrase")
    assert phrase is not None
    assert phrase.shown_text().startswith("I would like to tell you about")
    assert phrase.shown_text().endswith("…")
    assert phrase.accessibleName() == text.strip()
