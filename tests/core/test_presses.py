"""Which presses count, and for what: scan scripts for guidance G6, G14-G18, G20, G28."""

from __future__ import annotations

import pytest

from aac.model.events import DeadlineReached, SwitchReleased
from aac.model.sounds import Ring
from tests.scan_script import play, started
from tests.small_boards import STRIP, board, boards

HOME = boards(board("home", "A B", "C D"), strip=())
LINE = boards(board("home", "A", "B", "C"), strip=())
REST = boards(board("home", "A B", "C :rest"), strip=STRIP)

# --------------------------------------------------------------------- debounce, lock-out


def test_bounces_at_the_press_and_at_the_release_choose_nothing() -> None:
    play(
        """
        0.50  press    | A
        0.51  release  | A
        0.52  press    | A
        0.53  release  | A
        0.54  press    | A
        0.80  release  | A
        0.82  press    | A
        0.83  release  | A
        1.20  press    |           says A
        """,
        HOME,
        debounce=0.1,
    )


def test_a_second_press_within_the_lock_out_is_ignored_until_it_is_let_go() -> None:
    play(
        """
        0.5   tap      | A
        0.75  press    | A
        0.9   release  | A
        1.1   tap      |           says A
        """,
        HOME,
        lock_out=0.3,
    )


def test_the_end_of_an_ignored_press_may_bounce_too() -> None:
    play(
        """
        0.5   press    | A
        0.6   release  | A
        0.7   press    | A
        0.85  release  | A
        0.86  press    | A
        0.87  release  | A
        1.2   tap      |           says A
        """,
        HOME,
        lock_out=0.3,
        debounce=0.1,
    )


def test_a_held_key_that_the_keyboard_repeats_is_one_press() -> None:
    play(
        """
        0.5   press    | A
        0.8   press    | A
        0.9   press    | A
        1.5   -        | B
        1.6   press    | B
        1.7   release  | B
        """,
        HOME,
    )


def test_debounce_and_lock_out_outlast_a_choice_that_changes_the_settings() -> None:
    every = boards(board("home", ":faster B"), strip=())
    play(
        """
        0.50  press    | :faster    notice speed 0.91
        0.51  release  | :faster
        0.52  press    | :faster
        0.60  release  | :faster
        0.72  press    | :faster
        0.79  release  | :faster
        """,
        every,
        debounce=0.1,
        lock_out=0.3,
        scan_pattern="linear",
    )


# ---------------------------------------------------------------------------- acceptance


def test_a_press_shorter_than_the_acceptance_time_does_nothing() -> None:
    played = play(
        """
        0.5   press    | A B
        0.7   release  | A B
        1.2   -        | C D
        """,
        HOME,
        acceptance=0.3,
    )
    assert not played.view.accepting


def test_the_light_stands_still_while_a_press_is_judged_and_then_has_its_time_left() -> None:
    played = play("0.9 press | A B", HOME, acceptance=0.5)
    assert played.view.accepting
    played.play(
        """
        1.2   release  | A B
        1.3   -        | C D
        2.2   press    | C D
        2.7   -        | C
        2.9   release  | C
        3.7   -        | D
        """
    )


def test_what_was_lit_at_the_press_is_chosen_when_it_counts() -> None:
    play(
        """
        0.9   press    | A
        1.9   -        |           says A
        """,
        LINE,
        acceptance=1.0,
    )


def test_a_release_after_the_acceptance_time_counts_before_the_timer_said_so() -> None:
    play("0.5 press | A\n0.8 release |   says A", LINE, acceptance=0.3)


def test_a_late_timer_does_not_make_a_release_in_time_a_short_press() -> None:
    play("0.5 press | A\n1.0 late |   says A\n1.1 release @0.9 |", LINE, acceptance=0.3)


def test_the_acceptance_time_does_not_eat_the_late_press_grace() -> None:
    play(
        """
        1.0   -        | B
        1.1   press    | B
        1.6   -        |           says A
        """,
        LINE,
        acceptance=0.5,
        late_press_grace=0.2,
    )


def test_a_press_being_judged_when_the_voice_ends_chooses_nothing() -> None:
    play(
        """
        0.2   touch A  |           says A
        0.4   press    |           phase speaking
        0.5   spoken   | A
        0.7   -        | A
        0.8   release  | A
        1.7   -        | B
        """,
        LINE,
        acceptance=0.3,
    )


