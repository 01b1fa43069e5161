"""The bytes of the pictures and sounds of boards, by the keys that their cells hold."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from urllib.parse import unquote_to_bytes

from aac.files.obf.actions import text_id
from aac.files.obf.media import FILES
from aac.files.obf.raw import Raw, records
from aac.model.board import Board, Cell

Content = Callable[[], bytes]


def board_media(boards: Iterable[Board]) -> Mapping[str, Content]:
    """Key -> what gives its bytes; ``b""`` where they cannot be had."""
    found: dict[str, Content] = {}
    for board in boards:
        for cell in board.cells():
            for key, kind, field in _held(cell):
                if key not in found:
                    found[key] = partial(_content, board, kind, text_id(cell.extra.get(field)))
    return found


def _held(cell: Cell) -> Iterable[tuple[str, str, str]]:
    if cell.picture:
        yield cell.picture, "images", "image_id"
    if cell.sound:
        yield cell.sound, "sounds", "sound_id"


def _content(board: Board, kind: str, record_id: str) -> bytes:
    found = (r for r in records(board.extra.get(kind)) if text_id(r.get("id")) == record_id)
    record: Raw = next(found, {})
    data, path = record.get("data"), record.get("path")
    if isinstance(data, str) and data:
        return _decoded(data)
    files = board.extra.get(FILES)
    held = files.get(path) if isinstance(files, dict) else None
    return held if isinstance(held, bytes) else b""


def _decoded(uri: str) -> bytes:
    """What a ``data:`` address holds."""
    head, comma, coded = uri.partition(",")
    if not head.endswith(";base64"):
        return unquote_to_bytes(coded) if comma else b""
    try:
        return base64.b64decode(coded + "=" * (-len(coded) % 4))
    except (binascii.Error, ValueError):
        return b""
