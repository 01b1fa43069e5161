"""Every setting of the scan does what its help says (guidance, table of settings)."""

from __future__ import annotations

import pytest

from aac.model.events import CellTouched, DeadlineReached, SettingsChanged
from aac.model.settings import with_values
from tests.scan_script import play, started
from tests.small_boards import STRIP, board, boards

HOME = boards(board("home", "A B", "C D"), strip=())
LINE = boards(board("home", "A", "B", "C"), strip=())


@pytest.mark.parametrize("seconds", [0.1, 1.5, 20.0])
def test_each_item_is_lit_for_the_scan_time(seconds: float) -> None:
    play(f"{seconds} - | C D\n{2 * seconds} - | A B", HOME, scan_time=seconds)


def test_the_first_row_and_the_first_cell_are_lit_longer() -> None:
    play(
        """
        1.7   -        | C D
        2.7   -        | A B
        3.0   tap      | A
        4.5   -        | B
        5.5   -        | A
        6.5   -        | B
        """,
        HOME,
        first_row_extra=0.7,
        first_cell_extra=0.5,
    )


def test_extra_time_follows_the_scan_time_where_it_is_not_set() -> None:
    play("3.0 - | C D\n5.0 - | A B", HOME, scan_time=2.0, first_row_extra=None)


@pytest.mark.parametrize("loops", [1, 2, 5])
def test_after_its_rounds_the_light_leaves_the_row(loops: int) -> None:
    played = play("0.5 tap | A", HOME, loops_in_row=loops)
    for step in range(1, 2 * loops):
        played.play(f"{0.5 + step} - | {'AB'[step % 2]}")
    played.play(f"{0.5 + 2 * loops} - | A B\n{1.5 + 2 * loops} - | C D")


@pytest.mark.parametrize("loops", [1, 3])
def test_after_its_rounds_the_board_rests(loops: int) -> None:
    played = started(HOME, loops_of_board=loops)
    for step in range(1, 2 * loops):
        played.play(f"{step} - | {['A B', 'C D'][step % 2]}   phase scanning")
    played.play(f"{2 * loops} - |    phase resting")
    assert played.session.deadline is None


def test_an_endless_scan_never_rests() -> None:
    played = started(HOME, loops_endless=True)
    for step in range(1, 100):
        played.play(f"{step} - | {['A B', 'C D'][step % 2]}")


def test_with_manual_start_a_press_starts_the_scan_and_chooses_nothing() -> None:
    play(
        """
        0.0   early    |          phase ready
        5.0   tap      | A B      phase scanning
        5.5   tap      | A
        5.8   tap      |          says A
        6.5   spoken   |          phase ready
        7.0   tap      | A B
        """,
        HOME,
        scan_start="manual",
    )


def test_in_the_same_row_the_scan_stays_where_it_chose() -> None:
    every = boards(board("home", "A B", "+c +d", spelling=True), strip=())
    play(
        """
        1.0   -        | +c +d
        1.5   tap      | +c
        2.5   -        | +d
        2.6   tap      | +c        text D^
        3.6   -        | +d
        4.6   -        | +c
        5.6   -        | +d
        6.6   -        | A B
        """,
        every,
        after_selection="same_row",
    )


def test_in_the_same_row_the_scan_comes_back_to_it_after_speaking() -> None:
    play(
        """
        1.0   -        | C D
        1.5   tap      | C
        1.8   tap      |           says C   phase speaking
        2.8   spoken   | C
        3.8   -        | D
        """,
        HOME,
        after_selection="same_row",
    )


def test_in_the_same_row_a_waking_press_comes_back_to_it_too() -> None:
    play(
        """
        0.0   tap      | A B
        1.0   -        | C D
        1.5   tap      | C
        1.8   tap      |           says C
        2.8   spoken   |           phase ready
        3.0   tap      | C         phase scanning
        """,
        HOME,
        after_selection="same_row",
        scan_start="manual",
    )


def test_in_the_same_row_begins_at_the_top_where_that_row_is_gone() -> None:
    every = boards(board("home", "A B", ">food D"), board("food", "E F", "G H"), strip=())
    play(
        """
        1.0   -        | >food D
        1.5   tap      | >food
        1.8   tap      | E F
        """,
        every,
        after_selection="same_row",
    )


