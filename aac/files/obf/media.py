"""Pictures and sounds that travel with a board, so that nothing is lost when it is written again.

On the way in, the records stay in ``extra`` under ``images`` and ``sounds``, and the bytes of files
in the package beside them under `FILES`, read when they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from aac.files.obf.actions import text_id
from aac.files.obf.bundled import symbol_key
from aac.files.obf.content import bytes_of, data_uri, key_of
from aac.files.obf.package import Package, media_places
from aac.files.obf.raw import Raw, records
from aac.model.board import Board

FILES = "ext_wren_files"  # in memory only: path -> bytes
KINDS = {"images": "image_id", "sounds": "sound_id"}

SOURCES = ("data", "path", "url", "symbol")  # the first one present counts


class PackedFiles(Mapping[str, bytes]):
    """Path as a board writes it -> bytes, read from the package each time."""

    def __init__(self, package: Package, places: Mapping[str, str]) -> None:
        self._package = package
        self._places = places

    def __getitem__(self, path: str) -> bytes:
        data = self._package.member(self._places[path])
        if data is None:
            raise KeyError(path)
        return data

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def key(self, path: str) -> str:
        """The SHA-256 of the bytes, counted once for each package; "" where there are none."""
        place = self._places.get(path)
        return self._package.digest(place) if place else ""


def attach(raw: Raw, package: Package) -> tuple[Raw, dict[str, dict[str, str]]]:
    """The board with the bytes of its pictures and sounds, and for each field of a button that
    names one the keys by id: "" where the picture or sound itself is not there."""
    board = {key: value for key, value in raw.items() if key != FILES}
    places: dict[str, str] = {}
    files = PackedFiles(package, places)
    keys: dict[str, dict[str, str]] = {field: {} for field in KINDS.values()}
    for kind, field in KINDS.items():
        found = [dict(record) for record in records(board.get(kind))]
        found += _only_listed(board, field, found, package.media.get(kind, {}))
        if not found:
            continue
        board[kind] = found
        for record in found:
            if not any(record.get(source) for source in SOURCES):
                listed = package.media.get(kind, {})
                record["path"] = listed.get(text_id(record.get("id")))
            path = record.get("path")
            if isinstance(path, str) and path not in places:
                place = next(filter(package.digest, media_places(path)), None)
                if place:
                    places[path] = place
            record_id = text_id(record.get("id"))
            if record_id and not keys[field].get(record_id):
                keys[field][record_id] = _key(record, files)
    if places:
        board[FILES] = files
    return board, keys


def _only_listed(board: Raw, field: str, there: list[Raw], listed: Mapping[str, str]) -> list[Raw]:
    """Records for pictures that buttons name and only the manifest knows."""
    known = {text_id(record.get("id")) for record in there}
    wanted = dict.fromkeys(text_id(button.get(field)) for button in records(board.get("buttons")))
    return [
        {"id": one, "path": listed[one]} for one in wanted if one in listed and one not in known
    ]


def _key(record: Raw, files: PackedFiles) -> str:
    inline = record.get("data")
    if isinstance(inline, str) and (found := data_uri(inline)):
        return key_of(found)
    path = record.get("path")
    return (files.key(path) if isinstance(path, str) else "") or symbol_key(record)


def only_addresses(board: Board, kind: str) -> tuple[Raw, ...]:
    """The records that are only on the internet: they have an address and nothing here."""
    files = files_of(board.extra)
    return tuple(
        record
        for record in records(board.extra.get(kind))
        if isinstance(url := record.get("url"), str) and url and bytes_of(record, files) is None
    )


def one_each(extra: Mapping[str, object], kind: str) -> dict[str, Raw]:
    """Id -> its record.  Of several records of one id the first one counts that has the picture or
    sound itself, else the first one that says where it is."""
    files = files_of(extra)

    def worth(record: Raw) -> int:
        if bytes_of(record, files):
            return 2
        return 1 if any(record.get(source) for source in SOURCES) else 0

    found: dict[str, Raw] = {}
    for record in records(extra.get(kind)):
        record_id = text_id(record.get("id"))
        first = found.setdefault(record_id, record)
        if first is not record and worth(record) > worth(first):
            found[record_id] = record
    return found


def cells_with(board: Board, kind: str) -> dict[str, Raw]:
    """Cell id -> the record of its picture (``images``) or sound (``sounds``)."""
    by_id = one_each(board.extra, kind)
    named = ((cell.id, text_id(cell.extra.get(KINDS[kind]))) for cell in board.cells())
    return {cell_id: by_id[wanted] for cell_id, wanted in named if wanted and wanted in by_id}


def content_of(board: Board) -> dict[str, Callable[[], bytes | None]]:
    """Key -> what gives the bytes, for every cell of the board that has a picture or sound."""
    files = files_of(board.extra)
    getters: dict[str, Callable[[], bytes | None]] = {}
    for kind in KINDS:
        wanted = cells_with(board, kind)
        for cell in board.cells():
            key = cell.picture if kind == "images" else cell.sound
            if key and cell.id in wanted:
                getters.setdefault(key, partial(bytes_of, wanted[cell.id], files))
    return getters


def files_of(extra: Mapping[str, object]) -> Mapping[str, bytes]:
    """The bytes that travel with a board, by the paths that its records name."""
    held = extra.get(FILES)
    return held if isinstance(held, Mapping) else {}
