"""Directed scanning with three, four and five switches, told as scan scripts."""

from __future__ import annotations

import pytest

from aac.model.sounds import Click
from tests.scan_script import Played, play, started
from tests.small_boards import STRIP, board, boards

HOME = boards(board("home", "A B C", "D . F", "(G) H I"), strip=STRIP)
BARE = boards(board("home", "A B C", "D . F"), strip=())
ASKS = boards(board("home", "+a :clear", "B C"), strip=())
THREE, FOUR, FIVE = ({"scan_method": f"directed_{n}"} for n in (3, 4, 5))
LEFT, RIGHT, UP, DOWN, CHOOSE = range(1, 6)


def test_five_switches_move_over_everything_and_choose_without_any_time() -> None:
    played = play(
        """
        0.0   tap 2    | B
        50.0  tap 4    | D
        51.0  tap 2    | F
        52.0  tap 2    | D
        53.0  tap 1    | F
        54.0  tap 4    | I
        55.0  tap 4    | Undo
        56.0  tap 4    | C
        57.0  tap 3    | Undo
        58.0  tap 1    | Call
        59.0  tap 5    | page-coming  rings chime B02   page alert
        """,
        HOME,
        one_switch_after=300.0,
        **FIVE,
    )
    assert played.view.group == frozenset()


def test_up_and_down_keep_to_their_column_over_rows_of_other_widths() -> None:
    every = boards(board("home", "A B C D", ". E . .", "F G H I"), strip=())
    script = "0.0 tap 1 | D\n0.5 tap 4 | E\n1.0 tap 4 | I\n1.5 tap 3 | E\n2.0 tap 3 | D"
    play(script, every, **FIVE)


def test_four_switches_waiting_chooses_and_then_nothing_is_lit_until_a_press() -> None:
    played = play(
        """
        0.0   early    |           phase ready
        0.5   tap 4    | A
        1.0   tap 4    | D
        1.5   tap 2    | F
        2.5   -        |           says F   phase speaking
        3.0   spoken   |           phase ready
        """,
        BARE,
        **FOUR,
    )
    assert not played.view.lit


def test_three_switches_next_row_begins_with_its_first_cell_and_the_strip_comes_first() -> None:
    play(
        """
        0.0   early    | Yes
        0.1   tap 2    | No
        0.5   tap 2    | Call
        1.0   tap      | A
        1.5   tap 2    | B
        2.0   tap      | D
        2.5   tap      | H
        3.0   tap 3    |           says H
        3.5   spoken   | Yes
        """,
        HOME,
        **THREE,
    )


def test_three_switches_the_strip_comes_last_where_that_is_set_and_letters_before_words() -> None:
    every = boards(board("home", "A B", "+c +d", spelling=True), strip=STRIP)
    last = {"strip_on_spelling": "last", "second_call_route": True}
    played = started(every, prediction_after=0, likely_letters=2, **last, **THREE)
    played.play("0.0 words and / c=0.9 d=0.1 | word-1\n0.5 tap | likely-1\n1.0 tap | A")
    first = started(every, prediction_after=0, likely_letters=2, offer_scan="letters_first",
                    **THREE)  # fmt: skip
    first.play("0.0 words and / c=0.9 d=0.1 | Yes\n0.5 tap | likely-1\n1.0 tap | word-1")


@pytest.mark.parametrize("count", [4, 5])
def test_words_letters_board_and_strip_are_all_rows_of_the_screen(count: int) -> None:
    every = boards(board("home", "A B", "+c +d", spelling=True), strip=STRIP)
    played = started(every, prediction_after=0, likely_letters=2, scan_method=f"directed_{count}")
    played.play("0.0 words and all / c=0.9 d=0.1")
    seen = []
    for n in range(5):
        played.play(f"{n * 0.5 + 0.1:.1f} tap {DOWN}")
        seen.append(*played.view.lit)
    rows = ["word-1", "likely-1", "A", "+c", "Yes"]
    # With four the first press only wakes; with five the first row is lit already.
    assert seen == (rows if count == 4 else [*rows[1:], rows[0]])


def test_the_word_that_is_lit_does_not_change_and_the_others_do() -> None:
    every = boards(board("home", "A B", "+c +d", spelling=True), strip=())
    played = started(every, prediction_after=0, **FIVE).play("0.0 words and all | word-1")
    played.touch("+c").play("0.0 words cat cot | word-1\n1.0 partner x\n2.0 words cow cut | word-1")
    assert [word and word.label for word in played.view.words][:2] == ["Cat", "Cot"]
    played.play("3.0 tap 4 | A\n3.1 partner y\n3.2 words cow cut | A")
    assert [word and word.label for word in played.view.words][:2] != ["Cat", "Cot"]


