"""Touch and dwell as scripts (G7, G19): what a finger or a pointer does, what comes out."""

from __future__ import annotations

import pytest

from aac.model.declared import Value
from aac.model.pointing import Pointed, Pointing
from aac.model.sounds import Click, ClickKind
from aac.model.view import Work
from tests.scan_script import Played, play, started
from tests.small_boards import STRIP, board, boards

HOME = boards(
    board("home", "A B", ":rest :clear", ">more :method", ":other_method :faster"),
    board("more", "C D", ":back E"),
    strip=STRIP,
)
WRITE = boards(board("home", "+a +b", "+_ :speak", spelling=True), strip=STRIP)
# The voice is not waited for, so that scripts need not tell when it begins and ends.
DWELL: dict[str, Value] = {"scan_method": "dwell", "pause_while_speaking": False}
TOUCH: dict[str, Value] = {"scan_method": "touch", "pause_while_speaking": False}
LIT = "Yes No Call Undo strip-other-method"
AGAIN = f"{LIT}   notice method One switch, automatic"


# ------------------------------------------------------------------------------ touch


def test_a_touch_chooses_when_it_is_let_go_inside_the_cell() -> None:
    play(
        """
        1.0 down A |   phase pointing
        1.3 up A   |   says A
        """,
        HOME,
        **TOUCH,
    )


def test_nothing_is_lit_and_nothing_is_to_be_waited_for() -> None:
    played = started(HOME, **TOUCH)
    assert played.session.deadline is None
    assert not played.view.lit and not played.view.group


def test_the_last_cell_touched_wins() -> None:
    play("1.0 down A |\n1.1 over |\n1.2 over B |\n1.3 up B |   says B", HOME, **TOUCH)


def test_let_go_between_cells_a_touch_chooses_nothing() -> None:
    play("1.0 down A |\n1.1 over |\n1.2 up |\n1.3 down B |\n1.4 gone |\n1.5 up B |", HOME, **TOUCH)


def test_without_sliding_only_the_cell_first_touched_counts() -> None:
    play(
        """
        1.0 down A |
        1.2 over B |
        1.3 up B   |
        2.0 down A |
        2.1 over B |
        2.2 over A |
        2.3 up A   |   says A
        """,
        HOME,
        **TOUCH,
        touch_slide=False,
    )


def test_a_touch_can_choose_when_it_begins() -> None:
    play(
        """
        1.0 down A |   says A
        1.1 over B |
        1.2 up B   |
        2.0 down   |
        2.1 over B |   says B
        2.2 over A |
        2.3 up A   |
        """,
        HOME,
        **TOUCH,
        touch_acts="press",
    )


def test_a_touch_shorter_than_the_hold_time_does_nothing() -> None:
    play(
        """
        1.0 down A  |   filling A 1.00 1.50
        1.49 up A   |
        2.0 down A  |
        2.4 over B  |   filling B 2.40 2.90
        2.6 up B    |
        3.0 down A  |
        3.5 up A    |   says A   filling
        """,
        HOME,
        **TOUCH,
        touch_hold=0.5,
    )


def test_held_long_enough_a_touch_chooses_before_it_is_let_go_where_it_is_to_act_at_once() -> None:
    play(
        """
        1.0 down A  |
        1.4 up A    |
        2.0 down A  |
        2.5 -       |   says A
        3.0 up A    |
        """,
        HOME,
        **TOUCH,
        touch_hold=0.5,
        touch_acts="press",
    )


def test_touches_that_begin_too_soon_after_a_choice_are_ignored() -> None:
    play(
        """
        1.0 down A   |
        1.1 up A     |   says A
        1.59 down B  |
        2.5 up B     |
        2.6 down B   |
        2.7 up B     |   says B
        """,
        HOME,
        **TOUCH,
        touch_repeat=0.5,
    )


def test_a_touch_counts_at_the_time_it_was_made() -> None:
    play("1.0 down A |\n9.0 up A @1.4 |", HOME, **TOUCH, touch_hold=0.5)
    play("1.0 down A |\n9.0 up A @1.5 |   says A", HOME, **TOUCH, touch_hold=0.5)


