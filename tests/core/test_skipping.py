"""Rows that hardly hold the next letter are passed over once, and only once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aac.core.likely import Sign
from aac.core.scan_tree import Offered, build
from aac.core.skipping import UNLIKELY, unlikely_rows
from aac.model.settings import Settings
from tests.scan_script import Played, started
from tests.small_boards import board, boards

LETTERS = board("letters", "+a +b", "+c +d", "+e :speak", spelling=True)
PLAIN_LETTERS = boards(LETTERS, strip=())
TREE = build(LETTERS, (), Offered(), Settings(back_cells=False, scan_pattern="row_column"))


def begun(**settings: object) -> Played:
    """A message is begun; a sure c stands among the likely letters, where any do."""
    on = {"skip_rows": True, "predictions": 0, "likely_letters": 1, **settings}
    return started(PLAIN_LETTERS, **on).touch("+a")  # type: ignore[arg-type]


def test_an_unlikely_row_is_left_out_once_and_lit_in_the_second_round() -> None:
    begun(likely_letters=0, prediction_after=0, predictions=1).play(
        """
        0.0   words x / a=0.01 c=0.9 e=0.09 | word-1
        1.0   -        | +c +d
        2.0   -        | +e :speak
        3.0   -        | word-1
        4.0   -        | +a +b
        5.0   -        | +c +d
        """
    )


def test_the_first_row_may_be_passed_over_too() -> None:
    begun(likely_letters=0, predictions=1).play(
        """
        0.0   words / c=0.9 e=0.1 | +c +d
        1.0   -        | +e :speak
        2.0   -        | +a +b
        """
    )


def test_a_round_that_passes_over_rows_is_not_counted_before_rest() -> None:
    begun(likely_letters=0, predictions=1, loops_of_board=1).play(
        """
        0.0   words / c=1.0 | +c +d
        1.0   -        | +a +b
        2.0   -        | +c +d
        3.0   -        | +e :speak
        4.0   -        |           phase resting
        """
    )


def test_inside_a_row_nothing_is_passed_over() -> None:
    begun(likely_letters=0, predictions=1).play(
        """
        0.0   words / c=1.0 | +c +d
        0.5   tap      | +c
        1.5   -        | +d
        """
    )


def test_nothing_is_passed_over_before_a_message_is_begun() -> None:
    before = {"predictions": 1, "prediction_after": 0, "likely_letters": 0, "skip_rows": True}
    played = started(PLAIN_LETTERS, **before)  # type: ignore[arg-type]
    played.play("0.0 words / c=1.0 | +a +b")


def test_it_is_off_unless_it_is_turned_on() -> None:
    begun(skip_rows=False, likely_letters=0, predictions=1).play("0.0 words / c=1.0 | +a +b")


@given(st.lists(st.floats(0, 1), min_size=5, max_size=5))
def test_a_row_is_passed_over_exactly_where_its_letters_together_are_unlikely(
    chances: list[float],
) -> None:
    cells = [cell for cell in LETTERS.cells() if cell.id != ":speak"]
    signs = [Sign(cell, chance) for cell, chance in zip(cells, chances, strict=True)]
    a, b, c, d, e = chances
    together = zip(TREE.items, (a + b, c + d, e), strict=True)
    wanted = [row for row, chance in together if chance < UNLIKELY]
    assert unlikely_rows(TREE, signs) == frozenset(wanted)
