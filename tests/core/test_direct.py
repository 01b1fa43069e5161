"""Switches with a direct command: they work in every state, and are judged as presses are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aac.core.direct import COMMANDS, command_cell
from aac.model.events import CommandPressed, CommandReleased, SettingsChanged, Speak
from aac.model.settings import with_values
from aac.model.sounds import Ring
from aac.model.switch_map import DIRECT, Direct, DirectKind
from aac.model.view import Page, Phase, Work
from tests.scan_script import Played, play, started
from tests.small_boards import STRIP, board, boards

LINE = boards(board("home", "A", "B", ":clear"), strip=())
WRITE = boards(
    board("letters", "+h +i :clear", spelling=True),
    board("wishes", "W", private=True),
    strip=STRIP,
)
HELLO = Work(text="Hello", caret=5, board="letters")


def pushed(played: Played, command: Direct, now: float) -> Played:
    played.do(CommandPressed(command), now)
    played.do(CommandReleased(command), now)
    return played


def test_speak_says_the_message_and_undo_takes_it_back() -> None:
    played = play(
        """
        0.5   push speak    |           says Hello   phase speaking
        0.6   lift speak    |
        0.8   spoken        | Yes No Call Undo
        1.0   push undo     | Yes No Call Undo   text Hello^
        """,
        WRITE,
        HELLO,
    )
    assert replace(played.session.work, use=HELLO.use) == HELLO


def test_a_phrase_is_spoken_without_touching_what_is_written() -> None:
    played = play(
        """
        0.5   push say I need help  |   says I need help   text Hello^
        0.6   lift say I need help  |
        """,
        WRITE,
        HELLO,
        phrase_cells="insert",
    )
    assert played.session.work.history == ("I need help",)
    played.spoken()
    pushed(played, DIRECT["undo"], 2.0)
    assert played.session.work == HELLO


def test_while_the_voice_speaks_a_phrase_takes_its_place() -> None:
    play(
        """
        0.5   tap           |           says A
        0.9   push say Stop it  |       says Stop it   phase speaking
        1.5   spoken        | A         phase scanning
        """,
        LINE,
    )


def test_a_command_ends_a_rest_only_where_it_does_something() -> None:
    play(
        """
        0.5   push rest     |           phase resting
        0.6   lift rest     |
        2.0   push rest     |           phase resting
        2.1   lift rest     |
        3.0   push say Tea  |           says Tea
        3.1   lift say Tea  |
        3.9   spoken        | A         phase scanning
        """,
        LINE,
    )


def test_resting_while_the_voice_speaks_stays_a_rest_when_it_ends() -> None:
    play(
        """
        0.5   tap           |           says A
        0.6   started       |
        0.9   push rest     |           phase resting
        1.0   lift rest     |
        1.5   spoken        |           phase resting
        2.0   tap           | A         phase scanning
        """,
        LINE,
    )


def test_a_voice_that_never_ends_does_not_end_a_rest() -> None:
    played = started(LINE).play("0.5 tap |   says A").play("0.9 push rest |   phase resting")
    played.play("1.0 lift rest |").play("1.1 started |   phase resting")
    assert played.session.deadline is None


def test_a_call_rings_in_rest_while_speaking_on_a_page_and_over_a_question() -> None:
    for before in ("0.4 push rest", "0.4 tap", "0.4 open", "0.4 touch :clear", "0.4 touch A"):
        played = started(LINE).play(before)
        pushed(played, DIRECT["call"], 0.6)
        assert played.every(Ring), before
        assert played.view.page is Page.ALERT
        assert played.view.asking is None
        pushed(played, DIRECT["undo"], 2.0)
        assert played.view.alert is None
        assert played.view.page is Page.BOARD
        assert played.view.phase is Phase.SCANNING


def test_a_command_answers_no_question_and_ends_it() -> None:
    played = started(WRITE, HELLO).touch(":clear")
    assert played.view.asking is not None
    pushed(played, Direct(DirectKind.SAY, "Wait."), 0.5)
    assert played.view.asking is None
    assert played.view.message == "Hello"


def test_bounces_and_presses_in_the_lock_out_do_nothing() -> None:
    played = started(LINE, debounce=0.1, lock_out=0.3)
    tea = Direct(DirectKind.SAY, "Tea")
    for time, down in ((0.5, 1), (0.52, 0), (0.54, 1), (0.56, 0), (0.7, 1), (0.8, 0)):
        played.do((CommandPressed if down else CommandReleased)(tea), time)
    assert played.said == ["Tea"]
    pushed(played, tea, 1.5)
    assert played.said == ["Tea", "Tea"]


def test_it_has_to_be_held_as_long_as_any_press() -> None:
    played = started(LINE, acceptance=0.5, scan_time=5.0)
    tea = Direct(DirectKind.SAY, "Tea")
    played.do(CommandPressed(tea), 0.5)
    played.do(CommandReleased(tea), 0.9)
    played.do(CommandPressed(tea), 2.0)
    assert played.said == []
    assert played.session.deadline == pytest.approx(2.5)
    played.play("2.5 - |   says Tea")


def test_the_moment_it_moved_counts_and_not_when_it_was_heard_of() -> None:
    play(
        """
        0.50  push say Tea @0.40  |   says Tea
        0.55  lift say Tea @0.45  |
        0.90  push say Tea @0.69  |
        0.95  lift say Tea @0.75  |
        """,
        LINE,
        lock_out=0.3,
    )


def test_held_too_long_stops_the_scan_says_so_and_another_switch_wakes_it() -> None:
    play(
        """
        0.5   push say Tea  |           says Tea
        0.7   spoken        | A
        1.7   -             | B
        2.7   -             | :clear
        3.5   -             |           phase resting   notice switch_held   click held
        5.0   tap           | A         phase scanning
        6.0   -             | B
        6.5   lift say Tea  | B         phase scanning
        """,
        LINE,
        held_limit=3.0,
    )


def test_letting_go_of_one_that_was_held_starts_the_scan_again() -> None:
    played = started(LINE, held_limit=3.0).play("0.5 push rest |   phase resting")
    played.play("3.5 - |   phase resting   notice switch_held")
    played.play("4.0 lift rest | A   phase scanning")


def test_a_long_press_of_it_is_no_way_back() -> None:
    played = started(WRITE, HELLO, long_press=True, held_limit=60.0)
    played.do(CommandPressed(DIRECT["speak"]), 0.5)
    assert [effect.text for effect in played.every(Speak)] == ["Hello"]
    played.do(CommandReleased(DIRECT["speak"]), 3.0)
    assert played.view.finished


def test_a_switch_that_is_down_while_settings_change_does_not_press_again() -> None:
    played = started(LINE)
    tea = Direct(DirectKind.SAY, "Tea")
    played.do(CommandPressed(tea), 0.5)
    changed = with_values(played.view.settings, {"debounce": 0.2})
    played.do(SettingsChanged(changed), 0.6)
    played.do(CommandPressed(tea), 0.7)
    assert played.said == ["Tea"]
    played.do(CommandReleased(tea), 1.0)
    pushed(played, tea, 2.0)
    assert played.said == ["Tea", "Tea"]


def test_nothing_said_on_a_private_board_is_kept() -> None:
    played = started(WRITE, Work(board="wishes"))
    pushed(played, Direct(DirectKind.SAY, "I am afraid."), 0.5)
    assert played.said == ["I am afraid."]
    assert played.session.work.history == ()


@pytest.mark.parametrize("kind", DirectKind)
def test_every_command_has_its_cell(kind: DirectKind) -> None:
    assert command_cell(Direct(kind, "Tea")).action is not None
    assert (kind in COMMANDS) != (kind is DirectKind.SAY)
