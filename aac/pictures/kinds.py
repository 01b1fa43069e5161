"""What kind of picture some bytes are: told by the bytes, never by a name or a content type."""

from __future__ import annotations

import re
from enum import StrEnum


class PictureProblem(Exception):
    """The picture cannot be shown; the message is one plain sentence for a person."""


TOO_LARGE = "The picture is too large: more than 16 MB."
TOO_MUCH = "The picture takes too long or too much memory to be drawn."


class Kind(StrEnum):
    PNG = "png"
    JPEG = "jpeg"
    GIF = "gif"
    WEBP = "webp"
    BMP = "bmp"
    SVG = "svg"
    METAFILE = "metafile"
    """WMF and EMF: drawing programs of Windows.  Wren cannot draw them."""


CONTENT_TYPES = {
    Kind.PNG: "image/png",
    Kind.JPEG: "image/jpeg",
    Kind.GIF: "image/gif",
    Kind.WEBP: "image/webp",
    Kind.BMP: "image/bmp",
    Kind.SVG: "image/svg+xml",
    Kind.METAFILE: "image/x-wmf",
}

_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"GIF87a", Kind.GIF),
    (b"GIF89a", Kind.GIF),
    (b"BM", Kind.BMP),
    (b"\xd7\xcd\xc6\x9a", Kind.METAFILE),  # WMF with the header that programs put before it
    (b"\x01\x00\x09\x00", Kind.METAFILE),  # WMF as Windows itself has it
)
# An SVG file may begin with a mark, a declaration, comments and a document type.
_SEARCHED = 64 * 1024
_SVG = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?svg[\s>/]")


def kind_of(content: bytes) -> Kind | None:
    """The kind of picture, or None where it is none that Wren knows."""
    for beginning, kind in _BEGINNINGS:
        if content.startswith(beginning):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return Kind.WEBP
    if content[:4] == b"\x01\x00\x00\x00" and content[40:44] == b" EMF":
        return Kind.METAFILE
    start = content[:_SEARCHED]
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        start = start.replace(b"\0", b"")  # two bytes for each letter
    return Kind.SVG if _SVG.search(start) else None
