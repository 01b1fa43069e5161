"""The bell: two levels, repeated until answered, in every state (guidance G42, G43)."""

from __future__ import annotations

import pytest

from aac.model.events import CellTouched, DeadlineReached
from aac.model.sounds import Ring, StopRinging
from tests.scan_script import play, started
from tests.small_boards import STRIP, board, boards

HOME = boards(board("home", "A +b", "!choking :settings", ":rest D"), strip=STRIP)
CALL = "rings chime B02"
ALARM = "rings alarm B02"


def test_a_call_is_a_chime_and_a_full_screen_message() -> None:
    played = play(
        f"""
        0.5 touch Call | Yes No Call Undo   {CALL}   page alert   alert Please come. I need help.
        """,
        HOME,
    )
    assert played.view.alert is not None and not played.view.alert.emergency


def test_a_second_call_within_ten_seconds_is_an_alarm() -> None:
    played = play("0.5 touch Call\n", HOME)
    assert played.do(CellTouched("Call"), 9.0) == [Ring(("alarm", "B02"))]
    assert played.view.alert is not None and played.view.alert.emergency


def test_a_second_call_is_an_alarm_even_just_after_the_first_was_answered() -> None:
    play(
        "0.5 touch Call\n0.6 touch page-coming\n0.9 touch Call | Yes No Call Undo   " + ALARM, HOME
    )


def test_a_new_call_later_is_a_chime_again() -> None:
    played = play("0.5 touch Call\n0.6 touch page-coming", HOME)
    played.now = 10.6
    assert played.do(CellTouched("Call")) == [Ring(("chime", "B02"))]


def test_asked_again_later_and_still_not_answered_it_is_an_alarm() -> None:
    played = play("0.5 touch Call", HOME)
    played.do(CellTouched("Call"), 15.0)
    assert played.every(Ring)[-1] == Ring(("alarm", "B02"))


def test_an_emergency_is_an_alarm_at_once() -> None:
    play(
        """
        0.5 touch !choking | Yes No Call Undo   rings alarm B04   page alert   alert I am choking.
        """,
        HOME,
    )


def test_a_call_during_an_emergency_repeats_the_emergency() -> None:
    play(
        """
        0.5 touch !choking | Yes No Call Undo   rings alarm B04
        0.9 touch Call     | Yes No Call Undo   rings alarm B04   alert I am choking.
        """,
        HOME,
    )


def rings(played: object, until: float) -> list[float]:
    """When it rings, while nobody does anything."""
    times: list[float] = []
    session = played.session  # type: ignore[attr-defined]
    while (deadline := session.deadline) is not None and deadline <= until:
        if any(isinstance(one, Ring) for one in session.handle(DeadlineReached(), deadline)):
            times.append(deadline)
    return times


def test_it_repeats_every_ten_seconds_and_after_ten_minutes_every_minute() -> None:
    played = play("0.0 touch Call", HOME)
    assert rings(played, 900) == [*range(10, 610, 10), *range(660, 901, 60)]


def test_the_repeat_can_be_set() -> None:
    assert rings(play("0.0 touch Call", HOME, bell_repeat=30.0), 100) == [30, 60, 90]


def test_a_changed_repeat_counts_from_the_next_ring() -> None:
    every = boards(board("home", "A :slower"), strip=STRIP)
    played = play("0.0 touch Call\n0.1 touch page-keep_ringing\n0.2 touch :slower", every)
    assert rings(played, 25) == [10, 20]


def test_answered_it_is_silent_and_the_board_is_back() -> None:
    played = play(
        """
        0.5 touch Call        | Yes No Call Undo   rings chime B02
        0.9 touch page-coming | Yes No Call Undo   stops ringing   page board
        """,
        HOME,
    )
    assert played.view.alert is None
    assert rings(played, 100) == []


def test_the_person_can_answer_with_the_switch_too() -> None:
    play(
        """
        0.5   touch Call  | Yes No Call Undo   rings chime B02
        1.5   -           | page-coming page-keep_ringing
        1.8   tap         | page-coming
        2.1   tap         | Yes No Call Undo   stops ringing   page board
        """,
        HOME,
    )


