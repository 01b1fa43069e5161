"""The symbols on the boards that come with Wren: which cells have them, and whence."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

from aac.files.board_library import load_library
from aac.files.board_media import board_media
from aac.files.obf import ObfFormat
from aac.files.obf.content import kind_of
from aac.files.paths import assets_folder, boards_folder
from aac.model.board import AddText, Board
from aac.pictures.symbols import LICENCES, SymbolShelf

SHELF = SymbolShelf(assets_folder() / "symbols")
WORDS = {symbol.id: symbol.label for symbol in SHELF.all()}
with (boards_folder("en").parent / "symbols.csv").open(encoding="utf-8", newline="") as file:
    TABLE = list(csv.DictReader(file))
LANGUAGES = ("en", "de")
BOARDS = {code: load_library([ObfFormat()], boards_folder(code)).boards for code in LANGUAGES}
OPPOSITES = ("G04", "G05", "C02", "J10", "J11", "E11", "E12")


def pictures(board: Board) -> dict[str, str]:
    return {cell.id: cell.picture for cell in board.cells() if cell.picture}


def raw_boards(code: str) -> list[dict[str, object]]:
    paths = sorted(boards_folder(code).glob("*.obf"))
    return [json.loads(path.read_text("utf-8")) for path in paths]


def test_each_row_of_the_table_names_a_symbol_and_says_what_it_shows() -> None:
    assert [row["shows"] for row in TABLE] == [WORDS[row["symbol"]] for row in TABLE]
    assert len({row["cell"] for row in TABLE}) == len(TABLE)


def test_each_row_of_the_table_stands_by_the_label_that_it_was_chosen_for() -> None:
    labels: dict[str, set[str]] = {}
    for board in BOARDS["en"].boards.values():
        for cell in board.cells():
            labels.setdefault(cell.id, set()).add(cell.label)
            labels.setdefault(f"{board.id}/{cell.id}", set()).add(cell.label)
    for row in TABLE:
        assert row["label"] in labels[row["cell"]], row


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_row_is_seen_on_a_board_and_nothing_else_is(code: str) -> None:
    wanted = {row["cell"]: f"symbol-{row['symbol']}" for row in TABLE}
    met: set[str] = set()
    for board in BOARDS[code].boards.values():
        for cell in board.cells():
            own, any_board = f"{board.id}/{cell.id}", cell.id
            row = own if own in wanted else any_board
            assert cell.picture == wanted.get(row, ""), (board.id, cell.id)
            met.add(row)
    assert wanted.keys() <= met


@pytest.mark.parametrize("code", LANGUAGES)
def test_two_cells_of_a_board_never_have_the_same_symbol(code: str) -> None:
    for board in BOARDS[code].boards.values():
        assert max(Counter(pictures(board).values()).values(), default=1) == 1, board.id


def test_languages_have_the_same_symbols_on_the_same_cells() -> None:
    first, second = (
        {board_id: pictures(board) for board_id, board in BOARDS[code].boards.items()}
        for code in LANGUAGES
    )
    assert first == second


def test_letters_controls_wishes_and_opposites_have_none() -> None:
    for board in BOARDS["en"].boards.values():
        for cell in board.cells():
            if isinstance(cell.action, AddText) or cell.id in OPPOSITES:
                assert not cell.picture, cell.id
    assert not pictures(BOARDS["en"].boards["category-s"])
    assert not any(cell.picture for cell in BOARDS["en"].strip)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_files_name_symbols_with_their_licence_and_hold_no_picture(code: str) -> None:
    for board in raw_boards(code):
        named = {button["image_id"] for button in board["buttons"] if "image_id" in button}  # type: ignore[attr-defined]
        records = {record["id"]: record for record in board["images"]}  # type: ignore[attr-defined]
        assert named == records.keys() and len(records) == len(board["images"])  # type: ignore[arg-type]
        for symbol, record in records.items():
            of_set, _, name = symbol.partition("-")
            assert record["symbol"] == {"set": of_set, "filename": f"{name}.svg"}
            assert record["license"] == LICENCES[of_set]
            assert record["content_type"] == "image/svg+xml"
            found = kind_of(SHELF.drawing(symbol))
            assert (record["width"], record["height"]) == (found.width, found.height)
            assert not {"data", "path", "url", "data_url"} & record.keys()


def test_the_loader_gives_the_drawing_of_each_symbol() -> None:
    media = board_media(BOARDS["en"])
    for row in TABLE:
        assert media.content(f"symbol-{row['symbol']}") == SHELF.drawing(row["symbol"])


def test_a_package_takes_the_drawings_and_their_licences_along(tmp_path: Path) -> None:
    path = tmp_path / "quick.obz"
    ObfFormat().write([BOARDS["en"].boards["quick"]], path)
    (again,) = ObfFormat().read(path)
    cell = again.cell("K01")
    assert cell is not None and not cell.picture.startswith("symbol-")
    assert board_media([again]).content(cell.picture) == SHELF.drawing("openmoji-1F6BD")
    record = next(one for one in again.extra["images"] if one["id"] == "openmoji-1F6BD")  # type: ignore[attr-defined]
    assert record["license"] == LICENCES["openmoji"] and record["path"].endswith(".svg")
    for one in again.extra["images"]:  # type: ignore[attr-defined]
        # Open Board Format wants both, and others refuse a board without them.
        assert one["width"] > 0 and one["height"] > 0
    ObfFormat(by_name=True).write([again], tmp_path / "own.obf")
    (own,) = ObfFormat().read(tmp_path / "own.obf")
    assert pictures(own) == pictures(again)


def test_a_lone_board_takes_them_along_inside(tmp_path: Path) -> None:
    path = tmp_path / "quick.obf"
    ObfFormat().write([BOARDS["en"].boards["quick"]], path)
    assert path.read_text("utf-8").count('"data:image/svg+xml;base64,') == len(
        pictures(BOARDS["en"].boards["quick"])
    )


def test_a_board_that_stays_in_wren_goes_on_naming_them(tmp_path: Path) -> None:
    path, quick = tmp_path / "quick.obf", BOARDS["en"].boards["quick"]
    ObfFormat(by_name=True).write([quick], path)
    assert "data:image" not in path.read_text("utf-8")
    assert [pictures(board) for board in ObfFormat().read(path)] == [pictures(quick)]


@pytest.mark.parametrize(
    "symbol",
    [
        {"set": "openmoji", "filename": "../1F6BD.svg"},
        {"set": "openmoji", "filename": "1F6BD/../../1F6BD.svg"},
        {"set": "openmoji", "filename": "1F6BD" + "-200D" * 40 + ".svg"},
        {"set": "pcs", "filename": "1F6BD.svg"},
        {"set": "healthicons", "filename": "Lungs.svg"},
        {"set": ["openmoji"], "filename": "1F6BD.svg"},
        {"set": "openmoji"},
        "openmoji/1F6BD.svg",
        None,
    ],
    ids=str,
)
def test_what_is_no_symbol_of_ours_is_told_and_shows_the_label(
    symbol: object, tmp_path: Path
) -> None:
    reading = ObfFormat().examine(_board(tmp_path, {"symbol": symbol}))
    assert not pictures(reading.boards[0]) and len(reading.lost) == 1


def test_a_symbol_that_the_set_does_not_have_shows_the_label(tmp_path: Path) -> None:
    symbol = {"set": "openmoji", "filename": "FFFF.svg"}
    (board,) = ObfFormat().read(_board(tmp_path, {"symbol": symbol}))
    assert board_media([board]).content(pictures(board)["1"]) is None
    ObfFormat().write([board], tmp_path / "again.obz")
    (again,) = ObfFormat().read(tmp_path / "again.obz")
    assert again.extra["images"][0]["symbol"] == symbol  # type: ignore[index]


def test_a_picture_of_the_board_itself_comes_before_the_symbol_it_names(tmp_path: Path) -> None:
    symbol = {"set": "openmoji", "filename": "1F6BD.svg"}
    data = "data:image/svg+xml,%3Csvg/%3E"
    (board,) = ObfFormat().read(_board(tmp_path, {"symbol": symbol, "data": data}))
    key = pictures(board)["1"]
    assert not key.startswith("symbol-") and board_media([board]).content(key) == b"<svg/>"
    ObfFormat(by_name=True).write([board], tmp_path / "again.obf")
    assert "data:image" in (tmp_path / "again.obf").read_text("utf-8")


def _board(folder: Path, picture: dict[str, object]) -> Path:
    path = folder / "one.obf"
    board = {
        "format": "open-board-0.1",
        "id": "b",
        "locale": "en",
        "name": "B",
        "buttons": [{"id": "1", "label": "One", "image_id": "p"}],
        "images": [{"id": "p", **picture}],
        "sounds": [],
        "grid": {"rows": 1, "columns": 1, "order": [["1"]]},
    }
    path.write_text(json.dumps(board), "utf-8")
    return path
