"""Grid 3 sets."""

from __future__ import annotations

from pathlib import Path

import pytest

from aac.files.imports import draft
from aac.files.imports.draft import PART_OF
from aac.files.imports.grid3 import Grid3Format
from aac.files.notes import Reading
from aac.model.board import AddText, Do, Look, OpenBoard, SayPhrase
from aac.model.commands import Command
from aac.ports import BoardProblem
from tests.imports.making import (
    cells,
    command,
    grid_cell,
    gridset,
    only,
    page,
    png,
    said,
    words,
)

GRID3 = Grid3Format()


def read(folder: Path, inside: str, **more: object) -> Reading:
    path = gridset(folder / "set.gridset", {"Home": page(inside), "Food": page("")}, **more)  # type: ignore[arg-type]
    return GRID3.examine(path)


RUNS = "<p><s><r>Thank</r></s>\n <s><r><![CDATA[ ]]></r></s><s><r>you</r></s></p>"


@pytest.mark.parametrize(
    ("commands", "action"),
    [
        ("", SayPhrase("one")),
        (command("Action.InsertText", text="One, please."), SayPhrase("One, please.")),
        (command("Action.InsertText", text=RUNS), SayPhrase("Thank you")),
        (command("Action.InsertText", text="ə"), AddText("ə")),
        (command("Action.Letter", letter="a"), AddText("a")),
        (command("Action.Number", letter="7"), AddText("7")),
        (command("Action.Punctuation", letter="!") + command("Action.Space"), AddText("! ")),
        (command("Action.Space"), Do(Command.SPACE)),
        (command("Action.DeleteLetter"), Do(Command.DELETE_LETTER)),
        (command("Action.DeleteWord"), Do(Command.DELETE_WORD)),
        (command("Action.Clear"), Do(Command.CLEAR)),
        (command("Action.Speak"), Do(Command.SPEAK)),
        (command("Speech.Stop"), Do(Command.HUSH)),
        (command("Jump.To", grid="Food"), OpenBoard("set.food")),
        (command("Jump.Home"), OpenBoard("set.home")),
        (command("Jump.Back"), Do(Command.BACK)),
        (command("Settings.RestEyeGaze") + command("Settings.RestAll"), Do(Command.REST)),
    ],
)
def test_a_command_is_what_it_is_in_wren(tmp_path: Path, commands: str, action: object) -> None:
    reading = read(tmp_path, grid_cell(caption="one", commands=commands))
    assert only(reading).action == action
    assert not reading.lost


def test_a_cell_may_act_and_then_open_a_page(tmp_path: Path) -> None:
    both = command("Action.Letter", letter="A") + command("Jump.To", grid="Food")
    cell = only(read(tmp_path, grid_cell(caption="A", commands=both)))
    assert (cell.action, cell.opens) == (AddText("A"), "set.food")
    both = command("Action.InsertText", text="tea") + command("Jump.Back")
    cell = only(read(tmp_path, grid_cell(caption="tea", commands=both)))
    assert (cell.action, cell.returns) == (SayPhrase("tea"), True)


def test_a_command_that_wren_lacks_is_told_by_name_and_place(tmp_path: Path) -> None:
    run = command("ComputerControl.Run", FileName="/bin/sh", Arguments="-c true")
    reading = read(tmp_path, grid_cell(caption="Lamp", commands=run))
    assert only(reading).action == SayPhrase("Lamp")
    (note,) = reading.lost
    assert "computer control (ComputerControl.Run)" in note.says
    assert note.places == ("Home, cell “Lamp”",)


def test_places_sizes_colours_and_scan_blocks(tmp_path: Path) -> None:
    style = "<Style><BasedOnStyle>a</BasedOnStyle><BackColour>#00FF0080</BackColour></Style>"
    based = "<BackColour>#FF0000FF</BackColour><BorderColour>#0000FFFF</BorderColour>"
    styles = f'<Style Key="a">{based}</Style>'
    inside = grid_cell(
        'X="1" Y="1" ColumnSpan="2" ScanBlock="3"', "one", more=style
    )  # the rest of the row
    reading = read(tmp_path, inside, styles=styles)
    cell = reading.boards[0].grid[1][1]
    assert cell is not None
    assert (cell.width, cell.height) == (2, 1)
    assert cell.colour == "#7fff7f"  # half green on white
    assert cell.border == "#0000ff"
    assert cell.extra["ext_wren_scan_block"] == 3
    assert (reading.boards[0].rows, reading.boards[0].columns) == (2, 3)
    assert reading.boards[0].locale == "en-GB"