def test_keep_ringing_shows_the_board_and_rings_on() -> None:
    played = play(
        """
        0.5   touch Call  | Yes No Call Undo   rings chime B02
        0.6   touch page-keep_ringing | Yes No Call Undo   page board
        """,
        HOME,
    )
    assert played.view.alert is not None
    assert rings(played, 11) == [10.5]


def test_undo_ends_a_call_made_by_mistake_and_undoes_nothing_else() -> None:
    play(
        """
        0.1   touch +b    | Yes No Call Undo   text B^
        0.5   touch Call  | Yes No Call Undo   rings chime B02
        0.9   touch Undo  | Yes No Call Undo   stops ringing   text B^   page board
        1.3   touch Undo  | Yes No Call Undo   text ^
        """,
        HOME,
    )


def test_a_call_stops_the_voice_and_does_not_wait_for_it() -> None:
    play(
        f"""
        0.5   touch A     |                    says A
        0.9   touch Call  | Yes No Call Undo   silence   {CALL}
        """,
        HOME,
    )


def test_while_the_voice_speaks_the_bell_is_one_press_further() -> None:
    play(
        """
        0.5   touch A     |                    says A
        1.0   tap         | Yes No Call Undo   silence
        1.3   tap         | Yes
        2.3   -           | No
        3.3   -           | Call
        3.5   tap         | Yes No Call Undo   rings chime B02
        """,
        HOME,
    )


def test_it_works_with_the_settings_open_and_closes_them() -> None:
    play(
        f"""
        0.5   touch :settings | Yes No Call Undo   page settings
        0.8   tap         | Yes
        1.8   -           | No
        2.8   -           | Call
        3.0   tap         | Yes No Call Undo   {CALL}   page alert
        3.2   touch page-coming | Yes No Call Undo   stops ringing   page board
        """,
        HOME,
    )


def test_closing_the_settings_window_leaves_a_call_on_the_screen() -> None:
    play(
        """
        0.5   touch :settings
        0.6   touch Call  | Yes No Call Undo   rings chime B02
        0.7   close       | Yes No Call Undo   page alert
        0.8   open        | Yes No Call Undo   page alert
        """,
        HOME,
    )


def test_the_settings_page_is_closed_with_the_switch_or_the_mouse() -> None:
    play(
        """
        0.5   touch :settings | Yes No Call Undo   page settings
        1.5   -           | page-close page-slower page-faster
        1.6   tap         | page-close
        1.8   tap         | Yes No Call Undo   page board
        2.0   open        | Yes No Call Undo   page settings
        2.1   close       | Yes No Call Undo   page board
        2.2   close       | Yes No Call Undo   page board
        3.1   -           | A +b
        """,
        HOME,
    )


def test_it_works_in_rest() -> None:
    play(
        """
        0.5   touch :rest |                    phase resting
        9.0   tap         | Yes No Call Undo
        9.2   tap         | Yes
        10.2  -           | No
        11.2  -           | Call
        11.4  tap         | Yes No Call Undo   rings chime B02
        """,
        HOME,
    )


def test_it_rings_on_while_the_scan_rests() -> None:
    played = play("0.5 touch Call", HOME, loops_of_board=1)
    assert rings(played, 31) == [10.5, 20.5, 30.5]
    assert played.view.phase == "resting"


def test_it_works_with_a_stuck_voice_and_says_nothing_through_it() -> None:
    played = play("0.5 touch Call", HOME)
    assert played.said == []


def test_an_answer_where_nothing_rings_is_harmless() -> None:
    every = boards(board("home", ":answered A"), strip=())
    assert not play("0.5 touch :answered", every).every(StopRinging)


@pytest.mark.parametrize("method", ["inverse", "step", "two_switch"])
def test_under_every_method_a_press_on_call_rings(method: str) -> None:
    played = started(HOME, scan_method=method)
    script = {
        "inverse": """
            0.1 tap | Yes
            0.5 press | Yes
            1.5 - | No
            2.5 - | Call
            2.8 release | Yes No Call Undo   rings chime B02""",
        "step": """
            0.1 tap | Yes No Call Undo
            1.1 - | Yes
            1.3 tap | No
            1.5 tap | Call
            2.5 - |   rings chime B02   page alert""",
        "two_switch": """
            0.1 tap 2 | Yes
            0.3 tap | No
            0.5 tap | Call
            0.7 tap 2 | Yes No Call Undo   rings chime B02""",
    }[method]
    played.play(script)
