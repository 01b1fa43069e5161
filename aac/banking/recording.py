"""What is known of one recording, and of one that comes."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from pathlib import Path

KEY = "own-"
"""Begins the key of each recording, so that it is none of a board's."""


@dataclass(frozen=True)
class Recording:
    """``phrase``: the words it stands for.  ``file``: the original's name.

    ``made``: the day, as 2026-11-23.  ``start`` to ``end`` seconds of it are played.  ``level``,
    ``peak``: decibels, 0 being the loudest there is.
    """

    id: str
    phrase: str
    file: str
    made: str = ""
    start: float = 0.0
    end: float = 0.0
    level: float = 0.0
    peak: float = 0.0

    @property
    def key(self) -> str:
        return KEY + self.id


@dataclass(frozen=True)
class Arrival:
    """A recording on its way in.  ``source``: the file, which stays.  ``played``: the copy to be
    played, as WAV."""

    phrase: str
    source: Path
    played: bytes
    start: float
    end: float
    level: float
    peak: float


def as_plain(recording: Recording) -> dict[str, object]:
    """As it stands in the index."""
    return {field.name: getattr(recording, field.name) for field in fields(recording)}


def read_recording(raw: object) -> Recording | None:
    """None where it makes no sense."""
    if not isinstance(raw, dict):
        return None
    values = {field.name: raw.get(field.name, field.default) for field in fields(Recording)}
    texts = [values.pop(name) for name in ("id", "phrase", "file", "made")]
    if not all(isinstance(text, str) for text in texts) or not all(texts[:3]):
        return None
    if Path(texts[2]).name != texts[2] or not re.fullmatch(r"[0-9a-f]+", texts[0]):
        return None  # it would name a file outside this folder
    if not all(isinstance(number, int | float) for number in values.values()):
        return None
    return Recording(*texts, **values)