@pytest.mark.parametrize("stamp", [0.9, 0.95])
def test_a_press_made_while_the_voice_still_spoke_chooses_nothing(stamp: float) -> None:
    play(
        f"""
        0.2   touch A  |           says A
        1.0   spoken   | A
        1.01  press @{stamp} | A
        1.3   release  | A
        1.5   tap      |           says A
        """,
        LINE,
    )


# ----------------------------------------------------------------------------- long press


def test_a_long_press_leaves_the_row_and_a_short_one_chooses() -> None:
    every = boards(board("home", "A B", "C D"), strip=())
    play(
        """
        0.5   press    | A B
        0.7   release  | A
        1.1   press    | A
        2.7   release  | A B
        """,
        every,
        long_press=True,
    )


def test_a_long_press_at_the_top_undoes_the_last_choice() -> None:
    every = boards(board("home", "+a B", "C D"), strip=())
    play(
        """
        0.1   touch +a | +a B      text A^
        0.5   press    | +a B
        2.1   release  | +a B      text ^
        """,
        every,
        long_press=True,
    )


def test_the_light_stands_still_while_the_length_of_a_press_is_not_known() -> None:
    play(
        """
        0.9   press    | A
        2.3   release  |           says A
        """,
        LINE,
        long_press=True,
    )


def test_a_very_long_press_calls_and_its_end_does_nothing() -> None:
    played = play(
        """
        0.5   press    | A
        4.5   -        | page-coming page-keep_ringing   rings chime B02   page alert
        """,
        LINE,
        long_press=True,
    )
    played.play("5.0 release | page-coming page-keep_ringing")


def test_a_very_long_press_that_ends_before_its_timer_calls_too() -> None:
    played = play("0.5 press | A", LINE, long_press=True)
    assert Ring(("chime", "B02")) in played.do(SwitchReleased(), 4.6)


def test_a_call_is_never_cut_off_by_the_held_switch_limit() -> None:
    play(
        """
        0.0   press    | A
        6.0   -        | page-coming page-keep_ringing   rings chime B02
        """,
        LINE,
        long_press=True,
        long_press_call_time=6.0,
        held_limit=3.0,
    )


def test_a_very_long_press_is_clearly_longer_than_a_long_one() -> None:
    play(
        """
        0.0   press    | A
        3.0   -        | page-coming page-keep_ringing   rings chime B02
        """,
        LINE,
        long_press=True,
        long_press_time=2.0,
        long_press_call_time=0.8,
    )


def test_with_long_presses_the_lock_out_counts_from_the_choice() -> None:
    play(
        """
        0.5   press    | A B
        1.5   release  | A
        1.7   press    | A
        1.75  release  | A
        1.9   press    | A
        2.0   release  |           says A
        """,
        HOME,
        long_press=True,
        lock_out=0.3,
    )


def test_a_long_press_while_speaking_stops_the_voice_and_undoes_nothing() -> None:
    played = play(
        """
        0.2   touch A  |           says A
        0.5   press    |
        2.2   release  | A B       silence   phase scanning
        """,
        HOME,
        long_press=True,
    )
    assert played.session.work.history == ("A",)


def test_a_long_press_in_rest_only_wakes() -> None:
    every = boards(board("home", "+a :rest", "C D"), strip=())
    play(
        """
        0.1   touch +a
        0.2   touch :rest |        phase resting
        1.0   press    |
        2.7   release  | +a :rest  text A^   phase scanning
        """,
        every,
        long_press=True,
    )


def test_a_long_press_leaves_a_question_unanswered_and_undoes_nothing() -> None:
    every = boards(board("home", "+a :clear", "C D"), strip=())
    play(
        """
        0.1   touch +a
        0.2   touch :clear | :clear  asks :clear
        0.5   press    | :clear
        2.1   release  | +a :clear   text A^
        """,
        every,
        long_press=True,
    )


def test_in_hold_to_advance_a_long_press_is_a_hold() -> None:
    play(
        """
        0.5   press    | A
        1.5   -        | B
        2.5   -        | C
        3.0   release  |           says C
        """,
        LINE,
        scan_method="inverse",
        long_press=True,
    )


