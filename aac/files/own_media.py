"""A picture or a recording put on a cell: copied into the board, so that it goes where that goes.

Nothing is decoded here; the first bytes say what a file is.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from aac.files.board_media import BoardMedia
from aac.files.obf.content import key_of, kind_of
from aac.files.obf.media import FILES, KINDS, cells_with, files_of
from aac.files.obf.raw import records
from aac.model.board import Board, Cell
from aac.ports import MediaProblem

LARGEST = 8 * 2**20  # bytes of a file; OptiKey and others refuse larger boards long before
MOST_PIXELS = 40_000_000
MOST_FOUND = 60
ENDINGS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/bmp": "bmp",
    "image/webp": "webp",
    "image/svg+xml": "svg",
    "audio/wav": "wav",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
}


def read_media(path: Path, *, sound: bool) -> bytes:
    """The bytes of a picture or recording that can be used.  Raises `MediaProblem`."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError):
        raise MediaProblem("file_gone") from None
    if len(data) > LARGEST:
        raise MediaProblem("too_heavy")
    kind = kind_of(data)
    wanted = "audio/" if sound else "image/"
    usable = kind.content_type in ENDINGS and kind.content_type != "image/svg+xml"
    if not (usable and kind.content_type.startswith(wanted)):
        raise MediaProblem("not_a_sound" if sound else "not_a_picture")
    if kind.width * kind.height > MOST_PIXELS:
        raise MediaProblem("too_heavy")
    return data


def with_media(
    board: Board,
    cell_id: str,
    data: bytes,
    *,
    sound: bool,
    licence: Mapping[str, str] | None = None,
) -> Board:
    """The board with this picture or recording on the cell; empty ``data`` takes it away.

    ``licence``: fields of Open Board Format, which go along with it.  The records that no cell
    names any more stay, as they do for other programs' boards.
    """
    kind = "sounds" if sound else "images"
    if not data:
        return _on_cell(board, cell_id, kind, "", "")
    key, found = key_of(data), kind_of(data)
    record_id = f"wren-{key[:16]}"
    ending = ENDINGS.get(found.content_type, "svg")  # a drawing: of another board, never of a file
    path = f"{kind}/{record_id}.{ending}"
    record: dict[str, object] = {
        "id": record_id, "path": path, "content_type": found.content_type}  # fmt: skip
    if not sound:
        record |= {"width": found.width, "height": found.height}
    elif found.seconds is not None:
        record["duration"] = round(found.seconds)
    if licence:
        record["license"] = dict(licence)
    there = [one for one in records(board.extra.get(kind)) if one.get("id") != record_id]
    files = ChainMap({path: data}, files_of(board.extra))  # type: ignore[arg-type]  # only read
    extra = {**board.extra, kind: [*there, record], FILES: files}
    return _on_cell(replace(board, extra=extra), cell_id, kind, key, record_id)


def _on_cell(board: Board, cell_id: str, kind: str, key: str, record_id: str) -> Board:
    field = KINDS[kind]

    def changed(cell: Cell | None) -> Cell | None:
        if cell is None or cell.id != cell_id:
            return cell
        kept = {name: value for name, value in cell.extra.items() if name != field}
        extra = {**kept, field: record_id} if record_id else kept
        if kind == "sounds":
            return replace(cell, sound=key, extra=extra)
        return replace(cell, picture=key, extra=extra)

    return replace(board, grid=tuple(tuple(map(changed, row)) for row in board.grid))


class PicturesOnBoards:
    """Pictures that are on boards already, found by the labels of their cells; and files.

    ``boards``: those that may be looked through.  ``media``: their bytes.
    """

    def __init__(
        self, boards: Callable[[], Iterable[Board]], media: Callable[[], BoardMedia]
    ) -> None:
        self._boards = boards
        self._media = media
        self._taken: dict[str, bytes] = {}

    def find(self, word: str) -> Sequence[tuple[str, str]]:
        wanted = word.casefold().strip()
        found: dict[str, str] = {}
        for board in self._boards():
            for cell in board.cells():
                if cell.picture and wanted and wanted in cell.label.casefold():
                    found.setdefault(cell.picture, cell.label)
        return [(name, key) for key, name in found.items()][:MOST_FOUND]

    def take(self, path: Path, done: Callable[[str], None], failed: Callable[[str], None]) -> None:
        try:
            data = read_media(path, sound=False)
        except MediaProblem as problem:
            failed(str(problem))
            return
        self._taken[key_of(data)] = data
        done(key_of(data))

    def content(self, key: str) -> bytes | None:
        return self._taken.get(key) or self._media().content(key)

    def licence(self, key: str) -> Mapping[str, str] | None:
        """As it stands on the board that the picture is on."""
        for board in self._boards():
            for cell in board.cells():
                if cell.picture == key and (record := cells_with(board, "images").get(cell.id)):
                    found = record.get("license")
                    return found if isinstance(found, Mapping) else None
        return None
