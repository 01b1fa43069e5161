"""A JSON file of ours: written atomically, mended when it is read.

A file is written beside its place, forced to the disk and renamed into place; the one before is
kept as ``.bak``.  A file that cannot be read is kept aside and the ``.bak`` is used, else the
usual values.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

# A message is a few hundred letters; anything far beyond is no file of ours.
LARGEST = 16 * 1024 * 1024


def read_json(path: Path) -> tuple[dict[str, object], bool]:
    """The object in the file, or in the one before it, and whether the file was damaged."""
    found, damaged = _parsed(path)
    if damaged:
        put_aside(path)
    if found is None:
        found, _ = _parsed(_backup(path))
        damaged = damaged or found is not None
    return found or {}, damaged


def _parsed(path: Path) -> tuple[dict[str, object] | None, bool]:
    """None and False where there is no file, None and True where it makes no sense."""
    try:
        if path.stat().st_size > LARGEST:
            return None, True
        found = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None, False
    except (OSError, ValueError, RecursionError):
        return None, True
    return (found, False) if isinstance(found, dict) else (None, True)


def write_json(path: Path, value: Mapping[str, object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    # What somebody said is not for the other users of this computer.
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    with suppress(FileNotFoundError):
        path.replace(_backup(path))
    fresh.replace(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """A rename survives a power cut only once the folder is on the disk."""
    if os.name == "nt":
        return  # Windows cannot open a folder
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _backup(path: Path) -> Path:
    return path.with_name(path.name + ".bak")


def put_aside(path: Path) -> None:
    """Keep a damaged file beside its place for whoever can mend it."""
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    with suppress(OSError):
        path.replace(path.with_name(f"{path.name}.damaged-{stamp}"))
