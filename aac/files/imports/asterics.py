"""AsTeRICS Grid ``.grd`` and ``.grd.json``: JSON with a byte-order mark (facts: boards.md 4.4).

The program changed its model several times: a backup is an object with ``grids``, older files are a
list of grids or one grid, and a label is a text or one text for each language.
"""

from __future__ import annotations

import re
from collections import Counter as Tally
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from aac.files.imports.asterics_page import Found, read_page
from aac.files.imports.draft import Counter
from aac.files.imports.finish import Result, page_ids, read_only
from aac.files.imports.json_parts import json_file, listed, mapping, text_of, texts
from aac.files.imports.media import Shelf
from aac.files.notes import Notes, Reading
from aac.files.obf.actions import text_id
from aac.files.obf.raw import Raw
from aac.model.board import Board
from aac.ports import BoardProblem

_MARKS = re.compile(rb'"(?:gridElements|encryptedDataBase64)"')
_LOCKED = "encryptedDataBase64"
# The program's usual colours by kind of word (asterics/AsTeRICS-Grid, its light scheme).
_USUAL_COLOURS = {
    "CC_PRONOUN_PERSON_NAME": "#fdfd96",
    "CC_NOUN": "#ffda89",
    "CC_VERB": "#c7f3c7",
    "CC_DESCRIPTOR": "#84b6f4",
    "CC_SOCIAL_EXPRESSIONS": "#fdcae1",
    "CC_MISC": "#ffffff",
    "CC_PLACE": "#bc98f3",
    "CC_CATEGORY": "#d8af97",
    "CC_IMPORTANT": "#ff9688",
    "CC_OTHERS": "#bdbfbf",
}


@dataclass(frozen=True)
class AstericsFormat:
    """The board format socket for AsTeRICS Grid, for reading only."""

    suffixes: tuple[str, ...] = (".grd", ".grd.json")

    def recognises(self, path: Path, head: bytes) -> bool:
        """Whether it is JSON with the name of AsTeRICS' lists of cells near its beginning."""
        return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") and bool(_MARKS.search(head))

    def read(self, path: Path) -> tuple[Board, ...]:
        """The boards in the file, the start board first.  Raises `BoardProblem`."""
        return self.examine(path).boards

    def examine(self, path: Path) -> Reading:
        """As `read`, and says what was mended and what was lost.  Raises `BoardProblem`."""
        notes, counter = Notes(), Counter()
        raw = json_file(path)
        grids, about = _grids(raw, notes)
        del raw
        ordered, home = _ordered(grids, about, notes)
        language = _language(grids, about, notes)
        ids = page_ids([text_id(grid.get("id")) for grid in ordered], path)
        found = Found(ids, ids[home], language, _colours(about), Shelf(), counter, notes)
        boards: list[Board] = []
        for grid in ordered:
            if boards and not counter.in_time(notes, text_of(grid.get("label"), language)):
                continue
            boards += read_page(found, grid)
        return Result(boards, notes).reading()

    def write(self, boards: Sequence[Board], path: Path) -> None:
        """Raises `BoardProblem`: Wren writes the open format only."""
        read_only()


def _language(grids: Sequence[Raw], about: Raw, notes: Notes) -> str:
    """The language to show: the file's own where most labels have it, else the commonest.

    The labels in the others stay with the cells, so another language can be chosen later.
    """
    there = _languages(grids)
    own = text_of(mapping(about.get("localeConfig")).get("contentLang"))
    chosen = max(there, key=lambda name: there[name], default=own or "en")
    if there.get(own, 0) * 2 >= there.get(chosen, 1):
        chosen = own
    if len(there) > 1:
        others = ", ".join(sorted(set(there) - {chosen}))
        notes.mend(f"The file has several languages; {chosen} is shown. Also there: {others}.")
    return chosen


def _grids(raw: object, notes: Notes) -> tuple[list[Raw], Raw]:
    """The grids of any version of the file, and what it says about itself."""
    if isinstance(raw, dict) and _LOCKED in raw:
        raise BoardProblem("This AsTeRICS file is locked. Please make a backup without a password.")
    about: Raw = {}
    if isinstance(raw, dict) and "gridElements" not in raw:
        about = mapping(raw.get("metadata"))
        raw = raw.get("grids")
    grids = [grid for grid in (raw if isinstance(raw, list) else [raw]) if isinstance(grid, dict)]
    if any(_LOCKED in grid for grid in grids):
        raise BoardProblem("This AsTeRICS file is locked. Please make a backup without a password.")
    grids = [grid for grid in grids if isinstance(grid.get("gridElements"), list)]
    if not grids:
        raise BoardProblem("The file holds no AsTeRICS grids.")
    seen: dict[str, Raw] = {}
    for n, grid in enumerate(grids):
        key = text_id(grid.get("id")) or f"grid-{n + 1}"
        if key in seen:
            notes.lose(
                "Two grids have the same id; the first one is used.", text_of(grid.get("label"))
            )
            continue
        seen[key] = {**grid, "id": key}
    return list(seen.values()), about


def _ordered(grids: list[Raw], about: Raw, notes: Notes) -> tuple[list[Raw], str]:
    """The start grid first; the grid that is part of all others last, as nothing leads to it."""
    home = text_id(about.get("homeGridId"))
    if not any(grid["id"] == home for grid in grids):
        notes.mend("The file does not say which page is first: the first one is used.")
        home = text_id(grids[0]["id"])
    last = text_id(about.get("globalGridId"))
    for grid in grids:
        if grid["id"] == last != home:
            notes.lose("A grid is shown around all others; here it is a board of its own.",
                       text_of(grid.get("label")))  # fmt: skip
    return sorted(grids, key=lambda grid: (grid["id"] != home, grid["id"] == last)), home


def _languages(grids: Sequence[Raw]) -> Mapping[str, int]:
    """Language -> how many labels it has."""
    found: Tally[str] = Tally()
    for grid in grids:
        for element in listed(grid.get("gridElements")):
            found.update(list(texts(element.get("label"))))
    found.pop("", None)
    return found


def _colours(about: Raw) -> dict[str, str]:
    """Kind of word -> colour: the file's own scheme, else the usual one."""
    config = mapping(about.get("colorConfig"))
    active = config.get("activeColorScheme")
    for scheme in listed(config.get("additionalColorSchemes")):
        names, colours = scheme.get("categories"), scheme.get("colors")
        if scheme.get("name") == active and isinstance(names, list) and isinstance(colours, list):
            return {str(name): str(colour) for name, colour in zip(names, colours, strict=False)}
    return _USUAL_COLOURS
