"""Promises of the board editor: nothing is lost, everything can be undone, places stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.core.editing.grid import area, placed
from aac.core.editing.history import History
from aac.core.editing.problem import EditProblem
from aac.model.board import Board, BoardKind, Cell, Do, SayPhrase
from aac.model.changed_boards import ChangedBoards
from aac.model.commands import Command
from aac.model.edits import (
    AddBoard,
    AddLine,
    CopyBoard,
    CopyCell,
    DeleteCell,
    Edit,
    HideCell,
    MoveCell,
    NameBoard,
    PutBoard,
    PutCell,
    RemoveBoard,
    RemoveLine,
    SizeCell,
    UseBoardFor,
)
from tests.small_boards import board

BACK = Cell("back", "Back", Do(Command.BACK))
NEW = Cell("new", "New", SayPhrase("New."))
HOME = board("home", "A B C", "D . E", ". . F")
FOOD = board("food", "tea . .", ". . water")


def history(*boards: Board) -> History:
    every = {one.id: one for one in boards or (HOME, FOOD)}
    return History(ChangedBoards(every), frozenset({"home"}))


def ids(every: Mapping[str, Board], board_id: str = "home") -> list[str]:
    """Each row as a word for each place, ``.`` where none stands."""
    return [" ".join(cell.id if cell else "." for cell in row) for row in every[board_id].grid]


# ------------------------------------------------------------------------------- places


def test_a_cell_moves_to_an_empty_place_and_nothing_else_does() -> None:
    made = history()
    assert made.do(MoveCell("home", (0, 0), (1, 1))) == ("home",)
    assert ids(made.boards) == [". B C", "D A E", ". . F"]


def test_a_cell_moved_onto_another_changes_places_with_it() -> None:
    made = history()
    made.do(MoveCell("home", (0, 0), (2, 2)))
    assert ids(made.boards) == ["F B C", "D . E", ". . A"]


def test_a_copy_stands_at_the_nearest_place_with_room_under_an_id_of_its_own() -> None:
    made = history()
    made.do(CopyCell("home", (0, 1)))
    assert ids(made.boards) == ["A B C", "D B-2 E", ". . F"]


def test_a_cell_spans_empty_places_and_no_others() -> None:
    made = history()
    made.do(SizeCell("home", (1, 0), 2, 2))
    assert made.boards["home"].grid[1][0] == replace(HOME.grid[1][0], width=2, height=2)  # type: ignore[type-var]
    with pytest.raises(EditProblem, match="no_room"):
        made.do(SizeCell("home", (0, 0), 2, 1))
    with pytest.raises(EditProblem, match="no_room"):
        made.do(SizeCell("home", (2, 2), 2, 1))


def test_a_spanning_cell_and_a_small_one_change_places_where_both_have_room() -> None:
    made = history(board("home", "A . B", ". . .", "C . ."))
    made.do(SizeCell("home", (0, 0), 2, 2))
    with pytest.raises(EditProblem, match="no_room"):
        made.do(MoveCell("home", (0, 0), (2, 0)))
    with pytest.raises(EditProblem, match="no_room"):
        made.do(MoveCell("home", (0, 0), (0, 2)))
    made.do(MoveCell("home", (0, 0), (1, 1)))
    assert ids(made.boards) == [". . B", ". A .", "C . ."]


def test_what_a_large_cell_meets_on_its_way_goes_round_to_its_other_side() -> None:
    made = history(board("home", "A . B", ". . D", "E F G"))
    made.do(SizeCell("home", (0, 0), 2, 2))
    made.do(MoveCell("home", (0, 0), (0, 1)))
    assert ids(made.boards) == ["B A .", "D . .", "E F G"]
    made.do(MoveCell("home", (0, 1), (1, 1)))
    assert ids(made.boards) == ["B F G", "D A .", "E . ."]
    made.do(MoveCell("home", (1, 1), (1, 0)))  # and back to the left, past D and E
    assert ids(made.boards) == ["B F G", "A . D", ". . E"]
    made.do(SizeCell("home", (0, 1), 1, 1))
    with pytest.raises(EditProblem, match="no_room"):
        made.do(MoveCell("home", (1, 0), (2, 0)))  # there the board ends


def test_a_large_cell_does_not_push_one_that_only_half_stands_in_its_way() -> None:
    made = history(board("home", "A . B", "C D ."))
    made.do(SizeCell("home", (0, 0), 2, 1))
    made.do(SizeCell("home", (0, 2), 1, 2))
    before = ids(made.boards)
    with pytest.raises(EditProblem, match="no_room"):
        made.do(MoveCell("home", (0, 0), (0, 1)))
    assert ids(made.boards) == before


def test_the_place_that_a_cell_covers_is_that_cells() -> None:
    made = history()
    made.do(SizeCell("home", (1, 0), 2, 1))
    made.do(HideCell("home", (1, 1)))
    assert made.boards["home"].cell("D") == replace(HOME.cell("D"), width=2, hidden=True)  # type: ignore[type-var]
    made.do(PutCell("home", (1, 1), NEW))
    assert made.boards["home"].grid[1][0] == replace(NEW, id="D", width=2)


def test_a_changed_cell_keeps_its_id_its_place_and_its_size() -> None:
    made = history()
    made.do(PutCell("home", (0, 0), replace(NEW, width=3)))
    assert made.boards["home"].grid[0][0] == replace(NEW, id="A")


def test_a_new_cell_has_an_id_that_no_other_has() -> None:
    made = history()
    made.do(PutCell("home", (1, 1), replace(NEW, id="A")))
    assert made.boards["home"].grid[1][1] == replace(NEW, id="A-2")
    with pytest.raises(EditProblem, match="no_room"):
        made.do(PutCell("home", (7, 7), NEW))


# ------------------------------------------------------------------------ rows and columns


def test_a_row_is_added_and_an_empty_one_removed() -> None:
    made = history()
    made.do(AddLine("home", 1))
    assert ids(made.boards) == ["A B C", ". . .", "D . E", ". . F"]
    made.do(RemoveLine("home", 1))
    assert ids(made.boards) == ["A B C", "D . E", ". . F"]


def test_a_column_is_added_and_an_empty_one_removed() -> None:
    made = history()
    made.do(AddLine("food", 3, column=True))
    assert ids(made.boards, "food") == ["tea . . .", ". . water ."]
    made.do(RemoveLine("food", 1, column=True))
    assert ids(made.boards, "food") == ["tea . .", ". water ."]


@pytest.mark.parametrize("column", [False, True])
def test_a_line_in_which_a_cell_stands_stays_and_so_does_the_last_line(column: bool) -> None:
    made = history(HOME, board("one", "."))
    with pytest.raises(EditProblem, match="line_not_empty"):
        made.do(RemoveLine("home", 0, column=column))
    with pytest.raises(EditProblem, match="last_line"):
        made.do(RemoveLine("one", 0, column=column))


def test_a_cell_across_a_new_line_grows_and_across_a_removed_one_shrinks() -> None:
    made = history()
    made.do(SizeCell("home", (1, 0), 1, 2))
    made.do(AddLine("home", 2))
    assert made.boards["home"].cell("D") == replace(HOME.cell("D"), height=3)  # type: ignore[type-var]
    made.do(RemoveLine("home", 2))
    assert made.boards["home"].cell("D") == replace(HOME.cell("D"), height=2)  # type: ignore[type-var]


# -------------------------------------------------------------------------------- boards


def test_a_new_board_has_the_ways_back_in_its_last_row() -> None:
    made = history()
    assert made.do(AddBoard("My cats!", 2, 3, (BACK,))) == ("my-cats",)
    assert ids(made.boards, "my-cats") == [". . .", "back . ."]
    assert made.do(AddBoard("My cats", 2, 3)) == ("my-cats-2",)
    assert made.do(AddBoard("Кошки", 1, 1)) == ("board",)


def test_a_copied_board_has_the_same_cells_under_another_name() -> None:
    made = history()
    made.do(CopyBoard("food", "Drinks"))
    assert made.boards["drinks"].grid == FOOD.grid
    assert made.boards["drinks"].name == "Drinks"


def test_only_a_board_that_was_made_here_can_be_removed() -> None:
    made = history()
    for kept in ("home", "food"):
        with pytest.raises(EditProblem, match="board_needed"):
            made.do(RemoveBoard(kept))
    made.do(AddBoard("Cats"))
    made.do(RemoveBoard("cats"))
    assert set(made.boards) == {"home", "food"}
    made.undo()
    assert set(made.boards) == {"home", "food", "cats"}


def test_name_and_use_of_a_board_can_be_changed() -> None:
    made = history()
    made.do(NameBoard("food", "Drinks"))
    made.do(UseBoardFor("food", BoardKind.SPELLING))
    assert made.boards["food"] == replace(FOOD, name="Drinks", kind=BoardKind.SPELLING)


def test_a_board_that_is_again_as_it_came_is_no_change() -> None:
    made = history()
    made.do(NameBoard("food", "Drinks"))
    assert made.is_changed("food")
    made.do(PutBoard(FOOD))
    assert not made.is_changed("food")
    made.undo()
    assert made.boards["food"].name == "Drinks"


def test_an_edit_that_changes_nothing_is_no_step() -> None:
    made = history()
    assert made.do(NameBoard("food", "food")) == ()
    assert not made.can_undo


# ------------------------------------------------------------------------------- warning


def test_cells_that_stand_elsewhere_than_the_person_knows_are_counted() -> None:
    made = history()
    made.do(AddLine("home", 1))
    assert made.moved("home") == 3
    made.undo()
    assert made.moved("home") == 0
    made.do(MoveCell("home", (0, 0), (2, 2)))
    assert made.moved("home") == 2
    made.learn()
    assert made.moved("home") == 0


def test_new_hidden_and_deleted_cells_have_not_moved() -> None:
    made = history()
    made.do(PutCell("home", (1, 1), NEW))
    made.do(HideCell("home", (0, 0)))
    made.do(DeleteCell("home", (0, 1)))
    made.do(AddBoard("Cats"))
    assert (made.moved("home"), made.moved("cats"), made.moved("nowhere")) == (0, 0, 0)


# -------------------------------------------------------------------------------- anything

NUMBERS = st.integers(-1, 4)
PLACES = st.tuples(NUMBERS, NUMBERS)
NAMES = st.sampled_from(["home", "food", "cats", "nowhere"])
EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(AddBoard, st.sampled_from(["Cats", "Dogs"]), st.just(2), st.just(3)),
    st.builds(CopyBoard, NAMES, st.just("Cats")),
    st.builds(RemoveBoard, NAMES),
    st.builds(NameBoard, NAMES, st.sampled_from(["One", "Two"])),
    st.builds(UseBoardFor, NAMES, st.sampled_from(list(BoardKind))),
    st.builds(PutCell, NAMES, PLACES, st.sampled_from([NEW, BACK])),
    st.builds(MoveCell, NAMES, PLACES, PLACES),
    st.builds(CopyCell, NAMES, PLACES, st.one_of(st.none(), PLACES)),
    st.builds(SizeCell, NAMES, PLACES, NUMBERS, NUMBERS),
    st.builds(HideCell, NAMES, PLACES, st.booleans()),
    st.builds(DeleteCell, NAMES, PLACES),
    st.builds(AddLine, NAMES, NUMBERS, st.booleans()),
    st.builds(RemoveLine, NAMES, NUMBERS, st.booleans()),
)


def done(made: History, edit: Edit) -> None:
    before = dict(made.boards)
    try:
        made.do(edit)
    except EditProblem:
        assert dict(made.boards) == before


def sound(one: Board) -> None:
    """Rows of one length, ids of their own, and no two cells in one place."""
    assert len({len(row) for row in one.grid}) == 1
    cells = [cell.id for cell in one.cells()]
    assert len(set(cells)) == len(cells)
    covered = [place for at, cell in placed(one) for place in area(at, cell)]
    assert len(set(covered)) == len(covered)
    assert all(0 <= r < one.rows and 0 <= c < one.columns for r, c in covered)


@given(st.lists(EDITS, max_size=30))
def test_undo_and_redo_restore_exactly_after_any_edits(edits: list[Edit]) -> None:
    made = history()
    before = dict(made.boards)
    for edit in edits:
        done(made, edit)
    after = dict(made.boards)
    while made.can_undo:
        assert made.undo()
    assert dict(made.boards) == before
    assert dict(made.boards.changes) == {}
    while made.can_redo:
        assert made.redo()
    assert dict(made.boards) == after


@given(st.lists(EDITS, max_size=30))
def test_every_step_back_is_the_boards_of_that_moment(edits: list[Edit]) -> None:
    made = history()
    moments = [dict(made.boards)]
    for edit in edits:
        done(made, edit)
        if dict(made.boards) != moments[-1]:
            moments.append(dict(made.boards))
    for moment in reversed(moments[:-1]):
        made.undo()
        assert dict(made.boards) == moment
    assert not made.can_undo


@given(st.lists(EDITS, max_size=30))
def test_no_edit_loses_a_cell_but_the_one_that_says_so(edits: list[Edit]) -> None:
    made = history()
    for edit in edits:
        before = {key: {cell.id for cell in one.cells()} for key, one in made.boards.items()}
        done(made, edit)
        for one in made.boards.values():
            sound(one)
        if isinstance(edit, DeleteCell | RemoveBoard):
            continue
        for key, cells in before.items():
            assert cells <= {cell.id for cell in made.boards[key].cells()}


@given(st.lists(EDITS, max_size=20), EDITS)
def test_what_is_done_after_undo_leaves_nothing_to_redo(edits: list[Edit], last: Edit) -> None:
    made = history()
    for edit in edits:
        done(made, edit)
    made.undo()
    before = dict(made.boards)
    done(made, last)
    assert not made.can_redo or dict(made.boards) == before