def test_what_asks_is_touched_twice_and_goes_away_by_itself() -> None:
    played = started(HOME, Work(text="Hi", caret=2), **TOUCH)
    played.play(
        """
        1.0 down :clear |
        1.1 up :clear   |   asks :clear   text Hi^
        12.1 -          |   asks
        13.0 down :clear
        13.1 up :clear  |   asks :clear
        14.0 down :clear
        14.1 up :clear  |   asks   text ^
        """
    )


def test_choosing_something_else_leaves_the_question() -> None:
    play(
        "1.0 down :clear\n1.1 up :clear |   asks :clear\n2.0 down A\n2.1 up A |   asks   says A",
        HOME,
        **TOUCH,
    )


# ------------------------------------------------------------------------------ dwell


def test_resting_on_a_cell_for_the_dwell_time_chooses_it() -> None:
    play(
        """
        1.0 over A  |   filling A 1.00 2.00   phase pointing
        2.0 -       |   says A   filling
        """,
        HOME,
        **DWELL,
    )


def test_leaving_before_chooses_nothing() -> None:
    play(
        """
        1.0 over A   |
        1.99 over    |   filling A 1.00 2.00 at 1.99
        2.19 -       |   filling
        2.5 over B   |   filling B 2.50 3.50
        3.0 gone     |
        3.2 -        |   filling
        """,
        HOME,
        **DWELL,
    )


def test_after_a_choice_the_pointer_has_to_leave() -> None:
    played = play("1.0 over A |\n2.0 - |   says A", HOME, **DWELL)
    assert played.session.deadline is None
    played.play("5.0 over |\n6.0 over A |\n7.0 - |   says A")


def test_staying_chooses_again_where_it_is_wanted() -> None:
    play(
        """
        1.0 over A |
        2.0 -      |   says A   filling
        2.5 -      |   filling A 2.50 3.50
        3.5 -      |   says A
        4.0 -      |
        4.2 over   |
        4.4 -      |
        """,
        HOME,
        **DWELL,
        dwell_repeat=0.5,
    )


def test_a_flicker_of_the_gaze_does_not_begin_anew() -> None:
    play(
        """
        1.0 over A   |
        1.6 over     |   filling A 1.00 2.00 at 1.60
        1.75 over A  |   filling A 1.15 2.15
        2.15 -       |   says A
        """,
        HOME,
        **DWELL,
    )


def test_straying_to_a_neighbour_does_not_begin_anew_either() -> None:
    play(
        """
        1.0 over A    |
        1.6 over      |
        1.65 over B   |   filling B 1.65 2.65
        1.7 over      |   filling A 1.00 2.00 at 1.60
        1.75 over A   |   filling A 1.15 2.15
        2.15 -        |   says A
        """,
        HOME,
        **DWELL,
    )


def test_a_longer_loss_begins_anew() -> None:
    play("1.0 over A |\n1.6 over |\n1.8 - |\n1.81 over A |   filling A 1.81 2.81", HOME, **DWELL)


def test_a_flicker_does_not_choose_a_second_time() -> None:
    played = play(
        "1.0 over A |\n2.0 - |   says A\n2.5 over |\n2.6 over A |   filling", HOME, **DWELL
    )
    assert played.session.deadline is None


def test_while_it_is_lost_a_pointer_does_not_stay() -> None:
    play(
        """
        1.0 over A   |
        2.0 -        |   says A
        2.4 over     |
        2.55 over A  |
        2.65 -       |   filling A 2.65 3.65
        """,
        HOME,
        **DWELL,
        dwell_repeat=0.5,
    )


def test_a_dwell_that_was_over_before_the_pointer_went_counts() -> None:
    played = play("1.0 over A", HOME, **DWELL)
    played.do(Pointed(Pointing.OVER, "B", at=2.1), 3.0)
    assert played.said == ["A"]
    played.play("3.1 - |   says B")


def test_on_a_board_just_opened_staying_chooses_nothing() -> None:
    played = play("1.0 over >more |\n2.0 - |   filling", HOME, **DWELL, dwell_repeat=0.5)
    assert played.view.board.id == "more"
    assert played.session.deadline is None
    played.play("3.0 over C |   filling C 3.00 4.00\n4.0 - |   says C")


def test_staying_never_answers_a_question() -> None:
    played = started(HOME, Work(text="Hi", caret=2), **DWELL, dwell_repeat=0.5)
    played.play(
        """
        1.0 over :clear |
        2.0 -           |   asks :clear
        4.0 over        |
        5.0 over :clear |
        6.0 -           |   asks   text ^
        """
    )


