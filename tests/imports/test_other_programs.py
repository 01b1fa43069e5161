"""TouchChat, AsTeRICS Grid, Cboard, and files that are only told about."""

from __future__ import annotations

import base64
import json
import zipfile
from pathlib import Path

import pytest

from aac.files.formats import examine, format_of
from aac.files.imports.asterics import AstericsFormat
from aac.files.imports.cboard import CboardFormat
from aac.files.imports.touchchat import TouchChatFormat
from aac.files.obf import ObfFormat
from aac.files.obf.languages import in_language
from aac.model.board import AddText, Do, OpenBoard, SayPhrase
from aac.model.commands import Command
from aac.ports import BoardProblem
from aac.shelf import BoardFormats
from tests.imports.making import (
    WAV,
    cells,
    database,
    element,
    grd,
    grid_cell,
    gridset,
    only,
    page,
    png,
    said,
    snap,
    touchchat,
)

TOUCHCHAT, ASTERICS, CBOARD = TouchChatFormat(), AstericsFormat(), CboardFormat()
PNG_URI = "data:image/png;base64," + base64.b64encode(png()).decode().rstrip("=")

# ------------------------------------------------------------------------------ TouchChat


def test_a_touchchat_page(tmp_path: Path) -> None:
    reading = TOUCHCHAT.examine(touchchat(tmp_path / "a.ce"))
    home, food = reading.boards
    assert (home.name, food.name, home.rows, home.columns) == ("Home", "Food", 2, 3)
    hello, go, of_set = home.cells()
    assert home.grid[0][0] is hello and home.grid[1][1] is go and home.grid[1][2] is of_set
    assert (hello.action, hello.width, hello.colour, hello.border) == (
        SayPhrase("Hello!"), 2, "#00ff00", "#0000ff",
    )  # fmt: skip
    assert len(hello.picture) == 64
    assert (go.action, go.hidden) == (OpenBoard(food.id), True)
    assert of_set.label == "of a set"


def test_a_touchchat_command_that_is_not_known_is_told(tmp_path: Path) -> None:
    path = touchchat(
        tmp_path / "a.ce", actions=[{"id": 1, "resource_id": 3, "rank": 0, "code": 55}]
    )
    reading = TOUCHCHAT.examine(path)
    assert "number 55" in said(reading.lost) and "hello" in said(reading.lost)


def test_nothing_of_a_touchchat_file_is_unpacked(tmp_path: Path) -> None:
    inner = database(tmp_path / "x.c4v", {"pages": [{"id": 1}]})
    path = tmp_path / "a.ce"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(inner, "../../evil.c4v")
    inner.unlink()
    with pytest.raises(BoardProblem, match="no TouchChat pages"):
        TOUCHCHAT.read(path)
    assert [file.name for file in tmp_path.iterdir()] == ["a.ce"]


# ------------------------------------------------------------------------------ AsTeRICS

SPEAK = {"modelName": "GridActionSpeak"}


@pytest.mark.parametrize(
    ("label", "actions", "action"),
    [
        ({"en": "tea"}, [SPEAK], SayPhrase("tea")),
        ("tea", [SPEAK], SayPhrase("tea")),
        ("Q", [SPEAK], AddText("q")),
        (" ", [SPEAK], Do(Command.SPACE)),
        ("tea", [{"modelName": "GridActionSpeakCustom", "speakText": "Tea!"}], SayPhrase("Tea!")),
        ("go", [{"modelName": "GridActionNavigate", "toGridId": "g2"}], OpenBoard("a.g2")),
        ("go", [SPEAK, {"modelName": "GridActionNavigate", "toGridId": "g2",
                        "navType": "navigateToGrid"}], OpenBoard("a.g2")),
        ("go", [{"modelName": "GridActionNavigate", "navType": "navigateToHomeGrid"}],
         OpenBoard("a.g1")),
        ("go", [{"modelName": "GridActionNavigate", "navType": "navigateToLastOpenedGrid"}],
         Do(Command.BACK)),
        ("x y", [{"modelName": "GridActionCollectElement", "action": "COLLECT_ACTION_REMOVE_WORD"}],
         Do(Command.DELETE_WORD)),
    ],
)  # fmt: skip
def test_an_asterics_action_is_what_it_is_in_wren(
    tmp_path: Path, label: object, actions: list[dict[str, object]], action: object
) -> None:
    reading = ASTERICS.examine(grd(tmp_path / "a.grd", [element(label, *actions)]))
    assert only(reading).action == action
    assert not reading.lost


