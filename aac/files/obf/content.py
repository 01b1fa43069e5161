"""The bytes of pictures and sounds: out of their records, and what they are by their first bytes.

Real files say ``image/png`` and 300 by 300 of everything, so what is written is what the bytes
say.  Nothing is decoded here: only headers are looked at.
"""

from __future__ import annotations

import base64
import binascii
import re
import struct
import wave
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote_to_bytes

from aac.files.obf.bundled import symbol_bytes

_HEAD = 64 * 1024
_WAV_HEAD = 44
_BLANKS = re.compile(r"\s+")
_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
# Left, top, width, height; sides of up to five digits are pictures, others are tricks.
_VIEW_BOX = re.compile(
    rb"""viewBox\s*=\s*["']\s*[-+.\d]+[\s,]+[-+.\d]+[\s,]+"""
    rb"""(\d{1,5}(?:\.\d*)?)[\s,]+(\d{1,5}(?:\.\d*)?)\s*["']"""
)
_MP3 = (b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xfa", b"ID3")


@dataclass(frozen=True)
class Kind:
    """``content_type`` "" where it is not known; sizes in pixels, 0 where they are not known;
    ``seconds``: how long a sound lasts, ``None`` where that is not known."""

    content_type: str = ""
    width: int = 0
    height: int = 0
    seconds: float | None = None


def bytes_of(record: Mapping[str, object], files: Mapping[str, bytes]) -> bytes | None:
    """The picture or sound itself: inline, else the file, else a symbol of Wren's sets; ``None``
    where it is not there."""
    inline = record.get("data")
    if isinstance(inline, str) and (found := data_uri(inline)):
        return found
    path = record.get("path")
    found = files.get(path) if isinstance(path, str) else None
    return found if found is not None else symbol_bytes(record)


def data_uri(uri: str) -> bytes | None:
    """The bytes of a ``data:`` address; ``None`` where it is none or holds nothing."""
    head, comma, coded = uri.partition(",")
    if not comma or head[:5].lower() != "data:":
        return None
    if not head.lower().rstrip().endswith(";base64"):
        return unquote_to_bytes(coded) or None
    coded = _BLANKS.sub("", coded).rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(coded + "=" * (-len(coded) % 4), validate=True) or None
    except (binascii.Error, ValueError):
        return None


def key_of(data: bytes | None) -> str:
    """The key of a picture or sound: the SHA-256 of its bytes, "" where there is none."""
    if not data:
        return ""
    import hashlib  # here: most boards have no media, and it brings a library of 4 MB

    return hashlib.sha256(data).hexdigest()


def kind_of(data: bytes) -> Kind:
    """What the first bytes say.  Facts: the specifications of the formats named."""
    head = data[:_HEAD]
    if head.startswith(b"\x89PNG\r\n\x1a\n") and len(head) >= 24:
        return Kind("image/png", *struct.unpack_from(">LL", head, 16))
    if head[:6] in (b"GIF87a", b"GIF89a") and len(head) >= 10:
        return Kind("image/gif", *struct.unpack_from("<HH", head, 6))
    if head.startswith(b"\xff\xd8\xff"):
        return Kind("image/jpeg", *_jpeg_size(head))
    if head.startswith(b"BM") and len(head) >= 26:
        width, height = struct.unpack_from("<ll", head, 18)
        return Kind("image/bmp", max(width, 0), abs(height))
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return Kind("image/webp")
    if head.startswith(b"RIFF") and head[8:12] == b"WAVE":
        return Kind("audio/wav", seconds=_wav_seconds(data))
    if head.startswith(b"OggS"):
        return Kind("audio/ogg")
    if head.startswith(b"fLaC"):
        return Kind("audio/flac")
    if head.startswith(_MP3):
        return Kind("audio/mpeg")
    if b"<svg" in head.lower():
        return Kind("image/svg+xml", *_svg_size(head))
    return Kind()


def _jpeg_size(head: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(head) and head[at] == 0xFF:
        if head[at + 1] in _JPEG_SIZES:
            height, width = struct.unpack_from(">HH", head, at + 5)
            return width, height
        at += 2 + int.from_bytes(head[at + 2 : at + 4], "big")
    return 0, 0


def _svg_size(head: bytes) -> tuple[int, int]:
    """The sides of the square that it is drawn in: a drawing has no pixels, but the format wants
    whole numbers of every picture."""
    start = head.lower().find(b"<svg")
    found = _VIEW_BOX.search(head[start : head.find(b">", start)])
    sides = [float(side) for side in found.groups()] if found else []
    width, height = (round(side) for side in sides) if sides else (0, 0)
    return (width, height) if width and height else (0, 0)


def _wav_seconds(data: bytes) -> float | None:
    try:
        with wave.open(BytesIO(data)) as sound:
            frame = sound.getnchannels() * sound.getsampwidth()
            # Headers may claim 4 GB.
            there = min(sound.getnframes(), (len(data) - _WAV_HEAD) // max(frame, 1))
            return there / sound.getframerate()
    except (wave.Error, EOFError, ZeroDivisionError, struct.error, ValueError):
        return None