def test_holding_repeats_the_move_once_round_at_most() -> None:
    play(
        """
        0.0   press 2  | B
        1.0   -        | C
        1.5   -        | A
        2.0   -        | B
        9.0   release 2 | B
        10.0  press 4  | D
        11.0  -        | B
        11.2  release 4 | B
        12.0  tap 5    |           says B
        """,
        BARE,
        repeat_held=True,
        scan_time=0.5,
        **FIVE,
    )


def test_where_waiting_chooses_a_held_switch_chooses_nothing_and_its_release_starts_the_time() -> (
    None
):
    play(
        """
        0.0   tap 2    | A
        0.5   press 2  | B
        1.5   -        | C
        2.5   -        | A
        2.7   release 2 | A
        3.7   -        |           says A
        """,
        BARE,
        repeat_held=True,
        **FOUR,
    )


def test_a_stuck_direction_stops_and_chooses_nothing() -> None:
    played = play(
        """
        0.0   tap 2    | A
        0.5   press 2  | B
        1.5   -        | C
        2.5   -        | A
        3.5   -        | B
        6.5   -        |           notice switch_held   phase held
        9.0   tap 4    | A         phase scanning
        """,
        BARE,
        repeat_held=True,
        held_limit=3.0,
        **FOUR,
    )
    assert played.said == []
    assert [one.kind for one in played.every(Click)] == ["held"]


def test_a_release_and_a_choice_from_before_the_repeat_count_for_what_was_lit() -> None:
    held = {"repeat_held": True, **FIVE}
    play("0.0 press 2 | B\n1.0 - | C\n1.1 release 2 @0.9 | B", BARE, **held)
    play("0.0 press 2 | B\n1.0 - | C\n1.1 press 5 @0.9 |   says B", BARE, **held)
    four = {"repeat_held": True, **FOUR}
    play("0.0 tap 2 | A\n0.5 press 2 | B\n1.5 - | C\n1.6 release 2 @1.4 | B", BARE, **four)


def test_a_press_made_while_the_voice_spoke_chooses_nothing_afterwards() -> None:
    play("0.0 tap 5 |   says A\n2.0 spoken | A\n2.1 press 5 @1.9 | A", BARE, **FIVE)


@pytest.mark.parametrize("method", [THREE, FIVE])
def test_a_question_is_answered_by_moving_and_choosing(method: dict[str, str]) -> None:
    last = 3 if method is THREE else 5
    for move in range(1, last):
        played = written(**method)
        played.play(f"0.1 touch :clear | :clear   asks :clear\n0.5 tap {move} | <")
        played.play(f"1.0 tap {last} | +a   text A^")
    played = written(**method)
    played.play(f"0.1 touch :clear | :clear\n0.5 tap {last} | +a   text ^")


def written(**settings: str) -> Played:
    return started(ASKS, **settings).touch("+a")


def test_where_waiting_chooses_a_question_has_its_way_out_first() -> None:
    written(**FOUR).play("0.1 touch :clear | <   asks :clear\n1.1 - |   text A^")
    played = written(**FOUR).play("0.1 touch :clear | <\n0.5 tap 1 | :clear\n1.5 - |   text ^")
    assert played.view.asking is None


def test_a_switch_without_a_role_does_nothing() -> None:
    play("0.0 tap 4 | A\n0.5 tap 5 | A\n1.0 tap 3 |   says A", BARE, **THREE)


def test_a_long_press_undoes_on_the_choosing_switch_and_moves_on_the_others() -> None:
    every = boards(board("home", "+a B"), strip=())
    held = {"long_press": True, "repeat_held": True, **FIVE}
    played = started(every, **held).touch("+a")
    played.play("0.5 press 5 | +a\n2.5 release 5 | +a   text ^")
    played.play("3.0 press 2 | B\n4.0 - | +a\n4.9 release 2 | +a")


def test_after_a_choice_the_light_may_stay_where_it_was() -> None:
    stays = {"after_selection": "same_row", **FIVE}
    play("0.0 tap 4 | D\n0.5 tap 5 |   says D\n1.0 spoken | D", BARE, **stays)
    play("0.0 tap 4 | D\n0.5 tap 5 |   says D\n1.0 spoken | A", BARE, **FIVE)


def test_the_scan_may_wait_for_a_press_and_an_empty_screen_lights_nothing() -> None:
    play("0.0 early |   phase ready\n0.5 tap 2 | A", BARE, scan_start="manual", **FIVE)
    empty = boards(board("home", ". ."), strip=())
    for method in (THREE, FOUR, FIVE):
        play("0.5 tap | \n1.0 tap 3 |   phase ready", empty, **method)


def test_call_is_at_most_four_presses_away() -> None:
    """Guidance G34."""
    play("0.0 tap 3 | Yes\n0.5 tap 2 | No\n1.0 tap 2 | Call\n1.5 tap 5 | page-coming   rings "
         "chime B02", HOME, **FIVE)  # fmt: skip
    play("0.0 tap 2 | No\n0.5 tap 2 | Call\n1.0 tap 3 | Yes   rings chime B02", HOME, **THREE)
