"""Pictures and sounds that travel with a board.

Wren does not show them yet; it carries them, so that nothing is lost when a board is written
again.  On the way in, the records stay in ``extra`` under ``images`` and ``sounds``, and the
bytes of files in the package beside them under `FILES`.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import PurePosixPath

from aac.files.obf.actions import text_id
from aac.files.obf.package import Package, media_places
from aac.files.obf.raw import Raw, records

FILES = "ext_wren_files"  # in memory only: path -> bytes
KINDS = {"images": "image_id", "sounds": "sound_id"}

_CONTENT_TYPES = {
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
    ".svg": "image/svg+xml",
    ".wav": "audio/wav",
    ".webp": "image/webp",
}
_BOARD_ENDINGS = (".obf", ".obz", ".json")  # a picture of such a name would be read as a board
_SOURCES = ("data", "path", "url", "symbol")  # the first one present counts


def attach(raw: Raw, package: Package) -> Raw:
    """The board with the bytes of its pictures and sounds."""
    board = {key: value for key, value in raw.items() if key != FILES}
    files: dict[str, bytes] = {}
    for kind in KINDS:
        if not board.get(kind):
            continue
        board[kind] = found = [dict(record) for record in records(board[kind])]
        for record in found:
            if not any(record.get(source) for source in _SOURCES):
                listed = package.media.get(kind, {})
                record["path"] = listed.get(text_id(record.get("id")))
            path = record.get("path")
            if isinstance(path, str):
                held = (package.member(place) for place in (path, *media_places(path)))
                if data := next(filter(None, held), None):
                    files[path] = data
    if files:
        board[FILES] = files
    return board


class MediaWriter:
    """Pictures and sounds of all boards of one file: ids and paths that are its own.

    ``inline``: into the boards (a lone board), else as files beside them.  After the last
    board, ``files`` holds path -> bytes and ``paths`` the manifest's two maps.
    """

    def __init__(self, inline: bool) -> None:
        self._inline = inline
        self._records: dict[str, Raw] = {}
        self._media_names: set[str] = set()
        self.files: dict[str, bytes] = {}
        self.paths: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}

    def add(self, extra: Mapping[str, object]) -> tuple[Raw, dict[str, dict[str, str]]]:
        """The board's two lists, and for each field of a button old id -> new id."""
        held = extra.get(FILES)
        files = held if isinstance(held, dict) else {}
        lists: Raw = {}
        renamed: dict[str, dict[str, str]] = {}
        for kind, field in KINDS.items():
            written: list[Raw] = []
            renamed[field] = {}
            for record in records(extra.get(kind)):
                old = text_id(record.get("id"))
                if not old or old in renamed[field]:
                    continue
                mended = self._mended(record, files)
                if mended is None:
                    continue
                renamed[field][old] = self._placed(kind, old, *mended)
                written.append(self._records[renamed[field][old]])
            lists[kind] = written
        return lists, renamed

    def _mended(self, record: Raw, files: Mapping[str, bytes]) -> tuple[Raw, bytes | None] | None:
        """The record and its bytes; ``None`` where it has no source at all.

        An address goes where the picture itself is there: some programs would prefer it.
        """
        kept = {key: value for key, value in record.items() if value is not None}
        path = kept.pop("path", None)
        data = files.get(path) if isinstance(path, str) else None
        if isinstance(inline := kept.get("data"), str):
            kept["data"] = _padded(inline)
            data = None
        if data or kept.get("data"):
            kept.pop("url", None)
        if not data and not any(kept.get(source) for source in _SOURCES):
            return None
        name = path if isinstance(path, str) else ""
        kept["content_type"] = _content_type(kept.get("content_type"), name)
        if isinstance(duration := kept.get("duration"), float):
            kept["duration"] = round(duration)  # others stop at parts of a second
        if data and self._inline:
            coded = base64.b64encode(data).decode("ascii")
            kept["data"] = f"data:{kept['content_type']};base64,{coded}"
            data = None
        if data:
            kept["path"] = path
        return kept, data

    def _placed(self, kind: str, old: str, record: Raw, data: bytes | None) -> str:
        """The id under which the record stands in the file; equal records share one."""
        n = 1
        while True:
            new = old if n == 1 else f"{old}-{n}"
            wanted = {**record, "id": new}
            if data is not None:
                wanted["path"] = self.paths[kind].get(new) or self._free_path(kind, new, record)
            there = self._records.get(new)
            if there is None:
                self._records[new] = wanted
                if data is not None:
                    self.files[str(wanted["path"])] = data
                    self.paths[kind][new] = str(wanted["path"])
                return new
            if there == wanted and (data is None or self.files[str(wanted["path"])] == data):
                return new
            n += 1

    def _free_path(self, kind: str, name: str, record: Raw) -> str:
        ending = PurePosixPath(str(record.get("path", ""))).suffix.lower()
        if not (ending[1:].isalnum() and ending.isascii()) or ending in _BOARD_ENDINGS:
            ending = ""
        stem = file_name(name, self._media_names)
        return f"{kind}/{stem}{ending}"


def file_name(name: str, taken: set[str]) -> str:
    """A name for a file made from an id: plain signs only, not taken (also where big and small
    letters are the same); it is then taken."""
    plain = "".join(sign if sign.isascii() and (sign.isalnum() or sign in "._-") else "-"
                    for sign in name[:80])  # fmt: skip
    plain = plain.strip(".") or "board"
    if plain.lower() == "root":  # cboard skips a board of this name
        plain = "root-board"
    found, n = plain, 1
    while found.lower() in taken:
        n += 1
        found = f"{plain}-{n}"
    taken.add(found.lower())
    return found


def _content_type(said: object, name: str) -> str:
    """What the record says; where it says nothing, what the name of its file does."""
    if said == "image/svg":  # old exporters
        return "image/svg+xml"
    if isinstance(said, str) and said:
        return said
    return _CONTENT_TYPES.get(PurePosixPath(name).suffix.lower(), "image/png")


def _padded(uri: str) -> str:
    head, comma, coded = uri.partition(",")
    if not comma or not head.endswith(";base64") or "=" in coded:
        return uri
    return f"{head},{coded}{'=' * (-len(coded) % 4)}"