# ---------------------------------------------------------------------------- held switch


def test_a_switch_that_is_held_down_stops_the_scan_and_says_so() -> None:
    play(
        """
        1.0   press    | B
        11.0  -        |           notice switch_held   phase held   click held
        12.0  press    |           phase held
        20.0  release  | A         phase scanning
        """,
        LINE,
        scan_method="two_switch",
    )


def test_a_stuck_switch_stops_the_scan_until_it_is_let_go_and_its_bounce_chooses_nothing() -> None:
    played = play(
        """
        0.5   press    |           says A
        1.0   spoken   | A
        2.0   -        | B
        3.0   -        | C
        3.5   -        |           notice switch_held   phase held   click held
        9.0   press    |           phase held
        30.0  release  | A         phase scanning
        30.01 press    | A
        30.02 release  | A
        31.0  -        | B
        """,
        LINE,
        held_limit=3.0,
        debounce=0.1,
    )
    assert played.said == ["A"]


def test_a_press_that_was_ignored_can_be_stuck_too() -> None:
    play(
        """
        0.5   tap      | A
        0.6   press    | A
        1.5   -        | B
        2.5   -        | A
        3.5   -        | B
        3.6   -        |           notice switch_held   phase held
        """,
        HOME,
        lock_out=0.3,
        held_limit=3.0,
    )


def test_a_stuck_switch_let_go_while_the_voice_speaks_does_not_start_the_scan() -> None:
    play(
        """
        0.5   press    |           says A
        0.6   started  |
        3.5   -        |           notice switch_held   phase held
        3.6   release  |           phase speaking
        3.7   spoken   | A
        """,
        LINE,
        held_limit=3.0,
    )


def test_the_voice_that_ends_while_a_switch_is_stuck_does_not_start_the_scan() -> None:
    play(
        """
        0.5   press    |           says A
        0.6   started  |
        3.5   -        |           notice switch_held   phase held
        3.6   spoken   |           phase held
        4.0   release  | A
        """,
        LINE,
        held_limit=3.0,
    )


def test_while_one_switch_is_stuck_the_other_wakes_the_scan_and_chooses_nothing() -> None:
    play(
        """
        0.0   press    | B
        3.0   -        |           notice switch_held   phase held
        4.0   press 2  | A         phase scanning
        6.0   press    | A
        7.0   -        |           notice switch_held   phase held
        8.0   release  |           phase held
        8.1   release 2 | A        phase scanning
        """,
        LINE,
        scan_method="two_switch",
        held_limit=3.0,
    )


def test_a_stuck_switch_let_go_after_another_took_over_does_not_begin_the_scan_anew() -> None:
    play(
        """
        0.1   press 2  | A
        1.0   -        | B
        2.0   -        | C
        3.0   -        | A
        3.1   -        |           notice switch_held   phase held
        5.0   tap      | A         phase scanning
        6.0   -        | B
        6.2   release 2 | B
        7.0   -        | C
        """,
        LINE,
        held_limit=3.0,
    )


def test_a_touched_cell_works_while_a_switch_is_stuck() -> None:
    play(
        """
        0.0   press    | B
        3.0   -        |           notice switch_held   phase held
        4.0   touch C  |           says C
        5.0   spoken   |           phase held
        """,
        LINE,
        scan_method="two_switch",
        held_limit=3.0,
    )


@pytest.mark.parametrize("endless", [False, True])
def test_in_hold_to_advance_a_switch_held_after_the_rounds_are_over_is_stuck(endless: bool) -> None:
    play(
        """
        1.0   press    | A
        2.0   -        | B
        3.0   -        | C
        4.0   -        | A
        5.0   -        | B
        6.0   -        | C
        7.0   -        |           phase resting
        10.0  -        |           notice switch_held   phase held
        12.0  release  | A
        """,
        LINE,
        scan_method="inverse",
        loops_of_board=2,
        loops_endless=endless,
        held_limit=3.0,
    )


def test_in_hold_to_advance_letting_go_counts_even_while_another_switch_is_judged() -> None:
    play(
        """
        0.0   press    | A
        0.3   -        | A
        1.3   -        | B
        1.5   press 2  | B
        1.6   release  |           says B
        """,
        LINE,
        scan_method="inverse",
        acceptance=0.3,
    )


