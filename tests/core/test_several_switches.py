"""Two switches that repeat and swap, and critical overscan, told as scan scripts (G5)."""

from __future__ import annotations

import pytest

from aac.model.roles import Role
from aac.model.sounds import Click
from tests.scan_script import play, started
from tests.small_boards import STRIP, board, boards

HOME = boards(board("home", "A B", "C D"), strip=())
LINE = boards(board("home", "A B C"), strip=())
TWO = {"scan_method": "two_switch", "repeat_held": True, "repeat_after": 1.0, "scan_time": 0.5}
FAST = {"scan_method": "overscan", "overscan_time": 0.2}

# ------------------------------------------------------------------------ two switches


def test_the_moving_switch_repeats_while_it_is_held_and_once_round_at_most() -> None:
    played = play(
        """
        0.0   press    | B
        1.0   -        | C
        1.5   -        | A
        2.0   -        | B
        9.0   release  | B
        9.5   press    | C
        9.7   release  | C
        10.0  press 2  |        says C
        """,
        LINE,
        scan_pattern="linear",
        **TWO,
    )
    assert played.session.deadline is None or played.session.deadline > 10.0


def test_it_repeats_only_where_that_is_switched_on() -> None:
    play("0.0 press | B\n9.0 release | B", LINE, scan_method="two_switch", scan_pattern="linear")


def test_a_release_before_the_repeat_that_is_heard_of_later_takes_the_repeat_back() -> None:
    script = "0.0 press | B\n1.0 - | C\n1.1 release @0.9 | B\n2.0 press 2 | B   says B"
    play(script.replace("| B   says", "|   says"), LINE, scan_pattern="linear", **TWO)


def test_a_choice_made_before_the_repeat_that_is_heard_of_later_is_for_what_was_lit() -> None:
    script = "0.0 press | B\n1.0 - | C\n1.1 press 2 @0.9 |   says B"
    play(script, LINE, scan_pattern="linear", **TWO)


def test_holding_goes_on_no_further_in_the_group_that_the_other_switch_opens() -> None:
    play(
        """
        0.0   press    | C D
        0.4   press 2  | C
        0.5   release 2
        3.0   release  | C
        """,
        HOME,
        **TWO,
    )


def test_a_press_that_wakes_does_not_repeat() -> None:
    every = boards(board("home", "A", "B", ":rest"), strip=())
    play("0.1 touch :rest\n1.0 press | A\n5.0 release | A", every, **TWO)


def test_a_long_press_goes_back_on_the_choosing_switch_and_is_a_hold_on_the_moving_one() -> None:
    play(
        """
        0.0   press 2    | A B
        0.2   release 2  | A
        1.0   press      | B
        2.0   -          | A
        2.2   release    | A
        3.0   press 2    | A
        5.0   release 2  | A B
        """,
        HOME,
        long_press=True,
        **TWO,
    )


def test_without_repeats_a_long_press_of_either_switch_goes_back() -> None:
    script = "0.0 tap 2 | A\n1.0 press {0} | A\n2.8 release {0} | A B"
    for switch in (1, 2):
        play(script.format(switch), HOME, long_press=True, scan_method="two_switch")


def test_the_switches_swap_their_roles_after_so_many_choices_and_the_view_says_so() -> None:
    played = play(
        """
        0.0   tap 2    |        says A
        0.5   spoken   | A
        1.0   tap      | B
        1.5   tap 2    |        says B
        """,
        LINE,
        scan_method="two_switch",
        scan_pattern="linear",
        swap_every=2,
    )
    assert played.view.roles == (Role.CHOOSES, Role.MOVES)
    played.play("1.6 spoken | A\n2.0 tap 2 | B\n2.5 tap |   says B\n2.6 spoken | A")
    assert played.view.roles == (Role.CHOOSES, Role.MOVES)
    played.play("3.0 tap |   says A")
    assert played.view.roles == (Role.MOVES, Role.CHOOSES)


def test_the_roles_outlast_a_choice_that_changes_a_setting() -> None:
    every = boards(board("home", ":faster", "B"), strip=())
    played = play("0.0 tap 2 | :faster   notice speed 0.91", every, scan_method="two_switch",
                  swap_every=1)  # fmt: skip
    assert played.view.roles == (Role.CHOOSES, Role.MOVES)


def test_a_group_opened_is_no_choice_and_a_third_switch_leaves_it() -> None:
    played = play("0.0 tap 2 | A\n0.5 tap 3 | A B\n0.9 tap 3 | A B", HOME,
                  scan_method="two_switch", swap_every=1)  # fmt: skip
    assert played.view.roles == (Role.MOVES, Role.CHOOSES)


