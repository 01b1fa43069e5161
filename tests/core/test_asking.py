"""What asks once more, and that doing nothing never confirms (guidance G25)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aac.model.board import Cell, Do, SayPhrase
from aac.model.commands import Command
from aac.model.events import DeadlineReached, Quit, SettingsChanged
from aac.model.parts import Alarm
from aac.model.settings import with_values
from tests.scan_script import Played, play, started
from tests.small_boards import STRIP, board, boards

WISH = Cell("wish", "A wish", SayPhrase("I want comfort."), confirm=True)
ALARM = Cell("alarm", "Choking", Alarm("B04", "I am choking."), confirm=True)
CALL = Cell("call", "Call", Do(Command.CALL), confirm=True)
HOME = boards(
    board("home", "+a +b", ":clear :quit wish alarm call", cells={"wish": WISH, "alarm": ALARM,
                                                                 "call": CALL}),
    strip=STRIP,
)  # fmt: skip
METHODS = ["automatic", "inverse", "step", "two_switch"]


def written(**settings: object) -> Played:
    return started(HOME, **settings).touch("+a", "+b")  # type: ignore[arg-type]


def test_clear_asks_and_the_same_press_again_clears() -> None:
    written().play(
        """
        0.5   touch :clear | :clear    asks :clear   text Ab^
        0.9   tap          | Yes No Call Undo   text ^
        """
    )


def test_a_question_stays_for_one_round_and_then_nothing_has_happened() -> None:
    written().play(
        """
        0.5   touch :clear | :clear    asks :clear
        1.5   -            | <
        2.5   -            | Yes No Call Undo   text Ab^
        """
    )


def test_the_back_mark_beside_a_question_says_no() -> None:
    played = written().play(
        """
        0.5   touch :clear | :clear
        1.5   -            | <
        1.9   tap          | Yes No Call Undo   text Ab^
        """
    )
    assert played.view.asking is None


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("question", [":clear", ":quit", "wish"])
def test_doing_nothing_never_confirms(method: str, question: str) -> None:
    played = written(scan_method=method).touch(question)
    assert played.view.asking is not None
    for _ in range(10):
        if (deadline := played.session.deadline) is None:
            break
        played.do(DeadlineReached(), deadline)
        if played.view.asking is None:
            break
    assert played.view.message == "Ab"
    assert played.said == []
    assert played.every(Quit) == []


@pytest.mark.parametrize("method", METHODS)
def test_under_every_method_the_question_can_be_answered(method: str) -> None:
    played = written(scan_method=method)
    played.play("0.5 touch :clear")
    answer = {
        "automatic": "0.8 tap",
        "inverse": "0.8 tap",
        "step": "0.8 tap | :clear\n1.8 - |   text ^",
        "two_switch": "0.8 tap 2",
    }[method]
    played.play(answer)
    assert played.view.message == ""


def test_quit_asks_saves_and_quits() -> None:
    written().play(
        """
        0.5   touch :quit | :quit   asks :quit
        0.9   tap         | Yes No Call Undo   quits
        """
    )


def test_a_wish_asks_once() -> None:
    written().play("0.5 touch wish | wish   asks wish\n0.9 touch wish |   says I want comfort.")


@pytest.mark.parametrize("cell", ["alarm", "call"])
def test_a_call_for_help_never_asks_even_where_the_board_says_so(cell: str) -> None:
    played = written().touch(cell)
    assert played.view.asking is None
    assert played.view.alert is not None


def test_touching_another_cell_answers_no() -> None:
    played = written().touch(":clear", "+a")
    assert played.view.message == "Aba"
    assert played.view.asking is None


def test_another_question_takes_the_place_of_the_first() -> None:
    played = written().touch(":clear", ":quit", ":clear")
    assert played.view.message == "Ab"
    assert played.view.asking is not None


def test_letters_and_phrases_do_not_ask() -> None:
    assert written().view.message == "Ab"


def test_settings_changed_in_between_take_the_question_back() -> None:
    played = written().touch(":clear")
    changed = with_values(played.view.settings, {"scan_time": 2.0})
    played.do(SettingsChanged(changed))
    assert played.view.asking is None
    played.touch(":clear")
    assert played.view.message == "Ab"


def test_a_question_asked_while_the_voice_speaks_stays_when_the_voice_ends() -> None:
    played = written().touch("Yes", ":clear")
    played.spoken()
    assert played.view.asking is not None
    assert played.view.lit == {":clear"}
    late = written().touch("Yes", ":clear")
    late.do(DeadlineReached(), 3.0)
    assert late.view.back_lit or late.view.lit == {":clear"}


def test_rest_touched_beside_a_question_wakes_to_the_board() -> None:
    every = boards(board("home", ":clear :rest"), strip=())
    play(
        """
        0.5   touch :clear | :clear
        0.7   touch :rest  |           phase resting
        5.0   tap          | :clear :rest
        """,
        every,
    )


# ---------------------------------------------------- hiding or showing the wishes board

WISHES = boards(
    board("home", "A >wishes", "B C"),
    board("wishes", "wish :back", "D E", private=True, cells={"wish": WISH}),
    strip=STRIP,
)


def asked(played: Played, **changes: object) -> Played:
    changed = with_values(played.view.settings, changes)  # type: ignore[arg-type]
    played.do(SettingsChanged(changed))
    return played


def test_a_helper_cannot_hide_the_wishes_board_without_the_person() -> None:
    played = asked(started(WISHES), wishes_board=False)
    assert played.view.asking is not None
    played.play(
        """
        1.0   -        | <
        2.0   -        | Yes No Call Undo
        """
    )
    assert played.view.settings.wishes_board


def test_the_person_agrees_and_the_link_is_gone_but_its_place_stays_empty() -> None:
    played = asked(started(WISHES), wishes_board=False).play("0.5 tap | Yes No Call Undo")
    assert not played.view.settings.wishes_board
    assert [cell and (cell.id, cell.hidden) for cell in played.view.board.grid[0]] == [
        ("A", False),
        (">wishes", True),
    ]
    asked(played, wishes_board=True).play("0.9 tap")
    assert played.view.settings.wishes_board


def test_hiding_the_wishes_board_leaves_it() -> None:
    on_it = started(WISHES).touch(">wishes")
    assert asked(on_it, wishes_board=False).play("0.5 tap").view.board.id == "home"
    beyond = started(WISHES).touch(">wishes")
    beyond.touch("wish", "wish").spoken()
    assert "wishes" not in asked(beyond, wishes_board=False).play("0.5 tap").session.work.trail


def test_hiding_the_wishes_board_keeps_the_board_that_is_open() -> None:
    every = boards(board("home", ">food A"), board("food", "B C"), board("s", "D", private=True))
    played = started(every).touch(">food")
    assert asked(played, wishes_board=False).play("0.5 tap").view.board.id == "food"


def test_the_other_settings_of_the_helper_count_before_the_person_has_answered() -> None:
    played = asked(started(WISHES), wishes_board=False, scan_time=2.0)
    assert played.view.settings.scan_time == 2.0
    assert played.view.settings.wishes_board


def test_while_a_call_is_on_the_screen_the_person_is_not_asked() -> None:
    played = asked(started(WISHES).touch("Call"), wishes_board=False)
    assert played.view.asking is None
    assert played.view.page == "alert"
    assert played.view.settings.wishes_board


def test_a_question_that_was_declined_is_not_answered_by_the_next_one() -> None:
    played = asked(started(WISHES), wishes_board=False)
    asked(played, scan_time=2.0)
    assert played.view.asking is None
    assert played.view.settings.wishes_board


def test_agreeing_to_nothing_changes_nothing() -> None:
    every = boards(board("home", ":confirm A"), strip=())
    played = started(every)
    before = played.session.work
    assert replace(played.touch(":confirm").session.work) == before
