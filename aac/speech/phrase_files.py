"""The files of phrases as sound, for who never looks into them: the window, the commands."""

from __future__ import annotations

from pathlib import Path

SUFFIX = ".phrase"


def erase(folder: Path) -> None:
    """Remove every phrase.  Raises `OSError`."""
    if folder.is_dir():
        for path in folder.iterdir():
            path.unlink(missing_ok=True)