# --------------------------------------------------------------------------- late presses


def test_a_press_just_after_a_step_counts_for_the_item_before() -> None:
    play("1.0 - | B\n1.1 press |   says A", LINE, late_press_grace=0.15)
    play("1.0 - | B\n1.2 press |   says B", LINE, late_press_grace=0.15)


def test_the_grace_is_a_tenth_of_the_scan_time_where_it_is_not_set() -> None:
    play("2.0 - | B\n2.19 press |   says A", LINE, scan_time=2.0, late_press_grace=None)
    play("2.0 - | B\n2.21 press |   says B", LINE, scan_time=2.0, late_press_grace=None)


def test_without_grace_a_press_counts_for_what_is_lit() -> None:
    play("1.0 - | B\n1.01 press |   says B", LINE, late_press_grace=0.0)


def test_a_press_made_before_the_step_counts_for_what_was_lit_then() -> None:
    play("1.0 - | B\n1.01 press @0.99 |   says A", LINE, late_press_grace=0.0)


def test_an_early_timer_does_nothing() -> None:
    played = play("0.9 early | A\n0.999 early | A\n1.0 - | B", LINE)
    assert played.session.deadline == pytest.approx(2.0)


def test_a_press_just_after_the_row_was_left_counts_for_its_last_item() -> None:
    play(
        """
        0.5   tap      | A
        1.5   -        | B
        2.5   -        | A B
        2.6   tap      |           says B
        """,
        HOME,
        loops_in_row=1,
        late_press_grace=0.15,
    )


def test_a_press_just_after_the_board_came_to_rest_counts_for_its_last_item() -> None:
    play(
        """
        1.0   -        | B
        2.0   -        | C
        3.0   -        |           phase resting
        3.1   tap      |           says C
        """,
        LINE,
        loops_of_board=1,
        late_press_grace=0.15,
    )


def test_letting_go_just_after_a_step_counts_for_the_item_before() -> None:
    play(
        """
        0.0   press    | A
        1.0   -        | B
        1.1   release  |           says A
        """,
        LINE,
        scan_method="inverse",
        late_press_grace=0.15,
    )


def test_letting_go_just_after_the_row_was_left_counts_for_its_last_item() -> None:
    play(
        """
        0.1   tap      | A
        0.5   press    | A
        1.5   -        | B
        2.5   -        | A B
        2.6   release  |           says B
        """,
        HOME,
        scan_method="inverse",
        loops_in_row=1,
        late_press_grace=0.15,
    )


def test_after_a_press_that_stepped_there_is_no_item_before() -> None:
    play(
        """
        0.0   tap      | A
        0.5   tap      | B
        1.5   -        |           says B
        """,
        LINE,
        scan_method="step",
        late_press_grace=0.5,
    )


# --------------------------------------------------------------------------------- rest


def test_the_press_that_wakes_the_scan_chooses_nothing() -> None:
    play(
        """
        0.1   touch :rest |        phase resting
        60.0  tap      | Yes No Call Undo   phase scanning
        61.0  -        | A B
        """,
        REST,
    )


@pytest.mark.parametrize("method", ["automatic", "inverse", "step", "two_switch"])
def test_under_every_method_a_waking_press_and_its_release_choose_nothing(method: str) -> None:
    played = started(REST, scan_method=method).touch(":rest")
    played.play("5.0 press | Yes No Call Undo\n5.5 release | Yes No Call Undo")
    played = started(REST, scan_method=method).touch(":rest")
    played.play("5.0 press 2 | Yes No Call Undo\n5.5 release 2 | Yes No Call Undo")


def test_three_presses_in_rest_call_where_that_is_switched_on() -> None:
    script = """
        0.1   touch :rest |        phase resting
        60.0  tap      | Yes No Call Undo
        60.9  tap      | Yes
        61.8  tap      | Yes No Call Undo   rings chime B02   page alert
        """
    play(script, REST, three_presses_call=True)


