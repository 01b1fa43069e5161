"""From words to the name of a file, and back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from pathlib import Path

LONGEST_NAME = 80
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_NUMBERED = re.compile(r" \(\d+\)$")


def phrase_of(path: Path) -> str:
    """The words that a file's name says."""
    return _NUMBERED.sub("", unicodedata.normalize("NFC", path.stem)).replace("_", " ").strip()


def free_name(folder: Path, phrase: str, ending: str, taken: Collection[str] = ()) -> str:
    """A name for the file of this phrase that every system takes and no file there has.

    ``taken``: names that files will have.
    """
    plain = _NOT_IN_NAMES.sub(" ", unicodedata.normalize("NFC", phrase))
    stem = " ".join(plain.split())[:LONGEST_NAME].strip(" .") or "recording"
    if stem.split(".")[0].upper() in ("CON", "PRN", "AUX", "NUL"):
        stem = f"{stem} recording"  # devices of Windows
    there = {name.casefold() for name in taken}
    if folder.is_dir():
        there |= {path.name.casefold() for path in folder.iterdir()}
    name, number = f"{stem}{ending}", 1
    while name.casefold() in there:
        number += 1
        name = f"{stem} ({number}){ending}"
    return name


def played_beside(take: Path) -> Path:
    """Where the copy of a take is that is to be played."""
    return take.with_suffix(".played.wav")
