"""What a fuzzer makes of good files: boards with notices, or one plain sentence.

The short version runs with the other tests.  The long one, `-m soak`, goes on for an hour, or for
``WREN_FUZZ_SECONDS``; a seed that fails is named by the assertion and can be given again.
"""

from __future__ import annotations

import os
import resource
import time
from pathlib import Path

import pytest

from aac.cli.large_package import write_large_package
from aac.files.obf import ObfFormat
from aac.files.obf.content import key_of
from aac.files.obf.media import content_of
from aac.model.board import Board, Cell
from aac.ports import BoardProblem
from tests.boards.fuzz import spoiled

OBF = ObfFormat()
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "boards" / "dev"
OURS = Path(__file__).parents[2] / "boards" / "en"
SMALL = 300_000  # bytes: larger ones only make the fuzzer slow


def good_files(folder: Path) -> list[bytes]:
    """Ours always, the shared ones where they are at hand."""
    package = folder / "package.obz"
    write_large_package(package, 5)
    boards = [board for path in sorted(OURS.glob("*.obf"))[:4] for board in OBF.read(path)]
    OBF.write(boards, folder / "ours.obz")
    paths = [package, folder / "ours.obz", OURS / "quick.obf", *sorted(SHARED.glob("*/*.ob[fz]"))]
    return [path.read_bytes() for path in paths if path.stat().st_size <= SMALL]


def try_one(content: bytes, folder: Path, seed: int) -> bool:
    """Whether it opened; then it can be written and read again."""
    path = folder / "spoiled.obf"
    path.write_bytes(content)
    began = time.process_time()
    try:
        boards = OBF.read(path)
    except BoardProblem as problem:
        sentence = str(problem)
        assert sentence.endswith(".") and "\n" not in sentence and len(sentence) < 120, seed
        return False
    finally:
        assert time.process_time() - began < 10.0, seed
    assert boards, seed
    OBF.write(boards, folder / "again.obz")
    again = OBF.read(folder / "again.obz")
    assert [shape(board) for board in again] == [shape(board) for board in boards], seed
    return True


def shape(board: Board) -> object:
    media = content_of(board)
    # A symbol of Wren's sets is written with its bytes, and is then one of any other board.
    keys = {key: key_of(get()) if key.startswith("symbol-") else key for key, get in media.items()}
    cells = [said(cell, keys.get(cell.picture, cell.picture)) for cell in board.cells()]
    return board.name, board.locale, board.rows, board.columns, cells


def said(cell: Cell, picture: str) -> object:
    return (
        cell.id,
        cell.label,
        type(cell.action),
        cell.hidden,
        cell.width,
        cell.height,
        picture,
    )


def test_spoiled_files_give_boards_or_one_sentence(tmp_path: Path) -> None:
    good = good_files(tmp_path)
    opened = sum(try_one(spoiled(good[n % len(good)], n), tmp_path, n) for n in range(250))
    assert 25 < opened < 250  # it spoils, but not everything


@pytest.mark.soak
def test_spoiled_files_for_an_hour(tmp_path: Path) -> None:
    good = good_files(tmp_path)
    until = time.monotonic() + float(os.environ.get("WREN_FUZZ_SECONDS", "3600"))
    seed = 1_000_000
    while time.monotonic() < until:
        try_one(spoiled(good[seed % len(good)], seed), tmp_path, seed)
        seed += 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 600_000
