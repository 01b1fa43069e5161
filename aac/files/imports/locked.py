"""Files of other programs that Wren cannot import: one sentence says why and what to do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aac.files.imports.archive import Archive
from aac.files.imports.finish import read_only
from aac.files.notes import Reading
from aac.model.board import Board
from aac.ports import BoardProblem

_SAYS = {
    "grid2": "Grid 2 files cannot be imported. Open it in Grid 3 and save it from there.",
    "picto4me": "Picto4Me boards cannot be imported. Save them in the Open Board Format there.",
}
_GRID2 = re.compile(rb"<(?:sensorygrid|bundle)[\s>]", re.IGNORECASE)
_PICTO = re.compile(rb"picto4me", re.IGNORECASE)


@dataclass(frozen=True)
class LockedFormat:
    """The board format socket for formats that are known and not read."""

    suffixes: tuple[str, ...] = (".bundle", ".sgrid", ".picto4me")

    def recognises(self, path: Path, head: bytes) -> bool:
        """Whether it is a file of Grid 2 or of Picto4Me."""
        return bool(_kind(path, head))

    def read(self, path: Path) -> tuple[Board, ...]:
        """Raises `BoardProblem` in any case."""
        return self.examine(path).boards

    def examine(self, path: Path) -> Reading:
        """Raises `BoardProblem` in any case."""
        try:
            with path.open("rb") as file:
                kind = _kind(path, file.read(4096))
        except OSError:
            raise BoardProblem("The file cannot be opened.") from None
        raise BoardProblem(_SAYS[kind or "grid2"])

    def write(self, boards: Sequence[Board], path: Path) -> None:
        """Raises `BoardProblem`."""
        read_only()


def _kind(path: Path, head: bytes) -> str:
    suffix = path.suffix.lower()
    if suffix in (".bundle", ".sgrid") or _GRID2.search(head[:4096]):
        return "grid2"
    if suffix == ".picto4me" or (not head.startswith(b"PK") and _PICTO.search(head[:512])):
        return "picto4me"
    return "picto4me" if head.startswith(b"PK") and _is_picto4me(path) else ""


def _is_picto4me(path: Path) -> bool:
    try:
        with Archive(path, "a package") as archive:
            scripts = [name for name in archive.names() if name.lower().endswith(".js")]
            return len(scripts) == 1 and b'"sheets"' in (archive.read(scripts[0]) or b"")
    except BoardProblem:
        return False
