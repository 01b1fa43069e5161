"""Open Board Format: ``.obf`` (one board) and ``.obz`` (a package), Wren's own format on disk.

Reading forgives what real programs write; writing is strict.  Fields that Wren does not know
stay in ``extra`` and come back.  Boards get no way home here: the screen's strip and the
session see to that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from aac.files.obf.package import open_package
from aac.files.obf.raw import Notes
from aac.files.obf.read import read_boards
from aac.files.obf.write import write_boards
from aac.model.board import Board
from aac.ports import BoardProblem

__all__ = ["ObfFormat", "Reading"]


@dataclass(frozen=True)
class Reading:
    """Boards, and sentences on what was put right and what was left out -> how often."""

    boards: tuple[Board, ...]
    mended: Mapping[str, int]
    lost: Mapping[str, int]


class ObfFormat:
    """The board format socket for ``.obf`` and ``.obz``; the content decides, not the name."""

    suffixes: tuple[str, ...] = (".obf", ".obz")

    def read(self, path: Path) -> tuple[Board, ...]:
        """The boards in the file, the start board first.  Raises `BoardProblem`."""
        return self.examine(path).boards

    def examine(self, path: Path) -> Reading:
        """As `read`, and says what had to be mended.  Raises `BoardProblem`."""
        notes = Notes()
        try:
            boards = read_boards(open_package(path, notes), notes)
        except (RecursionError, MemoryError):
            raise BoardProblem("The file is too large or too deep for this computer.") from None
        return Reading(boards, notes.mended, notes.lost)

    def write(self, boards: Sequence[Board], path: Path) -> None:
        """Write the boards, the start board first.  Raises `OSError` or `BoardProblem`."""
        write_boards(boards, path, packed=path.suffix.lower() != ".obf")