def test_a_stuck_moving_switch_stops_the_scan_and_the_other_goes_on() -> None:
    played = play(
        """
        0.0   press    | B
        1.0   -        | C
        1.5   -        | A
        2.0   -        | B
        5.0   -        |           notice switch_held   phase held
        7.0   tap 2    | A         phase scanning
        8.0   tap 2    |           says A
        8.5   spoken   | A         phase scanning
        9.0   release  | A         phase scanning
        """,
        LINE,
        scan_pattern="linear",
        held_limit=3.0,
        **TWO,
    )
    assert len([one for one in played.every(Click) if one.kind == "held"]) == 1


# ---------------------------------------------------------------------------- overscan


def test_overscan_runs_fast_comes_slowly_back_and_the_second_press_chooses() -> None:
    play(
        """
        0.2   -        | B
        0.4   -        | C
        0.5   tap      | C
        1.5   -        | B
        2.0   tap      |           says B
        2.5   spoken   | A
        2.7   -        | B
        """,
        LINE,
        scan_pattern="linear",
        **FAST,
    )


def test_overscan_goes_back_once_round_and_then_runs_fast_again() -> None:
    play(
        """
        0.1   tap      | A
        1.1   -        | C
        2.1   -        | B
        3.1   -        | A
        3.3   -        | B
        3.5   -        | C
        """,
        LINE,
        scan_pattern="linear",
        **FAST,
    )


def test_overscan_rows_and_then_cells() -> None:
    play(
        """
        0.2   -        | C D
        0.3   tap      | C D
        0.8   tap      | C
        1.0   -        | D
        1.2   -        | C
        1.3   tap      | C
        2.3   -        | D
        2.6   tap      |           says D
        """,
        HOME,
        **FAST,
    )


def test_overscan_gives_the_first_item_more_time_on_both_ways() -> None:
    play(
        """
        0.7   -        | B
        0.8   tap      | B
        2.3   -        | A
        """,
        LINE,
        scan_pattern="linear",
        first_row_extra=0.5,
        **FAST,
    )


def test_overscan_ends_its_rounds_as_the_others_do_but_leaves_time_to_press() -> None:
    half = {"scan_method": "overscan", "overscan_time": 0.5}
    play(
        """
        0.1   tap      | A B
        0.5   tap      | A
        1.0   -        | B
        1.5   -        | A
        2.0   -        | B
        2.5   -        | A B
        """,
        HOME,
        loops_in_row=1,
        **half,
    )
    script = "0.5 - | C D\n1.0 - | A B\n1.5 - | C D\n2.0 - |   phase resting\n9.0 tap | A B"
    play(script, HOME, loops_of_board=1, **half)
    one_round = {"scan_method": "overscan", "overscan_time": 1.0, "loops_of_board": 1}
    play("1.0 - | C D\n2.0 - |   phase resting", HOME, **one_round)


def test_overscan_a_late_press_counts_for_the_item_before_on_the_way_back_too() -> None:
    play(
        """
        0.2   -        | B
        0.38  tap      | B
        1.38  -        | A
        1.45  tap      |           says B
        """,
        LINE,
        scan_pattern="linear",
        late_press_grace=0.15,
        **FAST,
    )
    play(
        """
        0.1   tap      | A
        1.1   -        | C
        2.1   -        | B
        3.1   -        | A
        3.2   tap      |           says B
        """,
        LINE,
        scan_pattern="linear",
        late_press_grace=0.15,
        **FAST,
    )


def test_overscan_a_second_switch_leaves_the_row() -> None:
    play("0.1 tap | A B\n0.5 tap | A\n0.6 tap 2 | A B", HOME, **FAST)


def test_overscan_what_is_alone_is_chosen_with_one_press() -> None:
    play("0.1 tap |   says A", boards(board("home", "A"), strip=()), **FAST)


def test_overscan_asks_slowly_and_one_press_answers() -> None:
    every = boards(board("home", "+a :clear", "B C"), strip=())
    played = started(every, **FAST).touch("+a")
    played.play("0.1 touch :clear | :clear\n1.1 - | <\n2.1 - | +a :clear   text A^")
    played.play("2.2 touch :clear | :clear\n2.9 tap | +a :clear   text ^")


def test_the_fast_time_follows_the_scan_time() -> None:
    play("0.6 - | B", LINE, scan_method="overscan", scan_pattern="linear", scan_time=2.0)


@pytest.mark.parametrize("pattern", ["row_column", "column_row", "block_row_column"])
def test_the_strip_is_in_the_fast_way_too(pattern: str) -> None:
    every = boards(board("home", "A B", "C D"), strip=STRIP)
    play("0.1 tap | Yes No Call Undo\n0.5 tap | Yes", every, scan_pattern=pattern, **FAST)
