"""Steps, seconds and presses of a board, counted on the tree that is scanned."""

from __future__ import annotations

import pytest

from aac.core.cost import CellCost, cell_costs, character_cost, characters, shares_of
from aac.core.scan_tree import (
    Group,
    GroupKind,
    Leaf,
    Offered,
    Spot,
    build,
    cell_ids,
    pattern_of,
    walk,
)
from aac.model.board import AddText, Cell
from aac.model.settings import Settings, with_values
from tests.small_boards import STRIP, board

PLAIN = with_values(
    Settings(),
    {"scan_pattern": "row_column", "scan_time": 1.0, "first_row_extra": 0.5,
     "first_cell_extra": 0.25, "back_cells": False},
)  # fmt: skip
SQUARE = board("b", "+_ +a", "+B (+c)", "+d +e")


def test_a_cell_costs_its_row_and_its_place_in_it() -> None:
    costs = cell_costs(SQUARE, PLAIN)
    assert costs["+a"] == CellCost(3, 2, 3.75)
    assert costs["+B"] == CellCost(2, 1, 2.5)
    assert costs["+e"] == CellCost(5, 2, 5.75)
    assert "+c" not in costs


def test_a_strip_scanned_first_costs_one_step_more() -> None:
    assert cell_costs(SQUARE, PLAIN, STRIP)["+a"].steps == 4


def test_a_third_level_costs_a_third_press_and_its_first_item_delay() -> None:
    three = with_values(PLAIN, {"scan_pattern": "block_row_column"})
    tall = board("b", "A B", "C D", "E F", "G H")
    assert cell_costs(tall, three)["D"] == CellCost(1 + 2 + 2, 3, 5 + 0.5 + 2 * 0.25)


def test_the_mean_of_a_character_follows_its_share() -> None:
    costs = cell_costs(SQUARE, PLAIN)
    mean = character_cost(SQUARE, costs, {" ": 3, "b": 1, "c": 5})
    assert mean is not None
    assert mean.steps == pytest.approx((3 * 2 + 2) / 4)
    assert mean.presses == pytest.approx((3 * 2 + 1) / 4)
    assert mean.seconds == pytest.approx((3 * 2.75 + 2.5) / 4)
    assert mean.words_per_minute == pytest.approx(60 / (5 * mean.seconds))
    assert mean.missing == ("c",)


def test_a_board_without_letters_has_no_cost_per_character() -> None:
    words = board("b", "Yes No")
    assert character_cost(words, cell_costs(words, PLAIN), shares_of("yes")) is None


def test_shares_are_counted_on_small_letters_and_single_spaces() -> None:
    assert shares_of("Aa  b") == {"a": 2, " ": 1, "b": 1}


def test_row_column_steps_are_those_of_the_guidance() -> None:
    """Section 3.2: four by five 5.5, six by six 7, linear (N + 1) / 2."""

    def mean(rows: int, columns: int, pattern: str) -> float:
        cells = board("b", *(" ".join(f"{r}x{c}" for c in range(columns)) for r in range(rows)))
        settings = with_values(PLAIN, {"scan_pattern": pattern})
        steps = [cost.steps for cost in cell_costs(cells, settings).values()]
        return sum(steps) / len(steps)

    assert mean(4, 5, "row_column") == 5.5
    assert mean(6, 6, "row_column") == 7
    assert mean(4, 5, "linear") == 10.5
    assert mean(4, 5, "column_row") == 5.5


# ------------------------------------------------------------------------------ the tree


def tree(rows: list[str], pattern: str, **settings: object) -> Group:
    wanted = with_values(PLAIN, {"scan_pattern": pattern, **settings})  # type: ignore[arg-type]
    return build(board("b", *rows), (), Offered(), wanted)


def shape(group: Group) -> list[object]:
    return [item.cell_id if isinstance(item, Leaf) else shape(item) for item in group.items]


@pytest.mark.parametrize(
    ("rows", "pattern", "items"),
    [
        (["A B", "C D"], "linear", ["A", "B", "C", "D"]),
        (["A B", "C D"], "row_column", [["A", "B"], ["C", "D"]]),
        (["A B", "C D"], "column_row", [["A", "C"], ["B", "D"]]),
        (["A B", ". C"], "row_column", [["A", "B"], "C"]),
        (["A B", ". (C)"], "column_row", ["A", "B"]),
        (["A", "B", "C"], "block_row_column", [["A", "B"], "C"]),
        (["A B"], "block_row_column", [["A", "B"]]),
        (["A", "B", "C", "D"], "block_row_column", [["A", "B"], ["C", "D"]]),
        (["A", "B", "C", "D", "E", "F"], "block_row_column", [["A", "B"], ["C", "D"], ["E", "F"]]),
        ([], "block_row_column", []),
        ([], "column_row", []),
        ([". ."], "linear", []),
    ],
)
def test_groups_of_each_pattern(rows: list[str], pattern: str, items: list[object]) -> None:
    assert shape(tree(rows, pattern)) == items


