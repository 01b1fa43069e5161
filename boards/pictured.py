"""The symbols on the boards: which cell has which, out of ``symbols.csv``.

The table was chosen by eye, cell by cell: where no symbol says the thing plainly and to an adult,
the cell has none.  It is one for all languages.  The boards name the symbols and hold no picture;
Wren takes it out of the sets that come with it (``assets/symbols``).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from page import Button

TABLE = Path(__file__).with_name("symbols.csv")

# What Open Board Format wants to know of a picture, by the set that it is of.
LICENCES = {
    "openmoji": {
        "type": "CC BY-SA 4.0",
        "copyright_notice_url": "https://creativecommons.org/licenses/by-sa/4.0/",
        "source_url": "https://openmoji.org/",
        "author_name": "OpenMoji",
        "author_url": "https://openmoji.org/",
    },
    "healthicons": {
        "type": "MIT",
        "copyright_notice_url": "https://opensource.org/license/mit/",
        "source_url": "https://healthicons.org/",
        "author_name": "Resolve to Save Lives",
        "author_url": "https://resolvetosavelives.org/",
    },
}

# The square that a set is drawn in: Open Board Format wants whole numbers of every picture.
SIDES = {"openmoji": 72, "healthicons": 48}


def read_symbols(path: Path = TABLE) -> dict[str, str]:
    """Cell, or ``board/cell`` for one board alone -> symbol."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["cell"]: row["symbol"] for row in csv.DictReader(file)}


def pictured(boards: Iterable[Button], symbols: dict[str, str]) -> Iterator[Button]:
    """The boards, with a record for each symbol that a button of theirs now names."""
    for made in boards:
        used: dict[str, Any] = {}
        for cell in made["buttons"]:
            found = symbols.get(f"{made['id']}/{cell['id']}") or symbols.get(cell["id"])
            if found:
                cell["image_id"] = found
                used[found] = _record(found)
        yield {**made, "images": list(used.values())}


def _record(symbol: str) -> Button:
    """``symbol``: the name of its set, then its own."""
    of_set, _, name = symbol.partition("-")
    return {
        "id": symbol,
        "content_type": "image/svg+xml",
        "width": SIDES[of_set],
        "height": SIDES[of_set],
        "symbol": {"set": of_set, "filename": f"{name}.svg"},
        "license": LICENCES[of_set],
    }
