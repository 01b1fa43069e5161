"""Pictures and sounds on the way out: one source each, true types and sizes, ids of their own."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import PurePosixPath

from aac.files.obf.bundled import symbol_key
from aac.files.obf.content import bytes_of, data_uri, key_of, kind_of
from aac.files.obf.media import KINDS, SOURCES, files_of, one_each
from aac.files.obf.raw import Raw

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


class MediaWriter:
    """Pictures and sounds of all boards of one file: ids and paths that are its own.

    ``inline``: into the boards (a lone board), else as files beside them.  ``by_name``: symbols of
    Wren's own sets stay names.  After the last board, ``files`` holds path -> what gives the
    bytes, and ``paths`` the manifest's two maps.
    """

    def __init__(self, inline: bool, by_name: bool = False) -> None:
        self._inline = inline
        self._by_name = by_name
        self._records: dict[str, Raw] = {}
        self._media_names: set[str] = set()
        self._keys: dict[str, str] = {}
        self.files: dict[str, Callable[[], bytes | None]] = {}
        self.paths: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}

    def add(self, extra: Mapping[str, object]) -> tuple[Raw, dict[str, dict[str, str]]]:
        """The board's two lists, and for each field of a button old id -> new id."""
        files = files_of(extra)
        lists: Raw = {}
        renamed: dict[str, dict[str, str]] = {}
        for kind, field in KINDS.items():
            written: list[Raw] = []
            renamed[field] = {}
            for old, record in one_each(extra, kind).items():
                mended = self._mended(record, files) if old else None
                if mended is None:
                    continue
                renamed[field][old] = self._placed(kind, old, *mended)
                written.append(self._records[renamed[field][old]])
            lists[kind] = written
        return lists, renamed

    def _mended(
        self, record: Raw, files: Mapping[str, bytes]
    ) -> tuple[Raw, str, Callable[[], bytes | None]] | None:
        """The record, the key of the file it needs ("": none) and what gives its bytes; ``None``
        where it has no source at all.

        An address gets another name where the picture itself is there: some programs would prefer
        it and go to the internet.
        """
        kept = {key: value for key, value in record.items() if value is not None}
        if self._by_name and symbol_key(kept) and not (kept.get("data") or kept.get("path")):
            return kept, "", lambda: None
        path = kept.pop("path", None)
        data = bytes_of(record, files)
        if data is None or not data_uri(str(kept.get("data", ""))):
            kept.pop("data", None)
        if not data and not any(kept.get(source) for source in SOURCES):
            return None
        name = path if isinstance(path, str) else _symbol_file(kept)
        if data:
            if url := kept.pop("url", None):
                kept["ext_wren_url"] = url
            kept = _truly(kept, data)
        kept["content_type"] = _content_type(kept.get("content_type"), name)
        if isinstance(duration := kept.get("duration"), float):
            kept["duration"] = round(duration)  # others stop at parts of a second
        if not data:
            return kept, "", lambda: None
        if self._inline or kept.get("data"):
            coded = base64.b64encode(data).decode("ascii")
            kept["data"] = f"data:{kept['content_type']};base64,{coded}"
            return kept, "", lambda: None
        kept["path"] = name
        return kept, key_of(data), partial(bytes_of, record, files)

    def _placed(
        self, kind: str, old: str, record: Raw, key: str, content: Callable[[], bytes | None]
    ) -> str:
        """The id under which the record stands in the file; equal records share one."""
        n = 1
        while True:
            new = old if n == 1 else f"{old}-{n}"
            wanted = {**record, "id": new}
            if key:
                wanted["path"] = self.paths[kind].get(new) or self._free_path(kind, new, record)
            there = self._records.get(new)
            if there is None:
                self._records[new] = wanted
                if key:
                    self.files[str(wanted["path"])] = content
                    self._keys[new] = key
                    self.paths[kind][new] = str(wanted["path"])
                return new
            if there == wanted and self._keys.get(new, "") == key:
                return new
            n += 1

    def _free_path(self, kind: str, name: str, record: Raw) -> str:
        ending = PurePosixPath(str(record.get("path", ""))).suffix.lower()
        if not (ending[1:].isalnum() and ending.isascii()) or ending in _BOARD_ENDINGS:
            ending = ""
        stem = file_name(name, self._media_names)
        return f"{kind}/{stem}{ending}"


def _symbol_file(record: Raw) -> str:
    """What the set calls the picture's file: it goes along where the set is not."""
    symbol = record.get("symbol")
    return str(symbol.get("filename", "")) if isinstance(symbol, dict) else ""


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


def _truly(record: Raw, data: bytes) -> Raw:
    """The record with what the bytes themselves say of type, size and length."""
    kind = kind_of(data)
    true: Raw = {"content_type": kind.content_type, "width": kind.width, "height": kind.height}
    if kind.seconds is not None and not isinstance(record.get("duration"), int | float):
        true["duration"] = max(round(kind.seconds), 1)
    return {**record, **{name: value for name, value in true.items() if value}}
