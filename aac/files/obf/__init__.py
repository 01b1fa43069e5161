"""Open Board Format: ``.obf`` (one board) and ``.obz`` (a package), Wren's own format on disk.

Reading forgives what real programs write; writing is strict.  Fields that Wren does not know
stay in ``extra`` and come back.  Boards get no way home here: `core.way_home` sees to that
where they are shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from aac.files.notes import Notes, Reading
from aac.files.obf.languages import in_language
from aac.files.obf.media import content_of
from aac.files.obf.package import open_package
from aac.files.obf.reader import BoardReader
from aac.files.obf.recognise import looks_like_obf
from aac.files.obf.write import write_boards
from aac.model.board import Board
from aac.ports import BoardProblem

__all__ = ["BoardReader", "ObfFormat", "Reading", "content_of", "in_language"]


class ObfFormat:
    """The board format socket for ``.obf`` and ``.obz``; the content decides, not the name.

    ``by_name``: symbols of Wren's own sets are written by name alone, for boards that stay in Wren.
    """

    suffixes: tuple[str, ...] = (".obf", ".obz")

    def __init__(self, *, by_name: bool = False) -> None:
        self._by_name = by_name

    def recognises(self, path: Path, head: bytes) -> bool:
        """Whether the file is one of ours by its content."""
        return looks_like_obf(path, head)

    def read(self, path: Path) -> tuple[Board, ...]:
        """The boards in the file, the start board first.  Raises `BoardProblem`."""
        return self.examine(path).boards

    def examine(self, path: Path) -> Reading:
        """As `read`, and says what had to be mended and what was lost.  Raises `BoardProblem`."""
        notes = Notes()
        try:
            boards = BoardReader(open_package(path, notes), notes).all()
        except (RecursionError, MemoryError):
            raise BoardProblem("The file is too large or too deep for this computer.") from None
        return Reading(boards, notes.mended, notes.lost)

    def open(self, path: Path) -> BoardReader:
        """What reads the boards one by one, for packages too large to be read at once.

        Raises `BoardProblem`.
        """
        notes = Notes()
        return BoardReader(open_package(path, notes), notes)

    def write(self, boards: Sequence[Board], path: Path) -> None:
        """Write the boards, the start board first.  Raises `OSError` or `BoardProblem`."""
        packed = path.suffix.lower() != ".obf"
        write_boards(boards, path, packed=packed, by_name=self._by_name)
