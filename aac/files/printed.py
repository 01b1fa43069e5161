"""Which sheets were printed, when, and what was on them: as digests, not as words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from aac.files.json_file import read_json, write_json

VERSION = 1


@dataclass(frozen=True)
class Printed:
    """A sheet on paper.  ``beside``: the names of the sheets it could lead to when it was
    printed."""

    name: str
    title: str
    date: str
    digest: str
    beside: tuple[str, ...] = ()


def read_printed(path: Path) -> tuple[Printed, ...]:
    """What is on paper; entries that make no sense are as if they were never printed."""
    plain, _ = read_json(path)
    entries = plain.get("sheets")
    found = (_entry(each) for each in entries) if isinstance(entries, list) else ()
    return tuple(each for each in found if each is not None)


def write_printed(path: Path, sheets: Iterable[Printed]) -> None:
    """Raises `OSError` where the disk does not take it."""
    write_json(path, {"version": VERSION, "sheets": [asdict(sheet) for sheet in sheets]})


def _entry(plain: object) -> Printed | None:
    if not isinstance(plain, dict):
        return None
    texts = {key: plain.get(key) for key in ("name", "title", "date", "digest")}
    beside = plain.get("beside", [])
    if not all(isinstance(text, str) for text in texts.values()) or not isinstance(beside, list):
        return None
    return Printed(
        **{key: str(text) for key, text in texts.items()},
        beside=tuple(str(name) for name in beside),
    )
