"""Whether a file is of the Open Board Format, by what is in it and not by its name."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

from aac.files.obf.zip_end import DIRECTORY_LIMIT, directory_size

_BOARD = re.compile(r'"(?:buttons|open-board-0\.[0-9]+)"')
# Marks of other formats that are JSON too and may name a button somewhere.
_OTHERS = re.compile(r'"(?:gridElements|tiles|open-board-log-0\.[0-9]+)"')


def looks_like_obf(path: Path, head: bytes) -> bool:
    """``head``: the first bytes of the file; only a zip is looked into further."""
    if head.startswith(b"PK"):
        return b"manifest.json" in head or _has_boards(path)
    try:
        text = head.decode(json.detect_encoding(head), "ignore")
    except LookupError:
        return False
    return text.lstrip("\ufeff \t\r\n").startswith("{") and bool(
        _BOARD.search(text) and not _OTHERS.search(text)
    )


def _has_boards(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            if directory_size(file, path.stat().st_size) > DIRECTORY_LIMIT:
                return False
            names = zipfile.ZipFile(file).namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False
    return any(name.endswith("manifest.json") or name.lower().endswith(".obf") for name in names)