def test_a_picture_is_found_beside_its_page_and_a_symbol_keeps_its_name(tmp_path: Path) -> None:
    inside = grid_cell('X="1"', "one", more="<Image>-0-text-0.png</Image>")
    inside += grid_cell('X="2"', "two", more="<Image>[widgit]food\\tea.emf</Image>")
    inside += grid_cell('Y="1"', "three", more="<Image>.wmf</Image>")
    pictures = {"Grids/Home/1-0-0-text-0.png": png(), "Grids/Home/0-1.wmf": b"\xd7\xcd\xc6\x9a" * 9}
    reading = read(tmp_path, inside, extra=pictures)
    one, two, three = cells(reading)
    assert len(one.picture) == 64 and one.extra["image_id"]
    assert not two.picture and two.extra["image_id"]
    assert not three.picture and "image_id" not in three.extra
    (with_bytes, symbol) = reading.boards[0].extra["images"]  # type: ignore[misc]
    assert with_bytes["width"] == 2 and with_bytes["content_type"] == "image/png"
    assert symbol["symbol"] == {"set": "widgit", "filename": "food\\tea.emf"}
    assert "cannot be shown" in said(reading.lost) and "own symbols" in said(reading.lost)


def test_the_words_of_a_page_fill_its_places_and_go_on_elsewhere(tmp_path: Path) -> None:
    slot = "<ContentType>AutoContent</ContentType><ContentSubType>WordList</ContentSubType>"
    inside = "".join(grid_cell(f'X="{x}"', more=slot) for x in range(3))
    listed = words("tea", "milk", "water", "juice")
    path = gridset(tmp_path / "set.gridset", {"Home": page(inside, more=listed)})
    home, more = GRID3.read(path)
    assert [cell.label for cell in home.cells()] == ["tea", "milk", "More"]
    assert home.cell("more-words").action == OpenBoard(more.id)  # type: ignore[union-attr]
    assert [cell.label for cell in more.cells()] == ["water", "juice"]
    assert more.extra[PART_OF] == home.id


def test_a_cell_that_changes_the_list_opens_a_board_of_its_words(tmp_path: Path) -> None:
    change = command("Prediction.ChangeWordList", wordlist=words("What is next?", "Wait."))
    home, drawn, _ = GRID3.read(
        gridset(
            tmp_path / "set.gridset",
            {"Home": page(grid_cell(caption="Talk", commands=change)), "Food": page("")},
        )
    )
    assert next(home.cells()).action == OpenBoard(drawn.id)
    assert [cell.action for cell in drawn.cells()] == [
        SayPhrase("What is next?"),
        SayPhrase("Wait."),
    ]


def test_a_cell_without_words_gets_a_name_or_is_hidden(tmp_path: Path) -> None:
    inside = grid_cell('X="0"', commands=command("Jump.To", grid="Food"))
    inside += grid_cell('X="1"', commands=command("Action.Speak"))
    inside += grid_cell('X="2"', commands=command("ComputerControl.Run"))
    link, speak, nothing = cells(read(tmp_path, inside))
    assert (link.label, link.look) == ("Food", Look.LINK)
    assert speak.label == "Speak"
    assert nothing.hidden


def test_places_for_words_and_the_message_window_are_left_out_and_told(tmp_path: Path) -> None:
    inside = ""
    for x, (kind, sub) in enumerate((("AutoContent", "Prediction"), ("Workspace", "Chat"),
                                     ("LiveCell", "Clock"))):  # fmt: skip
        more = f"<ContentType>{kind}</ContentType><ContentSubType>{sub}</ContentSubType>"
        inside += grid_cell(f'X="{x}"', more=more)
    reading = read(tmp_path, inside)
    assert not cells(reading)
    assert "predicted words" in said(reading.mended)
    assert "message window" in said(reading.mended)
    assert "Clock" in said(reading.lost)


def test_a_damaged_page_is_left_out_and_the_others_open(tmp_path: Path) -> None:
    reading = GRID3.examine(
        gridset(tmp_path / "a.gridset", {"Home": page(grid_cell(caption="one")), "Bad": "<Grid>"})
    )
    assert [board.name for board in reading.boards] == ["Home"]
    assert [note.places for note in reading.lost] == [("Bad",)]


def test_pages_that_take_too_long_are_left_out_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft, "PAGES_SECONDS", -1.0)
    reading = read(tmp_path, grid_cell(caption="one"))
    assert [board.name for board in reading.boards] == ["Home"]
    assert [note.places for note in reading.lost] == [("Food",)]


def test_the_name_of_the_set_keeps_its_pages_apart_from_those_of_wren(tmp_path: Path) -> None:
    path = gridset(tmp_path / "Anna's set.gridset", {"tools": page(grid_cell(caption="x"))})
    assert [board.id for board in GRID3.read(path)] == ["anna-s-set.tools"]


def test_a_locked_set_is_refused_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "set.gridsetx"
    path.write_bytes(b"\x01\x02" * 200)
    with pytest.raises(BoardProblem, match="locked Grid 3 set"):
        GRID3.read(path)


def test_entities_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    evil = f'<!DOCTYPE g [<!ENTITY x SYSTEM "{secret.as_uri()}">]>' + page(grid_cell(caption="&x;"))
    with pytest.raises(BoardProblem, match="definitions"):
        GRID3.read(gridset(tmp_path / "set.gridset", {"Home": evil}))
