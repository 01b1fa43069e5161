"""What every reader does at its end: ids that are free in Wren, links that lead somewhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from aac.files.notes import Notes, Reading, place
from aac.files.obf.raw import free_id
from aac.model.board import Board, OpenBoard
from aac.ports import BoardProblem

_PLAIN = re.compile(r"[^a-z0-9_-]+")
_SHOWN = 60


@dataclass(frozen=True)
class Result:
    """The boards as they were read, the start board first."""

    boards: list[Board]
    notes: Notes

    def reading(self) -> Reading:
        """Raises `BoardProblem` where there is no board."""
        if not self.boards:
            raise BoardProblem("The file holds no board.")
        known = {board.id for board in self.boards}
        for board in self.boards:
            for cell in board.cells():
                link = cell.action.board_id if isinstance(cell.action, OpenBoard) else cell.opens
                if link and link not in known:
                    where = place(board.name, cell.label)
                    self.notes.lose("A link leads to a page that is not in the file.", where)
        return Reading(tuple(self.boards), self.notes.mended, self.notes.lost)


def page_ids(pages: Iterable[str], path: Path) -> dict[str, str]:
    """Page of the file -> id of the board, free in Wren: with the file's name and a dot in front.

    Without that a page called “tools” would take the place of Wren's own board of that name, and
    two sets could not be there at once.
    """
    taken: set[str] = set()
    stem = _plain(path.name.split(".")[0]) or "set"
    return {page: free_id(f"{stem}.{_plain(page) or 'page'}", taken) for page in pages}


def _plain(name: str) -> str:
    flat = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    return _PLAIN.sub("-", flat).strip("-")[:_SHOWN]


def one_of(names: Mapping[str, object], wanted: str) -> str:
    """The name that is meant: as it stands, else whatever its big and small letters; or ""."""
    if wanted in names:
        return wanted
    return next((name for name in names if name.lower() == wanted.lower()), "")


def read_only() -> NoReturn:
    """Raises `BoardProblem`."""
    raise BoardProblem("Wren writes boards as .obf or .obz only.")
