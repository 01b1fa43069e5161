"""Real and hostile board files, read in place where they are at hand: they are not ours to keep."""

from __future__ import annotations

import subprocess
import sys
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from aac.files.obf import ObfFormat
from aac.model.board import Board
from aac.ports import BoardProblem

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "boards"
EXPECTED = 156  # .obf and .obz files in it
FILES = sorted(path for part in ("dev", "hostile") for path in FOLDER.glob(f"{part}/**/*.ob[fz]"))
SECONDS: Mapping[str, float] = {"ten_thousand_boards.obz": 60.0}

OBF = ObfFormat()


def expectations() -> dict[str, list[str]]:
    table = FOLDER / "hostile" / "EXPECT.tsv"
    lines = table.read_text("utf-8").splitlines()[1:] if table.is_file() else []
    return {line.split("\t")[0]: line.split("\t") for line in lines}


EXPECT = expectations()


def test_all_the_files_are_tried_or_it_is_said_how_many_are_not() -> None:
    if not FOLDER.is_dir():
        pytest.skip(f"the shared board files are not here: {EXPECTED} files not tried")
    assert len(FILES) == EXPECTED


@pytest.mark.parametrize("path", [pytest.param(path, id=path.name) for path in FILES])
def test_a_file_opens_or_is_refused_in_one_sentence_and_can_be_written_again(
    path: Path, tmp_path: Path
) -> None:
    began = time.monotonic()
    want = EXPECT.get(f"{path.parent.name}/{path.name}", ["", "open", "", ""])
    try:
        boards = OBF.read(path)
    except BoardProblem as problem:
        sentence = str(problem)
        assert want[1] in ("refuse", "either"), sentence
        assert sentence.endswith(".") and "\n" not in sentence and len(sentence) < 120
        return
    assert want[1] in ("open", "either")
    if want[2]:
        assert len(boards) == int(want[2])
    if want[3]:
        assert sum(1 for board in boards for _ in board.cells()) == int(want[3])
    assert all(_is_sound(board) for board in boards)
    again = _written_and_read(boards, tmp_path)
    assert [_shape(board) for board in again] == [_shape(board) for board in boards]
    assert time.monotonic() - began < SECONDS.get(path.name, 10.0)
    assert not Path("/tmp/obf_evil_abs.obf").exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is counted on Linux")
def test_no_hostile_file_takes_more_than_half_a_gigabyte() -> None:
    hostile = [str(path) for path in FILES if "hostile" in path.parts]
    if not hostile:
        pytest.skip("the shared board files are not here: no hostile file weighed")
    program = Path(__file__).with_name("weigh.py")
    command = [sys.executable, str(program), *hostile]
    ended = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    assert int(ended.stdout) < 500_000, "kilobytes"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is counted on Linux")
def test_no_file_made_to_fill_the_memory_does(tmp_path: Path) -> None:
    """Small in the archive, huge once it is read: one long text, rare signs, many small parts."""
    board = '{"id": "%s", "buttons": [], "grid": {}, "ext_x": %s}'
    texts = {
        "long": board % ("long", '"' + "y" * 60_000_000 + '"'),
        "rare": board % ("rare", '"\U0001f600' + "y" * 60_000_000 + '"'),
        "parts": board % ("parts", "[" + "{}," * 5_000_000 + "1]"),
        "few parts": board % ("few", '["x"' + ',{"a":1.5}' * 400_000 + "]"),
    }
    paths = []
    for name, text in texts.items():
        paths.append(tmp_path / f"{name}.obz")
        with zipfile.ZipFile(paths[-1], "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.obf", text)
    paths.append(tmp_path / "many.obz")
    with zipfile.ZipFile(paths[-1], "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(150):
            archive.writestr(f"{n}.obf", board % (n, '"' + "y" * 3_000_000 + '"'))
    command = [sys.executable, str(Path(__file__).with_name("weigh.py")), *map(str, paths)]
    ended = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    assert int(ended.stdout) < 500_000, "kilobytes"


def _is_sound(board: Board) -> bool:
    """Every row is as long as the board is wide, ids are different, texts can be shown."""
    ids = [cell.id for cell in board.cells()]
    texts = [board.name, *(cell.label for cell in board.cells())]
    return (
        1 <= board.rows <= 100
        and all(len(row) == board.columns for row in board.grid)
        and len(ids) == len(set(ids))
        and all(len(text.encode("utf-8")) <= 8000 and "\x00" not in text for text in texts)
    )


def _written_and_read(boards: tuple[Board, ...], folder: Path) -> tuple[Board, ...]:
    path = folder / "again.obz"
    OBF.write(boards, path)
    return OBF.read(path)


def _shape(board: Board) -> object:
    """What has to come back; ids of boards may become plainer, so links are only counted."""
    cells = [
        (cell.id, cell.label, type(cell.action), cell.look, cell.hidden, cell.colour)
        for cell in board.cells()
    ]
    return board.name, board.locale, board.kind, cells
