"""Open Board Format: what real files do is forgiven, what we write is strict."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from aac.files.obf import ObfFormat
from aac.files.obf.colours import parse, to_hex, to_rgb
from aac.model.board import Action, AddText, Board, Cell, Do, Fill, Nth, OpenBoard, SayPhrase
from aac.model.commands import Command, ListKind
from aac.ports import BoardProblem

OBF = ObfFormat()


def read(folder: Path, **board: object) -> Board:
    path = folder / "board.obf"
    path.write_text(json.dumps({"format": "open-board-0.1", "id": "b", "locale": "en", **board}))
    return OBF.read(path)[0]


def read_button(folder: Path, **button: object) -> Cell:
    grid = {"rows": 1, "columns": 1, "order": [["1"]]}
    (cell,) = read(folder, buttons=[{"id": "1", "label": "one", **button}], grid=grid).cells()
    return cell


def written(board: Board, folder: Path) -> dict[str, Any]:
    path = folder / "out.obf"
    OBF.write([board], path)
    return dict(json.loads(path.read_text("utf-8")))


# ------------------------------------------------------------------------------ reading


@pytest.mark.parametrize(
    ("button", "action"),
    [
        ({}, SayPhrase("one")),
        ({"vocalization": "One, please."}, SayPhrase("One, please.")),
        ({"action": "+ab"}, AddText("ab")),
        ({"action": ":space"}, Do(Command.SPACE)),
        ({"actions": [":deleteword"]}, Do(Command.DELETE_WORD)),
        ({"action": ":x", "actions": [":clear"]}, Do(Command.CLEAR)),
        ({"actions": ["+c", "+at", ":space"]}, AddText("cat ")),
        ({"actions": [":clear", ":home"]}, Do(Command.CLEAR)),
        ({"action": ":native-keyboard"}, Do(Command.SPELL)),
        ({"action": ":say(Hello (there))"}, SayPhrase("Hello (there)")),
        ({"action": ":ext_wren_history(1)"}, Nth(ListKind.HISTORY, 0)),
        ({"action": ":ext_wren_history(0)"}, SayPhrase("one")),
        ({"action": ":ext_wren_fill", "vocalization": "left"}, Fill("left")),
        ({"load_board": {"id": "there"}}, OpenBoard("there")),
        ({"load_board": {"path": "boards/there.obf"}}, OpenBoard("there")),
        ({"load_board": {"id": 7}, "vocalization": "silent"}, OpenBoard("7")),
        ({"load_board": {"url": "https://example.org"}}, SayPhrase("one")),
        ({"load_board": {"path": "../../etc/passwd"}}, SayPhrase("one")),
    ],
)
def test_what_a_button_does(tmp_path: Path, button: dict[str, object], action: Action) -> None:
    assert read_button(tmp_path, **button).action == action


def test_an_action_of_another_program_says_the_label_never_its_code_and_is_kept(
    tmp_path: Path,
) -> None:
    cell = read_button(tmp_path, action=":battery-level", vocalization=":code")
    assert cell.action == SayPhrase("one")
    grid: tuple[tuple[Cell, ...], ...] = ((cell,),)
    (button,) = written(Board("b", "B", grid), tmp_path)["buttons"]
    assert button["action"] == ":battery-level"
    assert button["vocalization"] == ":code"


def test_a_cell_given_another_action_loses_the_old_one(tmp_path: Path) -> None:
    cell = read_button(tmp_path, actions=[":clear", ":battery-level"])
    changed = Cell(cell.id, cell.label, AddText("a"), extra=cell.extra)
    path = tmp_path / "changed.obf"
    OBF.write([Board("b", "B", ((changed,),))], path)
    (again,) = OBF.read(path)[0].cells()
    assert again.action == AddText("a")
    assert "battery" not in path.read_text()


def test_a_phrase_can_be_spoken_and_lead_on(tmp_path: Path) -> None:
    cell = read_button(
        tmp_path, vocalization="It hurts.", load_board={"id": "pain"}, ext_wren_speak=True
    )
    assert (cell.action, cell.opens) == (SayPhrase("It hurts."), "pain")


def test_numbers_and_their_texts_are_the_same_id(tmp_path: Path) -> None:
    board = read(
        tmp_path,
        id=0,
        buttons=[{"id": 0, "label": 5}, None, {"id": "1", "label": "b"}],
        grid={"rows": 1, "columns": 3, "order": [["0", None, 1.0]]},
    )
    assert board.id == "0"
    assert [(cell.id, cell.label) for cell in board.cells()] == [("0", "5"), ("1", "b")]


def test_one_button_in_two_places_is_two_cells_that_both_work(tmp_path: Path) -> None:
    board = read(tmp_path, buttons=[{"id": "1", "label": "a"}], grid={"order": [["1", "1"], ["1"]]})
    cells = list(board.cells())
    assert [cell.action for cell in cells] == [SayPhrase("a")] * 3
    assert len({cell.id for cell in cells}) == 3
    assert board.grid[1][1] is None


def test_the_order_counts_and_not_the_numbers_beside_it(tmp_path: Path) -> None:
    grid = {"rows": 10**9, "columns": -1, "order": [["1"], ["2", None, "ghost"]]}
    board = read(
        tmp_path, buttons=[{"id": "1", "label": "a"}, {"id": "2", "label": "b"}], grid=grid
    )
    assert (board.rows, board.columns) == (2, 3)


def test_buttons_without_a_grid_are_laid_out_as_they_come(tmp_path: Path) -> None:
    board = read(tmp_path, buttons=[{"label": name} for name in "abcde"])
    assert [cell.label for cell in board.cells()] == list("abcde")
    assert (board.rows, board.columns) == (2, 3)


def test_a_board_larger_than_a_hundred_is_refused(tmp_path: Path) -> None:
    buttons = [{"id": str(n), "label": "x"} for n in range(101)]
    with pytest.raises(BoardProblem, match="larger than 100"):
        read(tmp_path, buttons=buttons, grid={"order": [[str(n)] for n in range(101)]})


def test_a_long_label_is_cut_and_control_signs_go(tmp_path: Path) -> None:
    cell = read_button(tmp_path, label="a\x00\x1b[31m" + "b" * 5000)
    assert len(cell.label) <= 2000
    assert cell.label.startswith("a[31mb")


def test_half_characters_and_nan_can_be_read_and_written_as_strict_json(tmp_path: Path) -> None:
    path = tmp_path / "odd.obf"
    path.write_text(
        '{"id": "b", "buttons": [{"id": "1", "label": "x\\ud800", "ext_a": NaN, '
        '"ext_b": "\\ud800", "ext_c": 1e400}], "grid": {"order": [["1"]]}}'
    )
    (board,) = OBF.read(path)
    assert next(board.cells()).label == "x\ufffd"
    assert "NaN" not in json.dumps(written(board, tmp_path), allow_nan=False)


@pytest.mark.parametrize(
    ("written_as", "shown", "rewritten"),
    [
        ("rgb(255, 0, 0)", "#ff0000", "rgb(255, 0, 0)"),
        (" RGB( 1 ,2, 3 ) ", "#010203", "rgb(1, 2, 3)"),
        ("rgba(255, 0, 0, 0.5)", "#ff8080", "rgba(255, 0, 0, 0.5)"),
        ("rgb(100%, 0%, 50%)", "#ff0080", "rgb(255, 0, 128)"),
        ("rgb(300, 0, 0)", "#ff0000", "rgb(255, 0, 0)"),
        ("#abc", "#aabbcc", "rgb(170, 187, 204)"),
        ("#AABBCC", "#aabbcc", "rgb(170, 187, 204)"),
        ("Red", "#ff0000", "rgb(255, 0, 0)"),
        ("rgba(0,0,0,0)", "", "rgba(0, 0, 0, 0)"),
    ],
)
def test_colours_in_every_form(written_as: str, shown: str, rewritten: str) -> None:
    colour = parse(written_as)
    assert colour is not None
    assert (to_hex(colour), to_rgb(colour)) == (shown, rewritten)


@pytest.mark.parametrize("junk", ["", "rgb(1,2)", "url(x)", "red; x", None, 5, "rgb(-1,2,3)"])
def test_what_is_no_colour_is_left_to_the_theme(junk: object, tmp_path: Path) -> None:
    assert parse(junk) is None
    assert read_button(tmp_path, background_color=junk).colour == ""


# ------------------------------------------------------------------------------ writing


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "board.obf"
    OBF.write([Board("b", "Old", ((None,),))], path)
    before = path.read_bytes()
    endless: list[object] = []
    endless.append(endless)
    with pytest.raises(BoardProblem):
        OBF.write([Board("b", "New", ((None,),), extra={"ext_endless": endless})], path)
    assert path.read_bytes() == before
    folder = tmp_path / "folder.obf"  # a folder cannot be replaced by a file
    folder.mkdir()
    with pytest.raises(OSError):
        OBF.write([Board("b", "New", ((None,),))], folder)
    assert sorted(tmp_path.iterdir()) == [path, folder]
