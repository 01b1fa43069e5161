"""How long a zip's list of its files is, looked up before the list itself is read.

A list of a million names takes a gigabyte once it is read, in an archive of a few megabytes.
Facts of the format: PKWARE's APPNOTE.TXT, sections 4.3.14 to 4.3.16.
"""

from __future__ import annotations

import os
import struct
from typing import BinaryIO

DIRECTORY_LIMIT = 16 * 2**20

_END = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 0xFFFF
_LOCATOR, _LOCATOR_SIZE = b"PK\x06\x07", 20
_LARGE_END, _LARGE_END_SIZE = b"PK\x06\x06", 56


def directory_size(file: BinaryIO, size: int) -> int:
    """Bytes of the list, as the archive of ``size`` bytes says; 0 where it says nothing."""
    reach = min(size, _END_SIZE + _LONGEST_COMMENT + _LOCATOR_SIZE + _LARGE_END_SIZE)
    file.seek(-reach, os.SEEK_END)
    tail = file.read(reach)
    file.seek(0)
    end = tail.rfind(_END)
    if end < 0 or len(tail) - end < _END_SIZE:
        return 0
    (said,) = struct.unpack_from("<L", tail, end + 12)
    locator = end - _LOCATOR_SIZE
    large = locator - _LARGE_END_SIZE
    if large >= 0 and tail.startswith(_LOCATOR, locator) and tail.startswith(_LARGE_END, large):
        (said,) = struct.unpack_from("<Q", tail, large + 40)
    return int(said)