def test_a_question_waits_for_the_dwell_time_and_ten_seconds() -> None:
    play("1.0 over :clear |\n3.0 - |   asks :clear\n15.0 - |   asks", HOME, **DWELL, dwell_time=2.0)


def test_offered_words_stay_while_one_is_dwelt_on_and_then_change() -> None:
    played = started(WRITE, **DWELL)
    played.play(
        """
        0.1 touch +a   |
        0.2 words and all
        0.3 over word-1
        0.4 words ask as   |   words And All . . .
        """
    )
    played.play("0.5 over |\n0.7 - |   words Ask As . . .")


def test_offers_change_when_the_word_dwelt_on_was_chosen() -> None:
    played = started(WRITE, **DWELL, prediction_after=0).play(
        "0.1 touch +a\n0.2 words and all\n0.3 over word-1"
    )
    played.play("1.3 - |   text And ^\n1.4 words so it |   words so it . . .")


@pytest.mark.parametrize("cell", ["Yes", "No", "Call", "Undo"])
@pytest.mark.parametrize("method", ["touch", "dwell"])
def test_the_strip_works(method: str, cell: str) -> None:
    played = started(HOME, scan_method=method).touch(">more")
    chosen_by_pointer(played, cell)
    assert {
        "Yes": played.said == ["Yes."],
        "No": played.said == ["No."],
        "Call": played.view.alert is not None,
        "Undo": played.view.board.id == "home",
    }[cell]


@pytest.mark.parametrize("method", ["touch", "dwell"])
def test_a_call_is_answered_by_pointer(method: str) -> None:
    played = started(HOME, scan_method=method)
    chosen_by_pointer(played, "Call")
    chosen_by_pointer(played, "page-keep_ringing")
    assert played.view.alert is not None and played.view.page == "board"
    chosen_by_pointer(played, "Call")
    chosen_by_pointer(played, "page-coming")
    assert played.view.alert is None and played.view.page == "board"


@pytest.mark.parametrize("method", ["touch", "dwell"])
def test_the_settings_page_is_closed_by_pointer(method: str) -> None:
    played = started(HOME, scan_method=method).play("0.1 open |   page settings")
    chosen_by_pointer(played, "page-close")
    assert played.view.page == "board"


@pytest.mark.parametrize("method", ["touch", "dwell"])
def test_writing_by_pointer_while_the_voice_speaks(method: str) -> None:
    played = started(WRITE, scan_method=method)
    for cell in ("+a", ":speak", "+b"):
        chosen_by_pointer(played, cell)
    assert played.said == ["A"]
    assert played.view.message == "B"
    played.spoken()
    assert played.view.phase == "pointing"


def test_a_choice_is_heard() -> None:
    played = started(HOME, **DWELL, accept_sound=True)
    chosen_by_pointer(played, "A")
    assert Click(ClickKind.ACCEPT) in played.effects


# ------------------------------------------------------------------------------- rest


@pytest.mark.parametrize("method", ["touch", "dwell"])
def test_while_it_rests_a_pointer_can_only_wake(method: str) -> None:
    played = started(HOME, scan_method=method)
    chosen_by_pointer(played, ":rest")
    assert played.view.phase == "resting"
    assert played.view.wake is not None
    for cell in ("A", "Call", ":clear"):
        chosen_by_pointer(played, cell)
    assert played.said == [] and played.view.alert is None
    chosen_by_pointer(played, "page-wake")
    assert (played.view.phase, played.view.wake) == ("pointing", None)
    chosen_by_pointer(played, "A")
    assert played.said == ["A"]


def test_waking_takes_twice_the_dwell_time() -> None:
    play(
        """
        1.0 over :rest     |
        2.0 -              |   phase resting
        3.0 over page-wake |   filling page-wake 3.00 5.00
        5.0 -              |   phase pointing
        """,
        HOME,
        **DWELL,
    )


def test_the_end_of_the_voice_does_not_wake() -> None:
    played = started(HOME, **DWELL)
    chosen_by_pointer(played, "A")
    chosen_by_pointer(played, ":rest")
    played.spoken()
    assert played.view.phase == "resting"


# -------------------------------------------------------------------- back to the switch


