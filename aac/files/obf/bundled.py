"""Pictures that a board only names, of the symbol sets that come with Wren.

A board that is read costs nothing for them: the key is made of the name, and the set is opened
when a symbol is shown or written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress

from aac.files.paths import assets_folder

# How the sets name their drawings: OpenMoji by code points, Health Icons by words.
_NAMES = {
    "openmoji": re.compile(r"[0-9A-F]{4,5}(?:-[0-9A-F]{4,5})*"),
    "healthicons": re.compile(r"[a-z0-9_]+"),
}
_LONGEST = 80  # of a name: some are of five code points


def symbol_key(record: Mapping[str, object]) -> str:
    """The key of the symbol that the record names, "" where it is of no set of ours."""
    found = _symbol_of(record)
    return f"symbol-{found[0]}-{found[1]}" if found else ""


def symbol_bytes(record: Mapping[str, object]) -> bytes | None:
    """The SVG of the symbol that the record names; ``None`` where there is none."""
    found = _symbol_of(record)
    if not found:
        return None
    import zipfile  # here: nothing of a set is read before it is shown

    of_set, name = found
    path = assets_folder() / "symbols" / f"{of_set}.zip"
    with suppress(OSError, KeyError, zipfile.BadZipFile), zipfile.ZipFile(path) as archive:
        return archive.read(f"{of_set}-{name}.svg")
    return None


def _symbol_of(record: Mapping[str, object]) -> tuple[str, str] | None:
    """The set and the name, without the ending of a file."""
    symbol = record.get("symbol")
    if not isinstance(symbol, Mapping):
        return None
    of_set, filename = symbol.get("set"), symbol.get("filename")
    if not isinstance(of_set, str) or not isinstance(filename, str) or len(filename) > _LONGEST:
        return None
    name = filename.removesuffix(".svg")
    known = _NAMES.get(of_set)
    return (of_set, name) if known and known.fullmatch(name) else None
