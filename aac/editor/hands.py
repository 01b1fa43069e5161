"""What the desk can do to the world."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from aac.model.board import Board, BoardSet
from aac.model.desk import DeskView


@dataclass(frozen=True)
class DeskHands:
    """``show``: the page shows this.  ``use``: the scan uses these boards.  ``write``, ``remove``:
    raise `OSError`.  ``read_sound`` raises `MediaProblem`.  ``put_media``: gives
    a board with a picture (or, where True, a recording) on the cell of that id, and its licence.
    """

    show: Callable[[DeskView], None]
    use: Callable[[BoardSet], None]
    write: Callable[[Board], None]
    remove: Callable[[str], None]
    read_sound: Callable[[Path], bytes]
    put_media: Callable[[Board, str, bytes, bool, Mapping[str, str] | None], Board]