@pytest.mark.parametrize("method", ["touch", "dwell"])
def test_a_press_brings_the_scan_back_and_chooses_nothing(method: str) -> None:
    played = started(WRITE, scan_method=method, switch_method="automatic")
    chosen_by_pointer(played, "+a")
    played.now = 20.0
    played.play(f"20.0 press | {AGAIN}   text A^\n20.1 release | {LIT}\n21.0 - | +a +b")


def test_a_press_wakes_too() -> None:
    played = started(HOME, **DWELL)
    chosen_by_pointer(played, ":rest")
    played.play(
        "20.0 tap |strip-other-method Yes No Call Undo   notice method One switch, automatic"
    )


def test_a_press_stops_the_voice_and_brings_the_scan_back() -> None:
    played = started(HOME, scan_method="touch")
    chosen_by_pointer(played, "A")
    assert played.view.phase == "speaking"
    played.play(f"2.0 tap | {AGAIN}   silence")


def test_a_long_press_and_the_second_switch_bring_the_scan_back_too() -> None:
    played = started(HOME, **DWELL, long_press=True)
    played.play(f"1.0 press |\n3.0 release | {AGAIN}")
    assert played.view.settings.scan_method == "automatic"
    played = started(HOME, **DWELL, switch_method="two_switch").play("1.0 tap 2")
    assert played.view.settings.scan_method == "two_switch"


def test_three_presses_in_rest_still_call() -> None:
    played = started(HOME, **DWELL, three_presses_call=True)
    chosen_by_pointer(played, ":rest")
    played.play("20.0 tap\n20.5 tap\n20.9 tap")
    assert played.view.alert is not None


def test_a_press_on_the_alert_page_scans_that_page() -> None:
    played = started(HOME, **DWELL)
    chosen_by_pointer(played, "Call")
    played.now = 8.0
    played.play(f"8.0 tap | {AGAIN}   page alert\n9.0 - | page-coming page-keep_ringing")


def test_a_press_before_its_acceptance_is_no_press() -> None:
    played = started(HOME, **DWELL, acceptance=0.5)
    played.play("1.0 press |   phase pointing\n1.2 release |   phase pointing")
    assert played.view.settings.scan_method == "dwell"
    played.play(f"2.0 press |\n2.5 - | {AGAIN}")


def test_a_switch_that_is_stuck_leaves_the_pointer_alone() -> None:
    """It comes within the lock-out of another press, and so it is none."""
    played = started(HOME, **DWELL, lock_out=3.0).play("1.0 tap").touch("strip-other-method")
    played.play(
        """
        2.0 press    |   phase pointing
        12.0 -       |   phase pointing   notice switch_held_pointing
        13.0 over A  |
        14.0 -       |   says A
        15.0 release |   phase pointing
        15.5 tap     | Yes No Call Undo strip-other-method   notice method One switch, automatic
        """
    )


def test_the_switch_cell_is_there_and_leads_back_and_forth() -> None:
    played = started(HOME, **DWELL)
    assert played.view.strip[-1].label == "Use my switch"
    chosen_by_pointer(played, "strip-other-method")
    assert played.view.settings.scan_method == "automatic"
    assert played.view.strip[-1].label == "Use pointer"
    assert played.view.phase == "scanning"


def test_those_who_use_the_switch_alone_see_no_such_cell() -> None:
    assert started(HOME).view.strip == STRIP


def test_while_the_switch_scans_only_the_way_back_can_be_dwelt_on() -> None:
    played = started(HOME, pointer_method="dwell", loops_endless=True, scan_time=20.0)
    played.play(
        f"""
        1.0 over A                  | {LIT}   filling
        2.0 over strip-other-method | {LIT}   filling strip-other-method 2.00 3.00
        3.0 -                       |   notice method Pointer, by resting on a cell   phase pointing
        """
    )
    played = started(HOME, pointer_method="touch", scan_time=20.0)
    played.play(f"2.0 over strip-other-method | {LIT}   filling")


def chosen_by_pointer(played: Played, cell_id: str) -> None:
    """A pointer comes, chooses and goes, as the method wants it."""
    now = played.now + 1.0
    script = {
        "touch": f"{now} down {cell_id}\n{now + 0.2} up {cell_id}",
        "dwell": f"{now} over {cell_id}\n{now + 2.0} late\n{now + 2.1} over\n{now + 2.5} late",
    }[played.view.settings.scan_method]
    played.play(script)
