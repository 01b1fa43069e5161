"""How the drawing process and its parent talk: a sign, a length, and so many bytes.

In: `TASK` and the bytes of a picture.  Out, once for each: `DRAWN` and a PNG, or `REFUSED` and one
plain sentence in UTF-8.
"""

from __future__ import annotations

import struct

TASK, DRAWN, REFUSED = b"t", b"d", b"r"

_HEAD = struct.Struct(">cI")
HEAD_SIZE = _HEAD.size


def framed(sign: bytes, content: bytes) -> bytes:
    return _HEAD.pack(sign, len(content)) + content


def read_head(head: bytes) -> tuple[bytes, int]:
    """The sign and the length that follows."""
    sign, length = _HEAD.unpack(head)
    return sign, length


def first_frame(received: bytes | bytearray) -> tuple[bytes, bytes] | None:
    """The first whole answer, as sign and content; None where it has not all come."""
    if len(received) < HEAD_SIZE:
        return None
    sign, length = read_head(bytes(received[:HEAD_SIZE]))
    if len(received) < HEAD_SIZE + length:
        return None
    return sign, bytes(received[HEAD_SIZE : HEAD_SIZE + length])
