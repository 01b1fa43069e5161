"""TD Snap ``.spb`` and ``.sps``: one SQLite file (facts: boards.md 4.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aac.files.imports.database import MAGIC, Database
from aac.files.imports.finish import Result, read_only
from aac.files.imports.snap_pages import PageSet
from aac.files.notes import Reading
from aac.model.board import Board

WHAT = "a Snap page set"


@dataclass(frozen=True)
class SnapFormat:
    """The board format socket for Snap, for reading only."""

    suffixes: tuple[str, ...] = (".spb", ".sps")

    def recognises(self, path: Path, head: bytes) -> bool:
        """Whether it is a database with the names of Snap's tables near its beginning."""
        return head.startswith(MAGIC) and b"Page" in head and b"Button" in head

    def read(self, path: Path) -> tuple[Board, ...]:
        """The boards in the file, the start board first.  Raises `BoardProblem`."""
        return self.examine(path).boards

    def examine(self, path: Path) -> Reading:
        """As `read`, and says what was mended and what was lost.  Raises `BoardProblem`."""
        with Database(path, WHAT) as base:
            pages = PageSet(base, path)
            return Result(pages.boards(), pages.notes).reading()

    def write(self, boards: Sequence[Board], path: Path) -> None:
        """Raises `BoardProblem`: Wren writes the open format only."""
        read_only()