@pytest.mark.parametrize(("page", "target"), [("\0", "missing"), ("g\x072", "g2")])
def test_a_link_to_a_page_that_no_file_of_boards_can_name_stays_a_link(
    tmp_path: Path, page: str, target: str
) -> None:
    navigate = {"modelName": "GridActionNavigate", "toGridId": page}
    reading = ASTERICS.examine(grd(tmp_path / "a.grd", [element("go", navigate)]))
    ObfFormat().write(reading.boards, tmp_path / "out.obz")
    for boards in (reading.boards, ObfFormat().read(tmp_path / "out.obz")):
        assert next(boards[0].cells()).action == OpenBoard(target)


def test_asterics_sizes_pictures_and_recordings(tmp_path: Path) -> None:
    audio = {"modelName": "GridActionAudio", "dataBase64": base64.b64encode(WAV).decode()}
    one = element("a b", audio, width=2, height=2, x=1, image={"data": PNG_URI}, hidden=True,
                  backgroundColor="rgb(1, 2, 3)")  # fmt: skip
    two = element("noun", SPEAK, y=1, colorCategory="CC_NOUN", image={"url": "https://x.example/a"})
    reading = ASTERICS.examine(grd(tmp_path / "a.grd", [one, two]))
    first, second = cells(reading)
    assert (first.width, first.height, first.hidden, first.colour) == (2, 2, True, "#010203")
    assert len(first.picture) == len(first.sound) == 64
    assert second.colour == "#ffda89"
    assert "only on the internet" in said(reading.lost)


def test_asterics_languages_are_told_and_the_others_stay(tmp_path: Path) -> None:
    label = {"en": "tea", "de": "Tee", "it": "tè"}
    path = grd(tmp_path / "a.grd", [element(label, SPEAK)], localeConfig={"contentLang": "de"})
    reading = ASTERICS.examine(path)
    assert (reading.boards[0].locale, only(reading).label) == ("de", "Tee")
    assert "en, it" in said(reading.mended)
    (cell,) = in_language(reading.boards[0], "it").cells()
    assert (cell.label, cell.action) == ("tè", SayPhrase("tè"))


def test_commands_to_devices_and_the_web_are_told_and_places_that_fill_themselves_left_out(
    tmp_path: Path,
) -> None:
    web = {"modelName": "GridActionHTTP", "restUrl": "http://127.0.0.1:9"}
    collect = element("x", type="ELEMENT_TYPE_COLLECT", x=1)
    reading = ASTERICS.examine(grd(tmp_path / "a.grd", [element("lamp", web), collect]))
    assert only(reading).action == SayPhrase("lamp")
    assert "web address" in said(reading.lost) and "lamp" in said(reading.lost)
    assert "message window" in said(reading.mended)


def test_older_asterics_files_are_a_list_or_one_grid(tmp_path: Path) -> None:
    grid = {"id": "a", "label": "Old", "rowCount": 1, "gridElements": [element("x y", SPEAK)]}
    for raw in ([grid, 7, None], grid):
        path = tmp_path / "a.grd"
        path.write_text(json.dumps(raw))
        assert ASTERICS.read(path)[0].name == "Old"


# ------------------------------------------------------------------------------ Cboard


