"""Drawn pictures on the disk, so that each is drawn once and not at every start.

A file is named after the SHA-256 of the picture's own bytes, or after the symbol of Wren's sets,
and is empty where the picture cannot be drawn.  It is written beside its place and renamed into it.
It can be made again at any time, so it is not forced to the disk, and one that a power cut has
spoiled counts as none.
"""

from __future__ import annotations

import os
import re
import struct
from contextlib import suppress
from pathlib import Path

from aac.pictures.kinds import LONG_SIDE

LIMIT = 64 * 1024 * 1024
"""Bytes of all files; those used longest ago go first.  A drawn symbol takes 5 to 40 kB."""

_LOOK_EACH = 64  # files written between two looks at how much there is
_KEY = re.compile(r"[0-9a-f]{64}|symbol-[a-z]+-[0-9A-Za-z_-]{1,80}")
# Another number where pictures are to be drawn anew, as when newer symbol sets come with Wren.
_DRAWN_BY = "1"
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_END = b"IEND\xaeB`\x82"


class KeptPictures:
    """``folder``: need not exist.  A folder that cannot be written costs time and nothing else."""

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self._folder = folder
        self._limit = limit
        self._written = 0

    def get(self, key: str) -> bytes | None:
        """The PNG of this key, ``b""`` where it cannot be drawn, None where that is not known."""
        path = self._path(key)
        try:
            content = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        return content if not content or _is_ours(content) else None

    def put(self, key: str, png: bytes) -> None:
        """Keep it; ``b""``: it cannot be drawn."""
        path = self._path(key)
        fresh = path.with_suffix(".new")
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            fresh.write_bytes(png)
            fresh.replace(path)
        self._written += 1
        if self._written % _LOOK_EACH == 1:
            self._make_room()

    def _path(self, key: str) -> Path:
        if not _KEY.fullmatch(key):
            raise ValueError("a picture is kept under its SHA-256 or the name of its symbol")
        return self._folder / f"{key}.{_DRAWN_BY}.png"

    def _make_room(self) -> None:
        files: list[tuple[float, int, Path]] = []
        with suppress(OSError):
            for path in self._folder.glob("*.png"):
                found = path.stat()
                files.append((found.st_mtime, found.st_size, path))
        total = sum(size for _, size, _ in files)
        for _, size, path in sorted(files):
            if total <= self._limit:
                return
            with suppress(OSError):
                path.unlink()
                total -= size


def _is_ours(content: bytes) -> bool:
    """Whether it is a whole PNG of the size that Wren writes: the window itself will read it."""
    if not (content.startswith(_PNG) and content.endswith(_PNG_END)) or len(content) < 24:
        return False
    width, height = struct.unpack(">II", content[16:24])
    return 0 < width <= LONG_SIDE and 0 < height <= LONG_SIDE
