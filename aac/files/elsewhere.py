"""Pictures and sounds that are only on the internet: how many a person has not been told of yet."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from aac.files.json_file import read_json, write_json
from aac.files.obf.media import KINDS, cells_with
from aac.model.board import Board

VERSION = 1


def only_elsewhere(board: Board) -> int:
    """How many cells have a picture or sound that is an address and nothing else.

    Nothing is read for it: a cell whose picture is here has its key.
    """
    return sum(
        bool(record.get("url"))
        for kind in KINDS
        for cell_id, record in cells_with(board, kind).items()
        if (cell := board.cell(cell_id)) and not (cell.picture if kind == "images" else cell.sound)
    )


def untold(boards: Iterable[Board], record: Path) -> int:
    """How many there are on boards that were not told of before; they now are.

    ``record``: the file with the ids of those boards.  Where it cannot be written, the same is told
    again at the next start.
    """
    found = {board.id: n for board in boards if board.extra.get("images") or
             board.extra.get("sounds") if (n := only_elsewhere(board))}  # fmt: skip
    if not found:
        return 0
    plain, _ = read_json(record)
    listed = plain.get("boards")
    told = {each for each in listed if isinstance(each, str)} if isinstance(listed, list) else set()
    fresh = found.keys() - told
    if fresh:
        with suppress(OSError):
            write_json(record, {"version": VERSION, "boards": sorted(told | fresh)})
    return sum(found[board_id] for board_id in fresh)
