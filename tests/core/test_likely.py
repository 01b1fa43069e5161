"""The row of likely letters: what saves steps stands in it, and nothing else ever moves (G33)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.core.cost import cell_costs
from aac.core.likely import ON_ANOTHER_BOARD, Sign, arranged, signs_of
from aac.core.scan_tree import Offered
from aac.model.board import AddText, Cell, Do, Look
from aac.model.commands import Command
from aac.model.events import Suggest
from aac.model.settings import Settings, with_values
from tests.scan_script import PLAIN, Played, started
from tests.small_boards import STRIP, board, boards

GRID = board(
    "home", "+_ +e +a", "+t +o +n", "+h +s +r", "+i +d +l", ":speak +u (+z)", spelling=True
)
HOME = boards(GRID, board("food", "A B"), strip=STRIP)
LETTERS: dict[str, Any] = {"likely_letters": 6}
WORDS = (Cell("word-1", "the", AddText("the")), Cell("word-2", "to", AddText("to")))


def settings(**changes: Any) -> Settings:
    return with_values(Settings(), {**PLAIN, **LETTERS, **changes})


def row(
    letters: Sequence[tuple[str, float]], end: float = 0.0, *, most: int = 6, **changes: Any
) -> list[str]:
    signs = signs_of(GRID, letters, end)
    found = arranged(signs, most, GRID, STRIP, Offered(WORDS), settings(**changes))
    return [cell.label for cell in found]


# ------------------------------------------------------------------------------- the row


def test_the_likeliest_that_saves_steps_stands_first() -> None:
    assert row([("i", 0.3), ("h", 0.5), ("u", 0.2)]) == ["h", "i", "u"]


def test_a_sign_that_costs_no_less_in_the_row_is_left_on_the_board() -> None:
    assert row([("u", 0.5), (" ", 0.3), ("l", 0.2)]) == ["u", "l"]
    assert row([(" ", 0.9)]) == ["_"], "alone it is chosen without the step into a row"


def test_there_is_no_row_where_it_saves_nothing() -> None:
    assert row([]) == row([("q", 1.0)]) == row([("z", 1.0)]) == row([("h", 0.0)]) == []
    even = [(letter, 1 / 8) for letter in " eatonhs"]
    assert row(even) == [], "the row costs every letter of the board a step"


def test_the_end_of_the_message_is_a_sign_like_others() -> None:
    assert row([("h", 0.3)], 0.6) == ["speak", "h"]
    assert row([("h", 0.6)], 0.3) == ["h", "speak"]


def test_an_apostrophe_can_be_chosen_though_the_board_has_none() -> None:
    assert row([("h", 0.4), ("'", 0.5)]) == ["'", "h"]
    signs = signs_of(board("b", "+' +a", spelling=True), [("'", 0.5)])
    assert [sign.cell.id for sign in signs] == ["+'"], "where the board has one, it is that"


def test_capitals_do_not_matter_and_what_is_hidden_or_no_letter_is_not_offered() -> None:
    assert row([("H", 0.5), ("h", 0.4), ("Z", 0.9), ("the", 0.9), ("", 0.9)]) == ["h"]


@pytest.mark.parametrize("chance", [float("nan"), -1.0, float("inf"), 1e300])
def test_a_predictor_that_cannot_count_does_no_harm(chance: float) -> None:
    assert set(row([("h", chance), ("i", 0.5)], chance)) <= {"h", "i", "speak"}


def test_cells_are_the_boards_own_with_an_id_by_slot() -> None:
    signs = signs_of(GRID, [("h", 0.5), ("'", 0.3)], 0.4)
    found = arranged(signs, 6, GRID, STRIP, Offered(), settings())
    own = {cell.label: cell for cell in GRID.cells()}
    assert found[0] == replace(own["h"], id="likely-1")
    assert found[1] == Cell("likely-2", "speak", Do(Command.SPEAK))
    assert found[2] == Cell("likely-3", "'", AddText("'"), Look.WORD)


some_letters = st.lists(
    st.tuples(st.sampled_from([*"_eatonhsridlu'"]), st.floats(0.001, 0.6)),
    max_size=5, unique_by=lambda pair: pair[0],
)  # fmt: skip


def expected_steps(order: Sequence[Sign], signs: Sequence[Sign], wanted: Settings) -> float | None:
    """By the costs that `wren boards cost` shows; None where a slot is used badly."""
    cells = tuple(replace(sign.cell, id=f"slot-{n}") for n, sign in enumerate(order))
    costs = cell_costs(GRID, wanted, STRIP, Offered(WORDS, cells))
    total = 0.0
    for sign in signs:
        there = costs[sign.cell.id].steps if sign.cell.id in costs else ON_ANOTHER_BOARD
        if sign in order:
            here = costs[f"slot-{order.index(sign)}"].steps
            if here >= there:
                return None
            there = here
        total += sign.probability * there
    return total


@given(some_letters, st.floats(0.0, 0.6), st.integers(0, 3), st.booleans(),
       st.sampled_from(["rows", "letters_first", "one_by_one"]))  # fmt: skip
def test_no_other_row_needs_fewer_steps(
    letters: list[tuple[str, float]], end: float, most: int, back: bool, scan: str
) -> None:
    wanted = settings(offer_scan=scan, back_cells=back)
    signs = signs_of(GRID, [(letter.replace("_", " "), p) for letter, p in letters], end)
    found = arranged(signs, most, GRID, STRIP, Offered(WORDS), wanted)
    chosen = [next(sign for sign in signs if sign.cell.action == cell.action) for cell in found]
    assert len(found) <= most
    assert [sign.probability for sign in chosen] == sorted(
        (sign.probability for sign in chosen), reverse=True
    )
    steps = expected_steps(chosen, signs, wanted)
    assert steps is not None
    for count in range(most + 1):
        for order in permutations(signs, count):
            other = expected_steps(order, signs, wanted)
            assert other is None or steps <= other + 1e-9


# ------------------------------------------------------------------------------- the scan


def test_letters_are_asked_for_beside_the_words() -> None:
    played = started(HOME, **LETTERS, prediction_after=1).touch("+h")
    assert [(one.prefix, one.count, one.letters) for one in played.every(Suggest)] == [
        ("", 0, True), ("H", 5, True)]  # fmt: skip


@pytest.mark.parametrize(
    "changes", [{"likely_letters": 0}, {"prediction_on": False}, {"home_board": "food"}]
)
def test_no_letters_are_asked_for_where_none_are_wanted(changes: dict[str, Any]) -> None:
    played = started(HOME, **{**LETTERS, **changes})
    assert not any(one.letters for one in played.every(Suggest))
    assert not any(played.view.letters)


def test_words_then_letters_then_the_board() -> None:
    started(HOME, **LETTERS).touch("+t").play(
        """
        0.0   words the to / h=0.5 o=0.2 r=0.2 | Yes No Call Undo   letters h o r . . .
        1.0   -     | word-1 word-2
        2.0   -     | likely-1 likely-2 likely-3
        2.3   tap   | likely-1
        3.3   -     | likely-2
        4.3   -     | likely-3
        4.5   tap   | Yes No Call Undo   text Tr^   letters . . . . . .
        """
    )


def test_letters_then_words_where_the_person_wants_it_so() -> None:
    started(HOME, **LETTERS, offer_scan="letters_first").touch("+t").play(
        """
        0.0   words the to / h=0.5 r=0.2 | Yes No Call Undo
        1.0   -     | likely-1 likely-2
        2.0   -     | word-1 word-2
        3.0   -     | +_ +e +a
        """
    )


def test_one_by_one_a_single_press_chooses() -> None:
    played = (
        started(HOME, **LETTERS, offer_scan="one_by_one")
        .touch("+t")
        .play(
            """
        0.0   words the to / h=0.5 r=0.2 | Yes No Call Undo
        1.0   -     | likely-1
        2.0   -     | likely-2
        2.5   tap   | Yes No Call Undo   text Tr^
        2.5   words tree / e=0.9         | Yes No Call Undo
        3.5   -     | likely-1
        4.5   -     | word-1
        5.5   -     | +_ +e +a
        """
        )
    )
    assert played.view.lit == {"+_", "+e", "+a"}


def test_a_single_likely_letter_is_chosen_with_one_press() -> None:
    started(HOME, **LETTERS).touch("+t").play(
        "0.0 words / h=0.9\n1.0 - | likely-1\n1.5 tap | Yes No Call Undo   text Th^"
    )


def test_the_message_is_spoken_from_the_row() -> None:
    played = (
        started(HOME, **LETTERS)
        .touch("+h", "+i")
        .play(
            """
        0.0   words / s=0.4 end=0.5 | Yes No Call Undo   letters speak s . . . .
        0.1   touch likely-1        |                    says Hi
        """
        )
    )
    assert played.session.work.history == ("Hi",)


@pytest.mark.parametrize("cells", [(), ("+h", ":speak")])
def test_speak_is_not_offered_before_there_is_anything_to_say(cells: tuple[str, ...]) -> None:
    played = started(HOME, **LETTERS, pause_while_speaking=False).touch(*cells)
    played.play("0.0 words / h=0.2 end=0.7 | Yes No Call Undo   letters h . . . . .")


def test_a_space_is_not_offered_where_it_would_add_nothing() -> None:
    played = started(HOME, **LETTERS)
    played.play("0.0 words / _=0.9 u=0.1 | Yes No Call Undo   letters u . . . . .")
    played.touch("+u").play("0.0 words / _=0.9 u=0.1 | Yes No Call Undo   letters _ . . . . .")


def test_the_letters_are_frozen_while_they_or_the_words_are_scanned() -> None:
    started(HOME, **LETTERS).touch("+t").play("0.0 words the to / h=0.5 r=0.2").play(
        """
        1.0   -                     | word-1 word-2
        1.5   partner Tea?          | word-1 word-2       words The To . . .   letters h r . . . .
        1.6   words too / o=0.9     | word-1 word-2       words The To . . .   letters h r . . . .
        2.0   -                     | likely-1 likely-2   words The To . . .   letters h r . . . .
        2.2   tap                   | likely-1
        3.2   -                     | likely-2            letters h r . . . .
        4.2   -                     | likely-1
        5.2   -                     | likely-2
        6.2   -                     | Yes No Call Undo    words Too . . . .    letters o . . . . .
        """
    )


def test_one_by_one_too_nothing_changes_while_one_of_them_is_lit() -> None:
    one_by_one: dict[str, Any] = {**LETTERS, "offer_scan": "one_by_one"}
    started(HOME, **one_by_one).touch("+t").play("0.0 words the to / h=0.5 r=0.2").play(
        """
        1.0   -                     | likely-1
        1.5   partner Tea?          | likely-1
        1.6   words too / o=0.9     | likely-1     letters h r . . . .
        2.0   -                     | likely-2     letters h r . . . .
        3.0   -                     | word-1       words The To . . .
        4.0   -                     | word-2       words The To . . .
        5.0   -                     | +_ +e +a     words Too . . . .   letters o . . . . .
        """
    )


def test_the_letters_go_at_once_with_the_next_choice() -> None:
    played = started(HOME, **LETTERS).touch("+t").play("0.0 words the / h=0.5 r=0.2")
    played.touch("+h").play(
        "0.1 early | Yes No Call Undo   words The . . . .   letters . . . . . ."
    )


def grid_of(played: Played) -> object:
    return played.view.board.grid


@given(some_letters)
def test_the_board_itself_never_changes(letters: list[tuple[str, float]]) -> None:
    played = started(HOME, **LETTERS).touch("+t")
    before = grid_of(played)
    told = " ".join(f"{letter}={chance}" for letter, chance in letters)
    played.play(f"0.0 words the / {told}")
    assert grid_of(played) == before == GRID.grid
