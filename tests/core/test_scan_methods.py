"""Every scan method and pattern, told as scan scripts."""

from __future__ import annotations

import pytest

from tests.scan_script import play, started
from tests.small_boards import STRIP, board, boards

HOME = boards(board("home", "A B", "C D"), strip=())
LINE = boards(board("home", "A B C"), strip=())
BIG = boards(board("home", "A B C", "D E F", "G H I", "J K L", "M N O", "P Q R"), strip=())

# ------------------------------------------------------------------------- automatic


def test_automatic_time_moves_the_light_and_a_press_chooses() -> None:
    play(
        """
        0.0   early    | A B
        1.0   -        | C D
        1.4   press    | C
        1.6   release  | C
        2.4   -        | D
        2.9   press    |          says D   phase speaking
        3.1   release  |
        3.8   spoken   | A B      phase scanning
        4.8   -        | C D
        """,
        HOME,
        scan_method="automatic",
    )


def test_automatic_column_by_column() -> None:
    play(
        """
        0.5   tap      | A
        1.5   -        | C
        1.9   tap      |          says C
        """,
        HOME,
        scan_pattern="column_row",
    )


def test_automatic_one_by_one() -> None:
    play(
        """
        1.0   -        | B
        2.0   -        | C
        3.0   -        | A
        3.5   press    |          says A
        """,
        LINE,
        scan_pattern="linear",
    )


def test_automatic_block_by_block() -> None:
    play(
        """
        0.0   early    | A B C D E F
        1.0   -        | G H I J K L
        2.0   -        | M N O P Q R
        2.5   tap      | M N O
        3.5   -        | P Q R
        3.7   tap      | P
        4.7   -        | Q
        5.2   tap      |          says Q
        """,
        BIG,
        scan_pattern="block_row_column",
    )


@pytest.mark.parametrize(("rows", "lit"), [(("A B", "C D", "E F"), "C D"), (("A B",), "B")])
def test_few_rows_make_blocks_of_one_that_are_not_lit_twice(
    rows: tuple[str, ...], lit: str
) -> None:
    every = boards(board("home", *rows), strip=())
    # Three rows make a block of two and a row by itself.
    script = "0.1 tap | A B\n1.1 - | C D" if len(rows) == 3 else "0.1 tap | A\n1.1 - | B"
    played = play(script, every, scan_pattern="block_row_column")
    assert " ".join(sorted(played.view.lit)) == lit


def test_the_size_of_the_board_decides_the_pattern() -> None:
    ten = boards(board("home", "A B C D E", "F G H I J"), strip=())
    eleven = boards(board("home", "A B C D E F", "G H I J K"), strip=())
    play("0.0 early | A", ten, scan_pattern="auto")
    play("0.0 early | A B C D E F", eleven, scan_pattern="auto")


def test_hidden_and_empty_places_and_empty_rows_are_skipped() -> None:
    every = boards(board("home", "(A) B", ". .", "C D E . (F)"), strip=())
    play(
        """
        0.0   early    | B
        1.0   -        | C D E
        1.2   press    | C
        2.2   -        | D
        3.2   -        | E
        4.2   -        | C
        """,
        every,
    )


def test_a_group_of_one_is_chosen_with_one_press() -> None:
    every = boards(board("home", "A .", "B C"), strip=())
    play("0.5 press |   says A", every)


def test_an_empty_board_has_nothing_lit_and_nothing_to_wake_for() -> None:
    played = play(
        "0.5 tap |   phase ready",
        boards(board("home", ". .", "(A) ."), strip=()),
    )
    assert played.session.deadline is None


# --------------------------------------------------------------------------- inverse


def test_inverse_the_light_moves_while_the_switch_is_held_and_letting_go_chooses() -> None:
    played = play(
        """
        0.0   early    | A B      phase scanning
        0.5   press    | A B
        1.5   -        | C D
        1.7   release  | C
        2.0   press    | C
        3.0   -        | D
        3.6   release  |          says D
        3.9   spoken   | A B
        """,
        HOME,
        scan_method="inverse",
    )
    assert played.session.deadline is None


def test_inverse_a_short_press_chooses_what_is_lit() -> None:
    play(
        """
        0.5   press    | A
        0.6   release  |          says A
        """,
        LINE,
        scan_method="inverse",
        scan_pattern="linear",
    )


@pytest.mark.parametrize("pattern", ["column_row", "block_row_column"])
def test_inverse_in_other_patterns(pattern: str) -> None:
    second = "B D" if pattern == "column_row" else "C D"
    last = "D"
    play(
        f"""
        0.5   press    | {"A C" if pattern == "column_row" else "A B"}
        1.5   -        | {second}
        1.7   release  | {second.split()[0]}
        2.0   press    | {second.split()[0]}
        3.0   -        | {last}
        3.1   release  |          says {last}
        """,
        HOME,
        scan_method="inverse",
        scan_pattern=pattern,
    )


def test_inverse_a_hold_that_goes_round_too_often_leaves_the_row_and_then_chooses_nothing() -> None:
    play(
        """
        0.1   press    | A B
        0.2   release  | A
        1.0   press    | A
        2.0   -        | B
        3.0   -        | A B
        3.5   release  | A B
        """,
        HOME,
        scan_method="inverse",
        loops_in_row=1,
    )