def test_in_the_same_row_rest_still_wakes_at_the_top() -> None:
    every = boards(board("home", "A B", ":rest D"), strip=())
    play(
        """
        1.0   -        | :rest D
        1.5   tap      | :rest
        1.8   tap      |           phase resting
        9.0   tap      | A B
        """,
        every,
        after_selection="same_row",
    )


def test_a_back_mark_at_the_end_of_each_row_leads_out_of_it() -> None:
    play(
        """
        1.0   -        | C D
        1.5   tap      | C
        2.5   -        | D
        3.5   -        | <
        3.8   tap      | A B
        """,
        HOME,
        back_cells=True,
    )


@pytest.mark.parametrize("method", ["automatic", "inverse", "step", "two_switch"])
def test_without_cells_to_scan_no_press_does_anything(method: str) -> None:
    empty = boards(board("home"), strip=())
    play("1.0 tap |\n2.0 tap 2 |\n3.0 tap |", empty, scan_method=method)


# ------------------------------------------------------------------ call is always near (G34)


def steps_to_call(every: object, **settings: object) -> int:
    """Items lit until Call can be chosen, from the start of a scan."""
    played = started(every, **settings)  # type: ignore[arg-type]  # settings of any kind
    steps = 1
    while "Call" not in played.view.lit:
        played.do(DeadlineReached(), played.session.deadline)
        steps += 1
    played.play(f"{played.now + 0.2:.3f} tap")
    while played.view.lit != {"Call"}:
        steps += 1
        played.do(DeadlineReached(), played.session.deadline)
    return steps + 1


LETTERS = [f"+{a} +{b} +{c} +{d}" for a, b, c, d in ("abcd", "efgh", "ijkl", "mnop")]


@pytest.mark.parametrize("spelling", [True, False])
@pytest.mark.parametrize("place", ["first", "last"])
@pytest.mark.parametrize("pattern", ["auto", "linear", "row_column", "block_row_column"])
def test_without_another_way_to_call_call_is_four_steps_away(
    spelling: bool, place: str, pattern: str
) -> None:
    every = boards(board("home", *LETTERS, spelling=spelling), strip=STRIP)
    assert steps_to_call(every, strip_on_spelling=place, scan_pattern=pattern) <= 4


def test_on_the_pages_for_calls_and_settings_call_is_four_steps_away_too() -> None:
    every = boards(board("home", "A :settings", spelling=True), strip=STRIP)
    for opened in (":settings", "Call"):
        played = started(every).touch(opened)
        assert {"Yes", "No", "Call", "Undo"} == played.view.lit


# --------------------------------------------------------------------- changed settings


def test_new_settings_count_at_once_and_keep_text_and_board() -> None:
    every = boards(board("home", "+i +_ +w", "+a +n >home"), strip=STRIP)
    played = started(every).touch("+i", "+_", "+w", "+a", "+n")
    settings = with_values(played.view.settings, {"scan_method": "inverse", "scan_time": 0.5})
    played.do(SettingsChanged(settings), 1.0)
    assert (played.view.message, played.view.board.id) == ("I wan", "home")
    played.play(
        """
        1.2   press    | Yes No Call Undo
        1.7   -        | +i +_ +w
        1.8   release  | +i
        """
    )


def test_a_changed_setting_is_saved_once() -> None:
    every = boards(board("home", ":slower :faster"), strip=STRIP)
    played = started(every)
    effects = played.do(CellTouched(":slower"))
    assert [type(effect).__name__ for effect in effects] == ["SaveSettings"]


# ------------------------------------------------------------------------------- stalls


def test_after_a_stall_the_light_moves_one_item_and_each_is_lit_for_its_whole_time() -> None:
    play(
        """
        1.0   -        | B
        7.5   late     | C
        7.6   early    | C
        8.5   -        | A
        9.5   -        | B
        """,
        LINE,
    )


def test_after_a_stall_in_a_row_the_row_is_not_left_early() -> None:
    play(
        """
        0.5   tap      | A
        9.0   late     | B
        10.0  -        | A
        """,
        HOME,
    )


def test_the_step_sound_ticks_with_the_light_and_not_while_speaking() -> None:
    play(
        """
        0.5   early    | A
        1.0   -        | B         click step
        1.5   tap      |           says B
        4.5   -        | A
        """,
        LINE,
        step_sound=True,
    )
