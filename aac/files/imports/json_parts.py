"""JSON of other programs, looked at with care: nothing in it has to be what it should be."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from aac.files.imports.limits import MEMBER_LIMIT
from aac.files.obf.actions import clean
from aac.files.obf.raw import Raw, json_from
from aac.ports import BoardProblem


def json_file(path: Path) -> object:
    """Raises `BoardProblem`."""
    try:
        if path.stat().st_size > MEMBER_LIMIT:
            raise BoardProblem("The file is too large.")
        data = path.read_bytes()
    except FileNotFoundError:
        raise BoardProblem("The file is not there.") from None
    except OSError:
        raise BoardProblem("The file cannot be opened.") from None
    return json_from(data)


def mapping(raw: object) -> Raw:
    return raw if isinstance(raw, dict) else {}


def listed(raw: object) -> list[Raw]:
    """The objects of a list; what else is in it is passed over."""
    return [one for one in raw if isinstance(one, dict)] if isinstance(raw, list) else []


def whole(raw: object, usual: int | None) -> int | None:
    """A number that a place or size can be, else ``usual``."""
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not -(10**6) < raw < 10**6:
        return usual
    return int(raw)


def texts(raw: object) -> Mapping[str, str]:
    """A text for each language; a lone text stands under ""."""
    if isinstance(raw, dict):
        return {str(key)[:20]: clean(text) for key, text in raw.items() if clean(text).strip()}
    return {"": clean(raw)} if clean(raw) else {}


def text_of(raw: object, language: str = "") -> str:
    """The text in the language, else in any."""
    there = texts(raw)
    return there.get(language) or next(iter(there.values()), "")