# ------------------------------------------------------------------------------ step


def test_step_each_press_moves_the_light_and_waiting_chooses() -> None:
    played = play(
        """
        0.0   early    |          phase ready
        0.5   press    | A B
        0.7   release  | A B
        1.0   press    | C D
        1.2   release  | C D
        2.0   -        | C
        2.5   tap      | D
        3.5   -        |          says D
        4.0   spoken   |          phase ready
        """,
        HOME,
        scan_method="step",
    )
    assert played.session.deadline is None


def test_step_one_by_one() -> None:
    play(
        """
        0.5   tap      | A
        0.8   tap      | B
        1.0   tap      | C
        2.0   -        |          says C
        """,
        LINE,
        scan_method="step",
        scan_pattern="linear",
    )


@pytest.mark.parametrize("pattern", ["linear", "column_row", "block_row_column"])
def test_step_in_every_pattern_goes_round_without_an_end(pattern: str) -> None:
    played = started(HOME, scan_method="step", scan_pattern=pattern)
    seen = []
    for n in range(20):
        played.play(f"{n * 0.4:.1f} tap")
        seen.append(played.view.lit)
    items = 4 if pattern == "linear" else 2
    assert seen[:items] * (20 // items) == seen
    assert len(set(seen)) == items


def test_step_the_first_item_of_a_group_waits_longer() -> None:
    play(
        """
        0.0   press    | A B
        2.0   -        | A
        3.8   -        |           says A
        """,
        HOME,
        scan_method="step",
        first_row_extra=1.0,
        first_cell_extra=0.8,
    )


# ------------------------------------------------------------------------ two switches


def test_two_switches_one_moves_and_the_other_chooses_without_any_time() -> None:
    played = play(
        """
        0.0   press    | C D
        0.1   release  | C D
        9.0   press 2  | C
        9.1   release 2| C
        20.0  press    | D
        20.1  release  | D
        30.0  press 2  |          says D
        31.0  spoken   | A B
        """,
        HOME,
        scan_method="two_switch",
        held_limit=60.0,
    )
    assert played.view.lit == {"A", "B"}


@pytest.mark.parametrize(
    ("pattern", "first", "second"),
    [("linear", "A", "B"), ("column_row", "A C", "B D"), ("block_row_column", "A B", "C D")],
)
def test_two_switches_in_other_patterns(pattern: str, first: str, second: str) -> None:
    play(
        f"""
        0.0   early    | {first}
        1.0   press    | {second}
        1.1   release  | {second}
        """,
        HOME,
        scan_method="two_switch",
        scan_pattern=pattern,
    )


def test_two_switches_the_back_mark_leaves_the_row() -> None:
    play(
        """
        0.0   press 2  | A
        0.1   release 2
        0.5   press    | B
        0.6   release
        1.0   press    | <
        1.1   release
        1.5   press 2  | A B
        """,
        HOME,
        scan_method="two_switch",
        back_cells=True,
    )


# --------------------------------------------------------- a second switch goes back


@pytest.mark.parametrize("method", ["automatic", "inverse", "step"])
def test_a_second_switch_leaves_the_row(method: str) -> None:
    into_the_row = "0.1 tap | A B\n1.1 - | A" if method == "step" else "0.1 tap | A"
    play(
        into_the_row + ("\n1.2" if method == "step" else "\n0.9") + " tap 2 | A B",
        HOME,
        scan_method=method,
    )


def test_a_second_switch_at_the_top_does_nothing() -> None:
    play("0.5 press 2 | A B\n1.0 - | C D", HOME)


# ---------------------------------------------------------------- strip and its place


def test_the_strip_is_lit_first() -> None:
    every = boards(board("home", "A B", "C D", spelling=True), strip=STRIP)
    play("0.0 early | Yes No Call Undo", every)


def test_the_strip_is_lit_last_while_spelling_only_with_another_way_to_call() -> None:
    every = boards(board("home", "A B", "C D", spelling=True), strip=STRIP)
    play("0.0 early | Yes No Call Undo", every, strip_on_spelling="last")
    play(
        """
        0.0   early    | A B
        1.0   -        | C D
        2.0   -        | Yes No Call Undo
        """,
        every,
        strip_on_spelling="last",
        second_call_route=True,
    )


def test_on_phrase_boards_the_strip_stays_first() -> None:
    every = boards(board("home", "A B", "C D"), strip=STRIP)
    play("0.0 early | Yes No Call Undo", every, strip_on_spelling="last", second_call_route=True)


@pytest.mark.parametrize("method", ["step", "two_switch"])
def test_the_scan_stays_in_a_row_only_where_there_is_a_way_out_of_it(method: str) -> None:
    choose = {"step": "1.5 -", "two_switch": "0.5 tap 2"}[method]
    into = {"step": "0.5 tap | A B\n", "two_switch": ""}[method] + choose
    for back, lit in ((True, "A"), (False, "A B")):
        played = started(HOME, scan_method=method, after_selection="same_row", back_cells=back)
        played.play(into).touch("A").play("3.0 spoken")
        played.play("4.0 tap" if method == "step" else "4.0 early")
        assert " ".join(sorted(played.view.lit)) == lit
