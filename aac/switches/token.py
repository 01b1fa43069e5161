"""The secret that other programs need to press a switch: made once, readable by its owner alone."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

FILE = "switch-socket-token"
_BYTES = 16
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def token_in(folder: Path) -> str:
    """The secret kept in this folder; made where there is none, or where others could read it.

    Raises `OSError` where it cannot be written.
    """
    path = folder / FILE
    with suppress(FileNotFoundError, UnicodeDecodeError):
        if _is_ours_alone(path):
            token = path.read_text("ascii").strip()
            if len(token) == 2 * _BYTES:
                return token
    return _made(path)


def _is_ours_alone(path: Path) -> bool:
    """Windows keeps a person's folder to that person by other means than these bits."""
    return os.name == "nt" or not path.stat().st_mode & _OTHERS


def _made(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    token = secrets.token_hex(_BYTES)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(token + "\n")
    return token
