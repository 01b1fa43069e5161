"""A person's own pictures and photos, for the board editor: any file -> a small upright PNG.

Nothing of the file but what is seen goes along: no place, no camera, no name.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from aac.pictures.drawing import MOST_BYTES
from aac.pictures.kinds import CONTENT_TYPES, TOO_LARGE, Kind
from aac.pictures.process import PictureProcess
from aac.pictures.symbols import SymbolShelf


@dataclass(frozen=True)
class OwnPicture:
    """A picture that a board can hold.  ``licence``: fields of Open Board Format, or none."""

    content: bytes
    content_type: str
    width: int
    height: int
    licence: Mapping[str, str] | None = None

    @property
    def key(self) -> str:
        """For ``Cell.picture``."""
        return hashlib.sha256(self.content).hexdigest()

    def record(self, record_id: str, path: str) -> dict[str, object]:
        """The picture's record in Open Board Format; ``path``: of its bytes in the package."""
        found: dict[str, object] = {
            "id": record_id,
            "path": path,
            "content_type": self.content_type,
            "width": self.width,
            "height": self.height,
        }
        return {**found, "license": dict(self.licence)} if self.licence else found


def of_symbol(shelf: SymbolShelf, symbol_id: str) -> OwnPicture:
    """A symbol that comes with Wren, as it is, with its licence.  Raises `OSError`, `KeyError`."""
    content = shelf.drawing(symbol_id)
    licence = next(s.licence for s in shelf.all() if s.id == symbol_id)
    # The square that both sets are drawn in; a drawing has no pixels.
    return OwnPicture(content, CONTENT_TYPES[Kind.SVG], 512, 512, licence)


class OwnPictures(QObject):
    """Scales files in a process of its own; answers from the event loop."""

    ready = Signal(str, object)
    """The path that was asked for, and the `OwnPicture`."""

    failed = Signal(str, str)
    """The path, and one plain sentence for a person."""

    def __init__(self, log: Callable[[str], None] = lambda line: None) -> None:
        super().__init__()
        self._process = PictureProcess(log)
        self._process.setParent(self)
        self._process.drawn.connect(self._drawn)
        self._process.refused.connect(lambda path, why, certain: self.failed.emit(path, why))

    def take(self, path: Path) -> None:
        """Scale this file; `ready` or `failed` follows."""
        try:
            with path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
        except OSError:
            self._fail(path, "The picture cannot be opened.")
            return
        if len(content) > MOST_BYTES:
            self._fail(path, TOO_LARGE)
            return
        self._process.draw(str(path), content)

    def stop(self) -> None:
        self._process.stop()

    def _fail(self, path: Path, why: str) -> None:
        QTimer.singleShot(0, self, lambda: self.failed.emit(str(path), why))

    def _drawn(self, path: str, png: bytes) -> None:
        width, height = struct.unpack(">II", png[16:24])
        self.ready.emit(path, OwnPicture(png, CONTENT_TYPES[Kind.PNG], width, height))
