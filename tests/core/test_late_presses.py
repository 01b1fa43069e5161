"""A press counts for the item whose lighting explains it best, by this person's own timing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aac.core.lit_trail import ENOUGH, FURTHEST, shift
from aac.model.measures import Measures, PressTiming
from aac.model.settings import Settings
from tests.scan_script import play
from tests.small_boards import board, boards

ROWS = boards(board("home", "A B", "C D", "E F"), strip=())
LINE = boards(board("home", "A", "B", "C", "D"), strip=())


def presses(offset: float, spread: float = 0.1, weight: float = 20.0) -> Measures:
    return Measures(PressTiming(offset, spread, weight))


def test_a_press_counts_for_the_item_lit_the_usual_time_before_it() -> None:
    """Usually 0.8 s after the light, at 1.0 s an item: up to 0.3 s into the next one."""
    play("1.0 - | B\n1.29 tap |   says A   counted A", LINE, measures=presses(0.8))
    play("1.0 - | B\n1.31 tap |   says B   counted", LINE, measures=presses(0.8))


def test_somebody_slower_than_the_light_is_understood_two_items_back() -> None:
    script = """
        1.0   -        | B
        2.0   -        | C
        2.8   tap      |           says A
    """
    play(script, LINE, measures=presses(2.4))


def test_the_first_item_of_a_row_has_no_other_before_it() -> None:
    script = """
        1.0   -        | C D
        1.9   tap      | C
        1.95  tap      |           says C
    """
    play(script, ROWS, measures=presses(0.8), lock_out=0.0)


def test_the_light_goes_back_into_the_row_that_was_meant_and_says_so() -> None:
    script = """
        1.0   -        | C D
        2.0   -        | E F
        2.2   tap      | C         counted C D
        3.2   -        | D         counted
    """
    play(script, ROWS, measures=presses(0.8))


def test_a_press_with_the_beat_counts_for_the_item_to_come() -> None:
    measures = presses(0.05, spread=0.1)
    play("0.80 tap |   says B   counted B", LINE, measures=measures, scan_time=1.0)
    play("0.70 tap |   says A   counted", LINE, measures=measures, scan_time=1.0)


def test_a_row_to_come_is_entered_and_its_first_cell_is_lit() -> None:
    play("0.9 tap | C   counted C D", ROWS, measures=presses(0.0, spread=0.1))


def test_before_the_end_of_a_round_nothing_comes_that_was_not_lit() -> None:
    """After the last item the light may leave or rest: such a press is for the last item."""
    script = """
        1.0   -        | B
        2.0   -        | C
        3.0   -        | D
        3.95  tap      |           says D   counted
    """
    play(script, LINE, measures=presses(0.0, spread=0.1))


def test_somebody_who_hesitates_under_a_slow_light_is_not_given_the_next_item() -> None:
    """Always 0.35 s after the light, never before it: 1.9 s after it is a late press."""
    play("1.9 tap |   says A", LINE, measures=presses(0.35, spread=0.08), scan_time=2.0)


def test_too_few_presses_are_not_trusted() -> None:
    few = presses(0.8, weight=ENOUGH - 1)
    play("1.0 - | B\n1.2 tap |   says B", LINE, measures=few)
    play("1.0 - | B\n1.1 tap |   says A", LINE, measures=few, late_press_grace=0.15)


def test_it_can_be_turned_off() -> None:
    known = presses(0.8)
    play("1.0 - | B\n1.2 tap |   says B", LINE, measures=known, late_press_learning=False)


@given(
    offset=st.floats(-1, 4),
    spread=st.floats(0.01, 2),
    weight=st.floats(0, 100),
    scan_time=st.floats(0.1, 5),
)
def test_the_shift_stays_within_what_the_trail_remembers(
    offset: float, spread: float, weight: float, scan_time: float
) -> None:
    moved = shift(Settings(scan_time=scan_time), PressTiming(offset, spread, weight))
    assert -scan_time / 2 <= moved <= FURTHEST * scan_time
