"""Real and hostile files of other programs, read in place where they are at hand."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from aac.files.formats import examine
from aac.files.imports.draft import PART_OF
from aac.files.notes import Reading
from aac.files.obf import ObfFormat
from aac.model.board import AddText, Board, Cell, Do, OpenBoard, SayPhrase
from aac.model.commands import Command
from aac.ports import BoardProblem
from aac.shelf import BoardFormats
from tests.imports.making import shape

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "boards"
KINDS = ("gridset", "snap", "ce", "grd", "cboard")
ENDINGS = (".gridset", ".gridsetx", ".spb", ".sps", ".ce", ".grd")
NOT_HERE = "the shared board files are not here: 21 real, 6 made and 21 hostile files not tried"

# Places that fill themselves but have a caption and a command: they are cells.
CAPTIONED = {"gridset/relaykeys_US.gridset": 2}

FORMATS = BoardFormats()


def index() -> list[dict[str, str]]:
    table = FOLDER / "dev" / "INDEX.tsv"
    if not table.is_file():
        return []
    with table.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file, delimiter="\t") if row["kind"] in KINDS]


def expectations() -> list[list[str]]:
    table = FOLDER / "hostile" / "EXPECT.tsv"
    lines = table.read_text("utf-8").splitlines()[1:] if table.is_file() else []
    rows = [(line + "\t\t\t\t").split("\t") for line in lines]
    return [row for row in rows if row[0].endswith(ENDINGS)]


def test_all_the_files_are_tried_or_it_is_said_how_many_are_not() -> None:
    if not FOLDER.is_dir():
        pytest.skip(NOT_HERE)
    assert len(index()) == 21
    assert len(expectations()) == 21


def times(oddities: str, pattern: str) -> int:
    """How often the index counts oddities of this name."""
    found = re.findall(rf"{pattern}[^ ;]*(?: x(\d+))?", oddities)
    return sum(int(number or 1) for number in found)


def target(cell: Cell) -> str:
    return cell.action.board_id if isinstance(cell.action, OpenBoard) else cell.opens


@pytest.mark.parametrize("row", [pytest.param(row, id=row["file"]) for row in index()])
def test_a_real_file_gives_what_the_index_counts(row: dict[str, str], tmp_path: Path) -> None:
    """Places that fill themselves are no cells here, and pictures in WMF cannot be shown; links
    home, and to lists of words, come on top of those that the index counts."""
    reading = examine(FORMATS, FOLDER / "dev" / row["file"])
    pages = [board for board in reading.boards if PART_OF not in board.extra]
    cells = [cell for board in pages for cell in board.cells() if not cell.id.startswith("word-")]
    known = {board.id for board in reading.boards}
    links = [target(cell) for cell in cells if target(cell)]
    dashboards = 1 if "synthetic" in row["file"] and row["kind"] == "snap" else 0
    undrawable = times(row["oddities"], "wmf-image")
    assert len(pages) == int(row["boards"]) - dashboards
    special = times(row["oddities"], "special-cell") - CAPTIONED.get(row["file"], 0)
    assert len(cells) == int(row["buttons"]) - special
    assert sum("image_id" in cell.extra for cell in cells) == int(row["images"]) - undrawable
    assert sum(bool(cell.picture) for cell in cells) == int(row["images_embedded"]) - undrawable
    assert len(links) >= int(row["links"])
    dead = sum(link not in known for link in links)
    assert dead == int(row["links"]) - int(row["links_resolved"])
    assert written_and_read(reading, tmp_path) == [shape(board) for board in reading.boards]


def written_and_read(reading: Reading, folder: Path) -> list[object]:
    path = folder / "written.obz"
    ObfFormat().write(reading.boards, path)
    return [shape(board) for board in ObfFormat().read(path)]


# ------------------------------------------------------------------------ one page set, six forms

MADE = sorted(FOLDER.glob("dev/synthetic/*.truth.json"))


@pytest.mark.parametrize("truth_file", [pytest.param(path, id=path.name) for path in MADE])
def test_one_page_set_is_the_same_in_six_formats(truth_file: Path) -> None:
    truth = json.loads(truth_file.read_text("utf-8"))
    path = truth_file.with_name(truth_file.name.removesuffix(".truth.json"))
    boards = examine(FORMATS, path).boards
    assert boards[0].name == truth["root_name"]
    found = {plain(board.name): board for board in boards}
    names = {board.id: plain(board.name) for board in boards}
    assert found.keys() == {plain(page["name"]) for page in truth["boards"]}
    for page in truth["boards"]:
        board = found[plain(page["name"])]
        if truth["kind"] not in ("spb", "old.sps"):  # there the size is that of the layout
            assert (board.rows, board.columns) == (page["rows"], page["cols"])
        wanted = {(cell["row"], cell["col"]): cell for cell in page["cells"]}
        there = places(board)
        assert there.keys() == wanted.keys()
        for spot, cell in there.items():
            check_cell(cell, wanted[spot], names, truth["kind"])


def places(board: Board) -> dict[tuple[int, int], Cell]:
    return {(y, x): cell for y, row in enumerate(board.grid) for x, cell in enumerate(row) if cell}


def plain(name: str) -> str:
    return name.replace("/", "-")  # a page of Grid 3 is named as its folder


def check_cell(cell: Cell, truth: Mapping[str, Any], names: Mapping[str, str], kind: str) -> None:
    assert cell.label == truth["label"]
    assert bool(cell.picture) == truth["has_image"]
    if truth["bg"]:
        assert cell.colour == "#" + bytes(truth["bg"]).hex()
    if truth["link_to_name"]:
        assert names[target(cell)] == plain(truth["link_to_name"])
    elif truth["spell"]:
        assert cell.action == AddText(truth["spell"])
    elif truth["action"] and isinstance(cell.action, Do):
        assert cell.action == Do(Command(truth["action"]))
    elif truth["action"]:
        # These formats have no command for it: the cell only says its label.
        assert kind in ("ce", "spb", "old.sps") or (kind, truth["action"]) == ("grd", "space")
    else:
        assert cell.action == SayPhrase(truth["speech"])


# ------------------------------------------------------------------------ hostile files


@pytest.mark.parametrize("row", [pytest.param(row, id=row[0]) for row in expectations()])
def test_a_hostile_file_gives_boards_or_one_sentence(row: list[str], tmp_path: Path) -> None:
    began = time.monotonic()
    try:
        reading = examine(FORMATS, FOLDER / "hostile" / row[0])
    except BoardProblem as problem:
        sentence = str(problem)
        assert row[1] in ("refuse", "either"), sentence
        assert sentence.endswith(".") and "\n" not in sentence and len(sentence) < 120
        return
    assert row[1] in ("open", "either")
    assert not row[2] or len(reading.boards) == int(row[2])
    assert not row[3] or sum(1 for board in reading.boards for _ in board.cells()) == int(row[3])
    assert written_and_read(reading, tmp_path) == [shape(board) for board in reading.boards]
    assert time.monotonic() - began < 10
    assert not Path("/tmp/obf_evil_run").exists()


def test_no_caption_of_a_hostile_page_is_lost() -> None:
    path = FOLDER / "hostile/foreign/gridset_positions_junk.gridset"
    if not path.is_file():
        pytest.skip(NOT_HERE)
    labels = {cell.label for board in examine(FORMATS, path).boards for cell in board.cells()}
    assert labels == {"far", "neg", "nan", "wide", "same place"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is counted on Linux")
def test_the_worst_files_take_little_memory() -> None:
    """Read in a process of its own, whose memory is counted when it has ended."""
    if not FOLDER.is_dir():
        pytest.skip(NOT_HERE)
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from aac.files.formats import examine\n"
        "from aac.ports import BoardProblem\n"
        "from aac.shelf import BoardFormats\n"
        "formats = BoardFormats()\n"
        "for name in sys.argv[1:]:\n"
        "    try:\n"
        "        examine(formats, Path(name))\n"
        "    except BoardProblem:\n"
        "        pass\n"
        # Not `getrusage`: that counts what the starting process had as well.
        "status = Path('/proc/self/status').read_text('ascii').splitlines()\n"
        "print(next(line.split()[1] for line in status if line.startswith('VmHWM:')))\n"
    )
    names = [str(FOLDER / "hostile" / row[0]) for row in expectations()]
    root = Path(__file__).parents[2]
    ran = subprocess.run(
        [sys.executable, "-c", script, *names],
        capture_output=True, text=True, check=True, timeout=120, cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
    )  # fmt: skip
    assert int(ran.stdout) < 500_000  # kilobytes