def test_a_cboard_file(tmp_path: Path) -> None:
    tiles = [
        {"id": "1", "labelKey": "symbol.foodDrinks.appleJuice", "image": "/symbols/mulberry/j.svg"},
        {"id": "2", "label": "go", "loadBoard": "food", "backgroundColor": "rgb(255, 0, 0)"},
        {"id": "3", "label": "tea", "vocalization": "Tea, please.", "image": PNG_URI},
        {"id": "4", "label": "ab", "action": "+ab"},
        {"id": "5", "label": "away", "action": ":clear"},
        None,
        {"id": "6", "label": "strange", "action": ":fly"},
        {"id": "7", "label": "seventh"},
    ]
    root = {"id": "root", "nameKey": "cboard.board.home", "tiles": tiles}
    raw = {"advanced": [{"id": "food", "name": "Food", "tiles": []}, root]}
    path = tmp_path / "a.json"
    path.write_text(json.dumps(raw))
    reading = CBOARD.examine(path)
    home, food = reading.boards
    assert (home.name, home.rows, home.columns) == ("home", 2, 6)
    juice, go, tea, letters, clear, strange, seventh = home.cells()
    assert juice.label == "apple juice" and juice.extra["image_id"]
    assert (go.action, go.colour) == (OpenBoard(food.id), "#ff0000")
    assert tea.action == SayPhrase("Tea, please.") and len(tea.picture) == 64
    assert letters.action == AddText("ab")
    assert clear.action == Do(Command.CLEAR)
    assert strange.action == SayPhrase("strange") and ":fly" in said(reading.lost)
    assert home.grid[1][0] is seventh


def test_a_cboard_board_with_an_order(tmp_path: Path) -> None:
    board = {"id": "root", "name": "Home", "grid": {"rows": 2, "columns": 2,
             "order": [[None, "a"], ["b", None]]},
             "tiles": [{"id": "b", "label": "bee"}, {"id": "a", "label": "ay"}]}  # fmt: skip
    path = tmp_path / "a.json"
    path.write_text(json.dumps([board]))
    (home,) = CBOARD.read(path)
    assert [[cell and cell.label for cell in row] for row in home.grid] == [
        [None, "ay"],
        ["bee", None],
    ]


# ------------------------------------------------------------------------------ which is which


def test_files_are_known_by_their_content(tmp_path: Path) -> None:
    made = {
        "Grid3Format": gridset(tmp_path / "a.gridset", {"Home": page(grid_cell(caption="x"))}),
        "SnapFormat": snap(tmp_path / "a.spb", [{"Label": "x"}]),
        "TouchChatFormat": touchchat(tmp_path / "a.ce"),
        "AstericsFormat": grd(tmp_path / "a.grd.json", [element("x")]),
    }
    formats = BoardFormats()
    for kind, path in made.items():
        unnamed = path.rename(tmp_path / f"{kind}.zip")
        assert type(format_of(formats, unnamed)).__name__ == kind


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.xml", b"<sensorygrid><grid/></sensorygrid>", "Grid 2"),
        ("a.bundle", b"anything", "Grid 2"),
        ("a.picto4me", b"anything", "Picto4Me"),
        ("a.json", b'{"a": 1}', "no boards that Wren knows"),
        ("a.grd", b'{"encryptedDataBase64": "AA", "gridElements": []}', "locked"),
    ],
)
def test_what_cannot_be_imported_is_told_in_one_sentence(
    tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(BoardProblem, match=sentence):
        examine(BoardFormats(), path)


def test_picto4me_is_known_by_its_one_script(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("boards.js", '{"locale": "fr", "sheets": []}')
    with pytest.raises(BoardProblem, match="Picto4Me"):
        examine(BoardFormats(), path)


def test_a_package_with_a_password_says_so(tmp_path: Path) -> None:
    path = gridset(tmp_path / "a.gridset", {"Home": page(grid_cell(caption="x"))})
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    path.write_bytes(data)
    with pytest.raises(BoardProblem, match="password"):
        examine(BoardFormats(), path)
