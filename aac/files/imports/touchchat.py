"""TouchChat ``.ce``: a zip with a SQLite file ``.c4v`` in it (facts: boards.md 4.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aac.files.imports.archive import Archive
from aac.files.imports.database import Database
from aac.files.imports.finish import Result, read_only
from aac.files.imports.touchchat_pages import Vocabulary
from aac.files.notes import Reading
from aac.model.board import Board
from aac.ports import BoardProblem

WHAT = "a TouchChat file"
_WORDS, _IMAGES = ".c4v", "images.c4s"


@dataclass(frozen=True)
class TouchChatFormat:
    """The board format socket for TouchChat, for reading only."""

    suffixes: tuple[str, ...] = (".ce",)

    def recognises(self, path: Path, head: bytes) -> bool:
        """Whether it is a zip with a vocabulary in it."""
        if not head.startswith(b"PK"):
            return False
        try:
            with Archive(path, WHAT) as archive:
                return bool(_named(archive, _WORDS))
        except BoardProblem:
            return False

    def read(self, path: Path) -> tuple[Board, ...]:
        """The boards in the file, the start board first.  Raises `BoardProblem`."""
        return self.examine(path).boards

    def examine(self, path: Path) -> Reading:
        """As `read`, and says what was mended and what was lost.  Raises `BoardProblem`.

        The databases are opened from memory: nothing is unpacked to the disk.
        """
        with Archive(path, WHAT) as archive:
            words = archive.read(_named(archive, _WORDS))
            images = _images(archive)
        if words is None:
            raise BoardProblem("The file holds no TouchChat pages.")
        with Database(words, WHAT) as base:
            if images is None:
                vocabulary = Vocabulary(base, None, path)
                return Result(vocabulary.boards(), vocabulary.notes).reading()
            with images:
                vocabulary = Vocabulary(base, images, path)
                return Result(vocabulary.boards(), vocabulary.notes).reading()

    def write(self, boards: Sequence[Board], path: Path) -> None:
        """Raises `BoardProblem`: Wren writes the open format only."""
        read_only()


def _named(archive: Archive, ending: str) -> str:
    return next((name for name in archive.names() if name.lower().endswith(ending)), "")


def _images(archive: Archive) -> Database | None:
    """The pictures that the person added; without them the words still work."""
    try:
        data = archive.read(_named(archive, _IMAGES), "media")
        return Database(data, WHAT) if data else None
    except BoardProblem:
        return None
