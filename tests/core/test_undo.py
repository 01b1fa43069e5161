"""Undo reverses the last choice of any kind, at least fifty deep (guidance G23)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aac.model.events import SettingsChanged
from aac.model.settings import with_values
from aac.model.view import OfferUse, Work
from tests.scan_script import Played, play, started
from tests.small_boards import STRIP, board, boards

HOME = boards(
    board("home", "+a +b +_ +.", ":speak :clear :delete_word :delete_letter",
          ":slower :private_mode :keep_draft :save_phrase", ">food A :caret_left :method",
          spelling=True),
    board("food", "B :home :back C"),
    strip=STRIP,
)  # fmt: skip


@pytest.mark.parametrize(
    "choice",
    [
        ["+a"],
        ["+_"],
        ["+."],
        [":speak"],
        [":clear", ":clear"],
        [":delete_word"],
        [":delete_letter"],
        [":keep_draft"],
        [":save_phrase"],
        [">food"],
        [":caret_left"],
        [":slower"],
        [":private_mode"],
        [":method"],
        ["A"],
        ["word-1"],
    ],
)
def test_undo_restores_text_caret_board_lists_and_settings(choice: list[str]) -> None:
    played = started(HOME).touch("+a", "+b").play("0.1 words abba abbey")
    before = all_but_the_count(played)
    played.touch(*choice)
    assert all_but_the_count(played) != before
    played.touch("Undo")
    assert all_but_the_count(played) == before


def all_but_the_count(played: Played) -> object:
    """How often offers are used is counted, not done: undo leaves it alone."""
    work = replace(played.session.work, use=OfferUse())
    return work, played.view.settings, played.view.private


def test_undo_does_not_take_back_what_was_counted_and_a_count_alone_is_no_choice() -> None:
    played = started(HOME).touch("+a", "+b").play("0.1 words abba abbey").touch("word-1")
    use = played.session.work.use
    assert (use.selections, use.words_useful, use.words_taken) == (3, 1, 1)
    played.touch("Undo")
    assert (played.view.message, played.session.work.use) == ("Ab", use)
    played.touch("Undo", "Undo").play("0.2 touch Undo | Yes No Call Undo   notice nothing_to_undo")
    assert played.session.work.use == use
    twice = started(HOME).touch("+a", "+_", "+_", "Undo")  # the second space changes nothing
    assert (twice.view.message, twice.session.work.use.selections) == ("A", 3)


def test_two_hundred_letters_can_be_undone_one_by_one() -> None:
    played = started(HOME).touch(*["+a"] * 200)
    for left in range(199, -1, -1):
        played.touch("Undo")
        assert len(played.view.message) == left


def test_with_nothing_to_undo_it_says_so() -> None:
    play("0.5 touch Undo | Yes No Call Undo   notice nothing_to_undo", HOME)


def test_undo_of_a_spoken_phrase_stops_the_voice() -> None:
    play("0.5 touch A |   says A\n0.9 touch Undo | Yes No Call Undo   silence", HOME)


def test_a_choice_that_changed_nothing_leaves_nothing_to_undo() -> None:
    played = started(HOME).touch("+a", ":clear", ":clear", ":clear", ":clear", "Undo")
    assert played.view.message == "A"


def test_undo_goes_back_through_boards() -> None:
    played = started(HOME).touch("+a", ">food", ":home")
    assert played.view.board.id == "home"
    assert played.touch("Undo").view.board.id == "food"
    assert played.touch("Undo").view.board.id == "home"
    assert played.touch("Undo").view.message == ""


def test_undo_takes_back_only_the_setting_that_the_choice_changed() -> None:
    played = started(HOME).touch(":slower")
    assert played.view.settings.scan_time == 1.1
    played.do(SettingsChanged(with_values(played.view.settings, {"theme": "light"})))
    played.touch("Undo")
    assert (played.view.settings.scan_time, played.view.settings.theme) == (1.0, "light")


def test_undo_from_the_work_of_an_earlier_run_says_there_is_nothing() -> None:
    played = started(HOME, Work(text="Hello", caret=5, board="home")).touch("Undo")
    assert played.view.message == "Hello"


def test_a_caret_outside_the_text_of_an_earlier_run_is_put_right() -> None:
    assert started(HOME, Work(text="Hello", caret=99)).view.caret == 5
    assert started(HOME, Work(text="Hello", caret=-3)).view.caret == 0