def test_three_presses_call_even_where_the_second_one_spoke() -> None:
    played = started(boards(board("home", "A", "B", ":rest"), strip=()), three_presses_call=True)
    played.play(
        """
        0.1   touch :rest
        60.0  tap      | A
        60.9  tap      |           says A
        61.8  tap      | page-coming page-keep_ringing   silence   rings chime B02
        """
    )


def test_three_presses_that_take_too_long_do_not_call() -> None:
    play(
        """
        0.1   touch :rest
        60.0  tap      | Yes No Call Undo
        61.0  -        | A B
        62.0  -        | C :rest
        63.0  -        | Yes No Call Undo
        63.5  tap      | Yes
        64.1  tap      |           says Yes.
        """,
        REST,
        three_presses_call=True,
    )


def test_three_presses_while_scanning_do_not_call() -> None:
    play(
        """
        0.1   tap      | Yes
        0.5   tap      |           says Yes.
        0.9   tap      | Yes No Call Undo   silence
        """,
        REST,
        three_presses_call=True,
    )


def test_after_three_presses_have_called_a_fourth_does_not_call_again() -> None:
    played = started(REST, three_presses_call=True).touch(":rest")
    played.play("9.0 tap\n9.5 tap\n10.0 tap |Yes No Call Undo   rings chime B02\n10.5 tap | Yes")


def test_the_accept_sound_tells_that_a_press_counts() -> None:
    play("0.5 press |   says A   click accept", LINE, accept_sound=True)
    play("0.5 press |   says A", LINE, accept_sound=False)


def test_in_step_scanning_a_stuck_switch_selects_nothing_more() -> None:
    play(
        """
        0.1   press    | A
        1.1   -        |           says A
        3.1   -        |           notice switch_held   phase held
        3.3   spoken   |           phase held
        5.0   release  |           phase ready
        """,
        LINE,
        scan_method="step",
        held_limit=3.0,
    )


def test_while_one_switch_is_stuck_a_long_press_of_the_other_only_wakes() -> None:
    every = boards(board("home", "+a", "B"), strip=())
    played = started(every, long_press=True, long_press_call_time=2.5).touch("+a", "page-coming")
    played.play("0.1 press 2\n2.6 - | page-coming page-keep_ringing   rings chime B02")
    played.touch("page-coming")
    while played.view.phase != "held":
        deadline = played.session.deadline
        assert deadline is not None
        played.do(DeadlineReached(), deadline)
    now = played.now
    played.play(
        f"""
        {now + 0.1:.3f} press   |           phase held
        {now + 1.9:.3f} release | +a        text A^   phase scanning
        {now + 2.0:.3f} release 2 | +a      phase scanning
        """
    )


def test_a_question_asked_while_a_switch_is_stuck_can_be_answered_by_touch() -> None:
    every = boards(board("home", "+a", ":clear"), strip=())
    played = play(
        """
        0.0   touch +a
        0.1   press 2
        3.1   late     |           notice switch_held   phase held
        3.2   touch :clear |       asks :clear   phase held
        3.3   touch :clear |       text ^   phase held
        4.0   release 2 | +a       phase scanning
        """,
        every,
        scan_method="two_switch",
        held_limit=3.0,
    )
    assert played.view.asking is None


def test_debounce_alone_outlasts_a_choice_that_changes_the_settings() -> None:
    play(
        """
        0.50  press    | :faster    notice speed 0.91
        0.51  release  | :faster
        0.52  press    | :faster
        0.59  release  | :faster
        """,
        boards(board("home", ":faster", "B"), strip=()),
        debounce=0.1,
    )


def test_a_key_that_repeats_after_a_choice_that_changed_the_settings_is_no_new_press() -> None:
    play(
        """
        0.50  press    | :faster    notice speed 0.91
        0.90  press    | :faster
        1.00  release  | :faster
        1.20  press    | :faster    notice speed 0.83
        """,
        boards(board("home", ":faster", "B"), strip=()),
    )


def test_in_hold_to_advance_the_end_of_the_hold_that_changed_the_settings_may_bounce() -> None:
    play(
        """
        0.50  press    | :faster
        0.70  release  | :faster    notice speed 0.91
        0.71  press    | :faster
        0.72  release  | :faster
        1.50  early    | :faster
        """,
        boards(board("home", ":faster", "B"), strip=()),
        scan_method="inverse",
        debounce=0.1,
    )
