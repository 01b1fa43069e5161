"""Pictures and recordings of an imported board, kept as the Open Board Format keeps them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from aac.files.imports.limits import MEDIA_LIMIT
from aac.files.notes import Notes
from aac.files.obf.content import Kind, key_of, kind_of
from aac.files.obf.media import FILES
from aac.files.obf.raw import Raw

_ENDINGS = {
    "image/png": ".png",
    "image/gif": ".gif",
    "image/jpeg": ".jpg",
    "image/bmp": ".bmp",
    "image/webp": ".webp",
    "image/svg+xml": ".svg",
    "audio/wav": ".wav",
    "audio/ogg": ".ogg",
    "audio/flac": ".flac",
    "audio/mpeg": ".mp3",
}
_FOLDERS = {"image": "images", "audio": "sounds"}

NOT_SHOWN = "A picture is of a kind that cannot be shown; the label is shown."
ONLINE = "A picture is only on the internet and is not fetched; the label is shown."
OUTSIDE = "A picture is from the other program's own symbols, which are not in the file."
NOT_PLAYED = "A recording is of a kind that cannot be played; the voice says the text."
TOO_MUCH = "The pictures and sounds are too large together; this one is left out."


class Shelf:
    """How much all pages of one file hold together; equal bytes are held once."""

    def __init__(self) -> None:
        self._held: dict[str, bytes] = {}
        self._size = 0

    def hold(self, data: bytes) -> tuple[str, bytes] | None:
        """The SHA-256 and the bytes; ``None`` where there is no room for more."""
        name = key_of(data)
        if name not in self._held:
            if self._size + len(data) > MEDIA_LIMIT:
                return None
            self._size += len(data)
            self._held[name] = data
        return name, self._held[name]


@dataclass
class Media:
    """The pictures and sounds of one page."""

    shelf: Shelf
    notes: Notes
    _images: dict[str, Raw] = field(default_factory=dict)
    _sounds: dict[str, Raw] = field(default_factory=dict)
    _files: dict[str, bytes] = field(default_factory=dict)

    def picture(self, data: bytes, where: str) -> Raw:
        """Fields of a cell, under ``picture`` and ``image_id``; none where it cannot be shown."""
        return self._kept(data, "image", where, "picture", self._images)

    def sound(self, data: bytes, where: str) -> Raw:
        """Fields of a cell, under ``sound`` and ``sound_id``; none where it cannot be played."""
        return self._kept(data, "audio", where, "sound", self._sounds)

    def symbol(self, library: str, name: str, where: str) -> Raw:
        """A symbol that only the other program has; its name is kept."""
        self.notes.lose(OUTSIDE, where)
        record_id = f"symbol-{library}-{name}"[:200]
        symbol = {"set": library, "filename": name}
        self._images[record_id] = {"id": record_id, "symbol": symbol, "content_type": "image/png"}
        return {"image_id": record_id}

    def address(self, url: str, where: str) -> Raw:
        """A picture on the internet; its address is kept and nothing is fetched."""
        self.notes.lose(ONLINE, where)
        record_id = f"url-{hashlib.sha256(url.encode('utf-8', 'replace')).hexdigest()[:16]}"
        content = "image/svg+xml" if url.lower().endswith(".svg") else "image/png"
        self._images[record_id] = {"id": record_id, "url": url, "content_type": content}
        return {"image_id": record_id}

    def extra(self) -> Raw:
        """What the board carries along."""
        held: Raw = {}
        if self._images:
            held["images"] = list(self._images.values())
        if self._sounds:
            held["sounds"] = list(self._sounds.values())
        if self._files:
            held[FILES] = self._files
        return held

    def _kept(
        self, data: bytes, wanted: str, where: str, name: str, records: dict[str, Raw]
    ) -> Raw:
        kind = kind_of(data)
        if not kind.content_type.startswith(wanted):
            self.notes.lose(NOT_SHOWN if wanted == "image" else NOT_PLAYED, where)
            return {}
        held = self.shelf.hold(data)
        if held is None:
            self.notes.lose(TOO_MUCH, where)
            return {}
        digest, kept = held
        record_id = f"{name}-{digest[:16]}"
        path = f"{_FOLDERS[wanted]}/{digest[:16]}{_ENDINGS[kind.content_type]}"
        records[record_id] = _record(record_id, path, kind)
        self._files[path] = kept
        return {name: digest, "image_id" if wanted == "image" else "sound_id": record_id}


def _record(record_id: str, path: str, kind: Kind) -> Raw:
    record: Raw = {"id": record_id, "path": path, "content_type": kind.content_type}
    if kind.width and kind.height:
        record.update(width=kind.width, height=kind.height)
    if kind.seconds is not None:
        record["duration"] = round(kind.seconds)
    return record
