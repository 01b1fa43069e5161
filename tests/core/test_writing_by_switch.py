"""A message from the first letter to the room, with one switch and invented time."""

from __future__ import annotations

from aac.model.events import Learn, Save
from aac.model.view import Work
from tests.scan_script import play, started
from tests.small_boards import STRIP, board, boards

HOME = boards(
    board("home", "+h +i +_", ":speak :clear :caret_left", ":caret_end :caret_word_left "
          ":caret_word_right", "+. :delete_word :caret_right", spelling=True),
)  # fmt: skip


def test_hi_is_spelled_and_spoken_with_one_switch() -> None:
    played = play(
        """
        1.0   -        | +h +i +_
        1.2   tap      | +h
        1.4   tap      | Yes No Call Undo   text H^
        2.4   -        | +h +i +_
        2.6   tap      | +h
        3.6   -        | +i
        3.8   tap      | Yes No Call Undo   text Hi^
        4.8   -        | +h +i +_
        5.8   -        | :speak :clear :caret_left
        6.0   tap      | :speak
        6.2   tap      |                    says Hi   phase speaking
        7.0   spoken   | Yes No Call Undo
        """,
        HOME,
        prediction_on=False,
    )
    assert played.view.finished
    assert played.every(Learn) == [Learn("Hi")]


def test_every_change_is_saved_before_the_next() -> None:
    played = started(HOME).touch("+h", "+i", ":speak")
    saved = [save.work for save in played.every(Save)]
    assert [work.text for work in saved] == ["H", "Hi", "Hi"]
    assert saved[-1] == played.session.work


def test_a_choice_that_changes_nothing_saves_nothing() -> None:
    assert started(HOME).touch(":clear", ":clear", ":caret_left").every(Save) == []


def test_after_speaking_the_next_letter_begins_a_new_message() -> None:
    played = started(HOME).touch("+h", ":speak", "+i")
    assert played.view.message == "I"
    assert played.session.work.history == ("H",)


def test_after_speaking_the_message_stays_where_the_setting_says_so() -> None:
    played = started(HOME, after_speaking="keep").touch("+h", ":speak", "+i")
    assert played.view.message == "Hi"


def test_deleting_in_a_spoken_message_goes_on_with_it() -> None:
    played = started(HOME).touch("+h", "+i", "+_", "+h", ":speak", ":delete_word", "+i")
    assert played.view.message == "Hi i"


def test_the_caret_moves_by_letters_and_words() -> None:
    started(HOME).touch("+h", "+_", "+i").play(
        """
        0.1   touch :caret_left       | Yes No Call Undo   text H ^i
        0.2   touch :caret_word_left  | Yes No Call Undo   text ^H i
        0.3   touch :caret_right      | Yes No Call Undo   text H^ i
        0.4   touch :caret_word_right | Yes No Call Undo   text H i^
        0.5   touch :caret_word_left  | Yes No Call Undo   text H ^i
        0.6   touch :caret_end        | Yes No Call Undo   text H i^
        """
    )


def test_a_touch_on_a_cell_that_is_not_there_does_nothing() -> None:
    play("0.5 touch nowhere | Yes No Call Undo   text ^\n1.0 - | +h +i +_", HOME)


def test_a_touched_cell_of_a_page_that_is_not_open_does_nothing() -> None:
    play("0.5 touch page-coming | Yes No Call Undo", HOME)


def test_a_hidden_cell_cannot_be_touched() -> None:
    every = boards(board("home", "(A) B"), strip=())
    assert started(every).touch("A").said == []


def test_the_board_and_text_of_an_earlier_run_are_there_again() -> None:
    every = boards(board("one", ">two A"), board("two", ":back B"), strip=STRIP)
    work = Work(text="I wan", caret=5, board="two", trail=("one",))
    played = started(every, work)
    assert (played.view.board.id, played.view.message, played.view.phase) == (
        "two", "I wan", "scanning")  # fmt: skip
    assert played.touch(":back").view.board.id == "one"


def test_a_cell_without_a_task_for_the_core_does_nothing() -> None:
    every = boards(board("home", "A word#1 person#1"), strip=())
    before = started(every)
    assert before.touch("word#1", "person#1").session.work == Work(board="home")
