"""Boards that were changed or made in Wren: one Open Board Format file for each, in a folder of
their own inside the person's.  They stand before all others of the same id.

A lone file holds plain ids only, so an id or a link that is not plain is kept beside it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from aac.files.obf.content import key_of
from aac.files.obf.media_writer import file_name
from aac.model.board import Board, Cell, OpenBoard
from aac.ports import BoardFormat

FOLDER = "edited"
_ID, _LINKS = "ext_wren_id", "ext_wren_links"


class EditedBoards:
    """``folder``: the person's folder of boards, made when first written."""

    def __init__(self, folder: Path, board_format: BoardFormat) -> None:
        self._folder = folder / FOLDER
        self._format = board_format

    def write(self, board: Board) -> None:
        """Write the board, whole or not at all.  Raises `OSError` or `BoardProblem`."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._format.write((with_true_ids(board),), self._path(board.id))

    def remove(self, board_id: str) -> None:
        """The board is again as it came, or gone.  Raises `OSError`."""
        self._path(board_id).unlink(missing_ok=True)

    def changed(self) -> Mapping[str, datetime]:
        """When each board was last changed: those since a print are out of date on paper."""
        found: dict[str, datetime] = {}
        for path in self._folder.glob("*.obf"):
            with contextlib.suppress(OSError):
                found[path.stem] = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        return found

    def _path(self, board_id: str) -> Path:
        return self._folder / f"{stem_of(board_id)}.obf"


def stem_of(board_id: str) -> str:
    """The name of the file: the id where it is plain, else one that no other id has."""
    plain = _plain(board_id)
    # Where small and capital letters are one, as on Windows, two ids may differ only by them.
    if plain == board_id and plain == plain.lower():
        return plain
    return f"{plain}.{key_of(board_id.encode())[:12]}"


def with_true_ids(board: Board) -> Board:
    """The board with what a lone file would write otherwise in fields of its own."""
    links = {
        cell.id: target
        for cell in board.cells()
        if (target := _target(cell)) and target != _plain(target)
    }
    kept = {key: value for key, value in board.extra.items() if key not in (_ID, _LINKS)}
    own = {_ID: board.id} if board.id != _plain(board.id) else {}
    return replace(board, extra={**kept, **own, **({_LINKS: links} if links else {})})


def as_edited(boards: Iterable[Board]) -> list[Board]:
    """The boards of such files with the ids and links they had when they were written."""
    return [_as_written(board) for board in boards]


def _as_written(board: Board) -> Board:
    own, links = board.extra.get(_ID), board.extra.get(_LINKS)
    extra = {key: value for key, value in board.extra.items() if key not in (_ID, _LINKS)}
    grid = board.grid
    if isinstance(links, dict):
        grid = tuple(
            tuple(cell and _linked(cell, links.get(cell.id)) for cell in row) for row in grid
        )
    return replace(board, id=own if isinstance(own, str) and own else board.id, grid=grid,
                   extra=extra)  # fmt: skip


def _linked(cell: Cell, target: object) -> Cell:
    if not isinstance(target, str) or not _target(cell):
        return cell
    if isinstance(cell.action, OpenBoard):
        return replace(cell, action=OpenBoard(target))
    return replace(cell, opens=target)


def _target(cell: Cell) -> str:
    return cell.action.board_id if isinstance(cell.action, OpenBoard) else cell.opens


def _plain(board_id: str) -> str:
    return file_name(board_id, set())
