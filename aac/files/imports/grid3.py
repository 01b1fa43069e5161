"""Grid 3 ``.gridset``: a zip with one ``grid.xml`` for each page (facts: boards.md 4.1)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element

from aac.files.imports.archive import Archive
from aac.files.imports.draft import Counter
from aac.files.imports.finish import Result, one_of, page_ids, read_only
from aac.files.imports.grid3_page import Found, read_page
from aac.files.imports.media import Shelf
from aac.files.imports.xml_file import text_at, xml_from
from aac.files.notes import Notes, Reading
from aac.model.board import Board
from aac.ports import BoardProblem

_GRID = re.compile(r"(.*?)grids/([^/]+)/grid\.xml", re.IGNORECASE)
_LOCKED = ".gridsetx"
WHAT = "a Grid 3 set"


@dataclass(frozen=True)
class Grid3Format:
    """The board format socket for Grid 3, for reading only."""

    suffixes: tuple[str, ...] = (".gridset", _LOCKED)

    def recognises(self, path: Path, head: bytes) -> bool:
        """Whether it is a zip with grids in it, or is called a locked set."""
        if path.suffix.lower() == _LOCKED:
            return True
        if not head.startswith(b"PK"):
            return False
        try:
            with Archive(path, WHAT) as archive:
                return any(_GRID.fullmatch(name) for name in archive.names())
        except BoardProblem:
            return False

    def read(self, path: Path) -> tuple[Board, ...]:
        """The boards in the file, the start board first.  Raises `BoardProblem`."""
        return self.examine(path).boards

    def examine(self, path: Path) -> Reading:
        """As `read`, and says what was mended and what was lost.  Raises `BoardProblem`."""
        if path.suffix.lower() == _LOCKED:
            raise BoardProblem(
                "A locked Grid 3 set cannot be imported. Please save it from Grid 3 without a lock."
            )
        with Archive(path, WHAT) as archive:
            return _Set(archive, path).result.reading()

    def write(self, boards: Sequence[Board], path: Path) -> None:
        """Raises `BoardProblem`: Wren writes the open format only."""
        read_only()


@dataclass
class _Set:
    """One set being read."""

    archive: Archive
    path: Path
    notes: Notes = field(default_factory=Notes)

    def __post_init__(self) -> None:
        grids = {found[2]: name for name in self.archive.names()
                 if (found := _GRID.fullmatch(name))}  # fmt: skip
        if not grids:
            raise BoardProblem("The file holds no Grid 3 pages.")
        self._top = _GRID.fullmatch(next(iter(grids.values())))[1]  # type: ignore[index]  # as above
        self.result = self._read(grids)

    def _read(self, grids: Mapping[str, str]) -> Result:
        settings = self._part("Settings0/settings.xml")
        start = one_of(grids, text_at(settings, "StartGrid"))
        if not start:
            self.notes.mend("The file does not say which page is first: the first one is used.")
        ordered = sorted(grids, key=lambda name: name != start)
        found = Found(
            archive=self.archive,
            ids=(ids := page_ids(ordered, self.path)),
            names={board_id: name for name, board_id in ids.items()},
            home=ordered[0],
            styles=_styles(self._part("Settings0/Styles/styles.xml")),
            locale=text_at(settings, "Language") or "en",
            shelf=Shelf(),
            counter=Counter(),
            notes=self.notes,
        )
        if not text_at(settings, "Language"):
            self.notes.mend("The file does not say its language; English is taken.")
        boards: list[Board] = []
        problem: BoardProblem | None = None
        for name in ordered:
            if boards and not found.counter.in_time(self.notes, name):
                continue
            try:
                boards += read_page(found, name, grids[name], self._xml(grids[name]))
            except BoardProblem as trouble:
                problem = problem or trouble
                self.notes.lose(f"A page could not be read. {trouble}", name)
        if not boards:
            raise problem or BoardProblem("The file holds no Grid 3 pages.")
        return Result(boards, self.notes)

    def _part(self, name: str) -> Element | None:
        """A part that the set can do without."""
        try:
            data = self.archive.read(self._top + name)
            return xml_from(data) if data is not None else None
        except BoardProblem as trouble:
            self.notes.lose(f"The settings of the set could not be read. {trouble}")
            return None

    def _xml(self, name: str) -> Element:
        return xml_from(self.archive.read(name) or b"")


def _styles(root: Element | None) -> dict[str, Element]:
    if root is None:
        return {}
    return {style.get("Key", ""): style for style in root.iter("Style")}