def test_every_group_but_the_top_has_a_back_mark() -> None:
    every = tree(["A B", "C D", "E", "F G", "H I"], "block_row_column", back_cells=True)
    groups = [item for item in every.items if isinstance(item, Group)]
    groups += [item for group in groups for item in group.items if isinstance(item, Group)]
    assert groups
    assert all(group.items[-1] == Leaf("") for group in groups)
    assert Leaf("") not in every.items


@pytest.mark.parametrize("pattern", ["linear", "row_column", "column_row", "block_row_column"])
def test_every_visible_cell_stands_once_in_the_tree(pattern: str) -> None:
    rows = ["A . B", "C (D) E", ". F .", "G H I", "J K L"]
    found = [cell_id for cell_id, _, _ in walk(tree(rows, pattern, back_cells=True))]
    assert sorted(found) == sorted("ABCEFGHIJKL")
    assert cell_ids(tree(rows, pattern)) == set("ABCEFGHIJKL")


@pytest.mark.parametrize(("cells", "pattern"), [(10, "linear"), (11, "row_column")])
def test_small_boards_are_linear_by_themselves(cells: int, pattern: str) -> None:
    one = board("b", " ".join(str(n) for n in range(cells)) + " (hidden)")
    assert pattern_of(one, with_values(PLAIN, {"scan_pattern": "auto"})) == pattern


OFFERED = Offered(
    (Cell("w1", "the", AddText("the")), None, Cell("w2", "to", AddText("to"))),
    (Cell("l1", "h", AddText("h")), Cell("l2", "o", AddText("o")), None),
    Cell("phrase", "How are you?", AddText("How are you?")),
)


@pytest.mark.parametrize(
    ("scan", "items"),
    [
        ("rows", [["w1", "w2", "phrase"], ["l1", "l2"], ["A", "B"]]),
        ("letters_first", [["l1", "l2"], ["w1", "w2", "phrase"], ["A", "B"]]),
        ("one_by_one", ["l1", "l2", "w1", "w2", "phrase", ["A", "B"]]),
    ],
)
def test_what_is_offered_stands_before_the_board(scan: str, items: list[object]) -> None:
    wanted = with_values(PLAIN, {"offer_scan": scan})
    assert shape(build(board("b", "A B"), (), OFFERED, wanted)) == items


def test_a_group_of_one_is_no_group_and_the_phrase_stands_before_the_back_mark() -> None:
    alone = Offered(letters=OFFERED.letters[:1], phrase=OFFERED.phrase)
    assert shape(build(board("b", "A B"), (), alone, PLAIN)) == ["phrase", "l1", ["A", "B"]]
    back = with_values(PLAIN, {"back_cells": True})
    words, letters, _ = build(board("b", "A B"), (), OFFERED, back).items
    assert isinstance(words, Group) and isinstance(letters, Group)
    assert (words.kind, letters.kind) == (GroupKind.WORDS, GroupKind.LETTERS)
    assert shape(words) == ["w1", "w2", "phrase", ""]
    assert shape(letters) == ["l1", "l2", ""]


def test_what_is_offered_has_its_cost_and_adds_to_that_of_the_board() -> None:
    costs = cell_costs(SQUARE, PLAIN, STRIP, OFFERED)
    assert (costs["w2"].steps, costs["phrase"].steps, costs["l1"].steps) == (2 + 2, 2 + 3, 3 + 1)
    assert costs["+a"].steps == cell_costs(SQUARE, PLAIN, STRIP)["+a"].steps + 2
    assert [cell.id for cell in OFFERED.cells()] == ["w1", "w2", "l1", "l2", "phrase"]


def test_hidden_letters_write_nothing() -> None:
    found = characters(board("b", "(+a) +B +_ +ab"))
    assert {sign: cell.id for sign, cell in found.items()} == {"b": "+B", " ": "+_"}


def test_a_spot_is_found_again_in_another_tree() -> None:
    old, new = tree(["A B", "C D"], "row_column"), tree(["E F", "C D", "A B"], "row_column")
    row = old.items[1]
    assert isinstance(row, Group)
    assert Spot((old,), 1).within(new) == Spot((new,), 1)
    assert Spot((old,), 0).within(new) == Spot((new,), 2)
    assert Spot((old, row), 1).within(new) == Spot((new, row), 1)
    gone = tree(["E F"], "row_column")
    assert Spot((old, row), 1).within(gone) is None
    assert Spot((old,), 0).within(gone) is None
