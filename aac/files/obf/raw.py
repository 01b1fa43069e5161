"""The JSON of a board file: read within limits, and looked at with care."""

from __future__ import annotations

import json
import math
import re
import unicodedata
from pathlib import PurePosixPath
from sys import getsizeof

from aac.files.notes import Notes as Notes
from aac.ports import BoardProblem

Raw = dict[str, object]

_PLAIN = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*")

# Lists, objects and commas of one file.  Each can take 200 bytes of memory, so that 64 MB of them
# would take ten times what a board may; a board of 100 by 100 cells has about 200,000.
PARTS_LIMIT = 1_000_000
TEXT_LIMIT = 128 * 2**20


def board_from(data: bytes) -> Raw:
    """The JSON object of one board.  Raises `BoardProblem`."""
    raw = json_from(data)
    if not isinstance(raw, dict) or not ("buttons" in raw or "grid" in raw):
        raise BoardProblem("The file holds no board.")
    return raw


def json_from(data: bytes) -> object:
    """JSON with any byte-order mark.  NaN and infinity become null.  Raises `BoardProblem`."""
    if sum(data.count(mark) for mark in (b",", b"[", b"{")) > PARTS_LIMIT:
        raise BoardProblem("The file holds too many parts to be a board.")
    try:
        text = data.decode(json.detect_encoding(data))
        if getsizeof(text) > TEXT_LIMIT:  # one rare sign makes every sign of a text four bytes
            raise BoardProblem("The file is too large.")
        return json.loads(text, parse_constant=lambda name: None, parse_float=_finite)
    except UnicodeDecodeError:
        raise BoardProblem("The file is not text in the UTF-8 code.") from None
    except ValueError:  # also numbers of thousands of digits
        raise BoardProblem("The file is not a board file, or it is damaged.") from None
    except RecursionError:
        raise BoardProblem("The file is nested too deeply to be a board.") from None


def _finite(text: str) -> float | None:
    number = float(text)
    return number if math.isfinite(number) else None


def plain_path(path: str) -> str:
    """A path in the package as its boards may write it; "" where it leads outside."""
    if _PLAIN.fullmatch(path):
        return path  # nearly all of them: a package may hold 20,000
    parts = PurePosixPath(path.replace("\\", "/").lstrip("/")).parts
    if ".." in parts or any(":" in part for part in parts[:1]):
        return ""
    return unicodedata.normalize("NFC", "/".join(parts))


def records(raw: object) -> list[Raw]:
    """Pictures, sounds or buttons: a list, or a map from id to record."""
    if isinstance(raw, dict):
        raw = [{"id": key, **value} for key, value in raw.items() if isinstance(value, dict)]
    return [record for record in raw if isinstance(record, dict)] if isinstance(raw, list) else []


def free_id(wanted: str, taken: set[str]) -> str:
    """``wanted``, or it with a number, so that it is none of those taken; it is then taken."""
    found, n = wanted, 1
    while found in taken:
        n += 1
        found = f"{wanted}-{n}"
    taken.add(found)
    return found
