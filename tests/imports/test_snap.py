"""Snap page sets."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from aac.files.imports import database as database_module
from aac.files.imports.draft import PART_OF
from aac.files.imports.snap import SnapFormat
from aac.files.obf import ObfFormat
from aac.model.board import AddText, Do, OpenBoard, SayPhrase
from aac.model.commands import Command
from aac.ports import BoardProblem
from tests.imports.making import WAV, cells, only, png, said, shape, snap

SNAP = SnapFormat()


def commands(*values: dict[str, object]) -> list[dict[str, object]]:
    text = json.dumps({"$type": "1", "$values": list(values)})
    return [{"ButtonId": 1, "SerializedCommands": text}]


def test_words_places_and_colours(tmp_path: Path) -> None:
    button = {"Label": "tea", "Message": "Tea, please.", "at": "1,1", "span": "2,1",
              "BorderColor": -16776961}  # fmt: skip
    reading = SNAP.examine(snap(tmp_path / "a.spb", [button]))
    home = reading.boards[0]
    assert (home.name, home.rows, home.columns, home.locale) == ("Home", 2, 3, "en-US")
    cell = home.grid[1][1]
    assert cell is not None
    assert (cell.label, cell.action) == ("tea", SayPhrase("Tea, please."))
    assert (cell.width, cell.colour, cell.border) == (2, "#ff0000", "#0000ff")


@pytest.mark.parametrize(
    ("value", "action"),
    [
        ({"$type": "2", "LinkedPageId": "two"}, OpenBoard("a.two")),
        ({"$type": "9"}, Do(Command.CLEAR)),
        ({"$type": "16"}, OpenBoard("a.one")),
        ({"$type": "17"}, Do(Command.SPELL)),
        ({"$type": "3", "MessageAction": 0}, SayPhrase("x y")),
    ],
)
def test_a_command_is_what_it_is_in_wren(
    tmp_path: Path, value: dict[str, object], action: object
) -> None:
    path = snap(tmp_path / "a.spb", [{"Label": "x y"}], CommandSequence=commands(value))
    reading = SNAP.examine(path)
    assert only(reading).action == action
    assert not reading.lost


def test_a_letter_is_for_spelling_and_an_unknown_command_is_told(tmp_path: Path) -> None:
    path = snap(
        tmp_path / "a.spb",
        [{"Label": "A", "Message": "a"}],
        CommandSequence=commands({"$type": "77"}),
    )
    reading = SNAP.examine(path)
    assert only(reading).action == AddText("a")
    assert "number 77" in said(reading.lost)


def test_a_page_that_scrolls_becomes_boards_with_ways_between_them(tmp_path: Path) -> None:
    buttons = [{"Label": f"b{n}", "at": f"{n % 3},{n // 3}"} for n in range(15)]
    reading = SNAP.examine(snap(tmp_path / "a.spb", buttons))
    parts = [board for board in reading.boards if board.name.startswith("Home")]
    assert [board.name for board in parts] == ["Home", "Home 2", "Home 3"]
    assert [PART_OF in board.extra for board in parts] == [False, True, True]
    for number, board in enumerate(parts):
        shown = [cell.label for row in board.grid[:-1] for cell in row if cell]
        assert shown == [f"b{n}" for n in range(6 * number, min(6 * number + 6, 15))]
        ways = {cell.label: cell.action for cell in board.grid[-1] if cell}
        if number > 0:
            assert ways["Earlier"] == OpenBoard(parts[number - 1].id)
        if number < 2:
            assert ways["More"] == OpenBoard(parts[number + 1].id)
    assert "scrolls" in said(reading.mended)


def test_what_is_hidden_or_only_in_another_layout(tmp_path: Path) -> None:
    buttons = [{"Label": "seen"}, {"Label": "hidden", "at": "1,0", "seen": 0},
               {"Label": "elsewhere", "at": "2,0", "layout": 3}]  # fmt: skip
    reading = SNAP.examine(snap(tmp_path / "a.spb", buttons))
    assert {cell.label: cell.hidden for cell in cells(reading)} == {"seen": False, "hidden": True}
    assert "elsewhere" in said(reading.lost)


def test_pictures_and_recordings_travel(tmp_path: Path) -> None:
    button = {
        "Label": "a b",
        "PageSetImageId": 1,
        "MessageRecordingId": 2,
        "UseMessageRecording": 1,
    }
    media = [{"Id": 1, "Data": png()}, {"Id": 2, "Data": WAV}]
    cell = only(SNAP.examine(snap(tmp_path / "a.spb", [button], PageSetData=media)))
    assert len(cell.picture) == len(cell.sound) == 64
    assert {"image_id", "sound_id"} <= set(cell.extra)


def test_a_view_in_place_of_a_table_is_not_read(tmp_path: Path) -> None:
    path = snap(tmp_path / "a.spb", [{"Label": "x"}])
    base = sqlite3.connect(path)
    base.execute("DROP TABLE Page")
    base.execute(
        "CREATE VIEW Page AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) "
        "SELECT x AS Id, 'u' AS UniqueId, 't' AS Title FROM c"
    )
    base.commit()
    base.close()
    with pytest.raises(BoardProblem, match="no Snap pages"):
        SNAP.read(path)


def test_a_column_that_is_computed_is_not_read(tmp_path: Path) -> None:
    path = snap(tmp_path / "a.spb", [{"Label": "x"}])
    base = sqlite3.connect(path)
    base.execute("DROP TABLE Button")
    base.execute("CREATE TABLE Button (Id, Label AS ('computed'), ElementReferenceId)")
    base.execute("INSERT INTO Button VALUES (1, 1)")
    base.commit()
    base.close()
    assert only(SNAP.examine(path)).label == ""


def test_reading_that_takes_too_long_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = snap(tmp_path / "a.spb", [{"Label": f"b{n}"} for n in range(5_000)])
    monkeypatch.setattr(database_module, "SECONDS", -1.0)
    with pytest.raises(BoardProblem, match="takes too long"):
        SNAP.read(path)


def test_more_text_than_there_is_room_for_is_not_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = snap(tmp_path / "a.spb", [{"Label": "x" * 1_000} for _ in range(20)])
    monkeypatch.setattr(database_module, "TEXT_LIMIT", 10_000)
    with pytest.raises(BoardProblem, match="too many parts"):
        SNAP.read(path)


def test_what_has_no_place_on_a_full_board_is_told(tmp_path: Path) -> None:
    buttons = [{"Label": f"b{n}", "at": "nowhere"} for n in range(302)]
    reading = SNAP.examine(snap(tmp_path / "a.spb", buttons))
    shown = [cell.label for board in reading.boards for cell in board.cells()]
    assert shown.count("b299") == 1 and "b300" not in shown
    assert "b300" in said(reading.lost)


def test_long_ids_that_stand_twice_stay_apart_in_the_open_format(tmp_path: Path) -> None:
    path = snap(tmp_path / "a.spb", [{"Label": "x"}, {"Label": "y", "at": "1,0"}])
    base = sqlite3.connect(path)
    base.execute("UPDATE Button SET Id = ?", ("9" * 5_000,))
    base.commit()
    base.close()
    boards = SNAP.read(path)
    ObfFormat().write(boards, tmp_path / "out.obz")
    again = ObfFormat().read(tmp_path / "out.obz")
    assert [shape(board) for board in again] == [shape(board) for board in boards]


def test_the_file_is_left_as_it_is(tmp_path: Path) -> None:
    path = snap(tmp_path / "a.spb", [{"Label": "x"}])
    before = path.read_bytes()
    SNAP.read(path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["a.spb"]
