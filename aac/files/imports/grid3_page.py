"""One page of a Grid 3 set: where its cells stand, their words, pictures and colours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from aac.files.imports.archive import Archive
from aac.files.imports.cells import colour_of, make_cell
from aac.files.imports.deeds import Deeds
from aac.files.imports.draft import Counter, Page
from aac.files.imports.grid3_commands import do_command, runs, words_in
from aac.files.imports.limits import SIDE_LIMIT
from aac.files.imports.media import Media, Shelf
from aac.files.imports.word_pages import list_page, pour
from aac.files.notes import Notes
from aac.files.obf.raw import Raw
from aac.model.board import Board
from aac.ports import BoardProblem

SCAN_BLOCK = "ext_wren_scan_block"  # the group that Grid 3 scans a cell in, 1 to 8

_LEFT_OUT = {
    "Prediction": "Places for predicted words are left out: Wren offers words beside the board.",
    "Workspace": "The message window of a page is left out: Wren has its own.",
}


@dataclass(frozen=True)
class Found:
    """What all pages of a set share.  ``ids``: page -> id of its board; ``names``: the reverse;
    ``home``: a page."""

    archive: Archive
    ids: Mapping[str, str]
    names: Mapping[str, str]
    home: str
    styles: Mapping[str, Element]
    locale: str
    shelf: Shelf
    counter: Counter
    notes: Notes


def read_page(found: Found, name: str, path: str, root: Element) -> Iterator[Board]:
    """The page and what had to be made beside it, such as its lists of words."""
    page = Page(
        id=found.ids[name],
        name=name,
        rows=_count(root, "RowDefinitions"),
        columns=_count(root, "ColumnDefinitions"),
        locale=found.locale,
        media=Media(found.shelf, found.notes),
        counter=found.counter,
    )
    reader = _PageReader(found, page, path.rsplit("/", 1)[0], words_in(root.find("WordList")))
    reader.read(root)
    yield from page.boards()
    yield from reader.more


class _PageReader:
    def __init__(self, found: Found, page: Page, folder: str, words: list[str]) -> None:
        self._found = found
        self._page = page
        self._folder = folder
        self._words = words
        self._slots: list[tuple[int, int]] = []
        self.more: list[Board] = []

    def read(self, root: Element) -> None:
        for element in root.findall("Cells/Cell"):
            self._cell(element)
        if self._words and self._slots:
            self.more += pour(self._page, self._words, self._slots)
        elif self._words:
            self._page.notes.lose("A page has a list of words but no place for them.",
                                  self._page.name)  # fmt: skip

    def _cell(self, element: Element) -> None:
        content = element.find("Content")
        x, y = _number(element.get("X"), 0), _number(element.get("Y"), 0)
        shown = _caption(content)
        where = self._page.where(shown or f"{element.get('X', '0')},{element.get('Y', '0')}"[:20])
        kind, sub = _kind(content)
        if content is None or (len(content) == 0 and not shown):
            return
        if kind and not shown and self._special(kind, sub, x, y, where):
            return
        deeds = Deeds(self._page.notes, where)
        for command in content.iterfind("Commands/Command"):
            do_command(command, deeds, self._found.ids, self._found.home, self._list)
        cell = make_cell(
            self._page, f"r{y}c{x}", shown, deeds,
            named=self._names(content, deeds),
            size=(_number(element.get("ColumnSpan"), 1) or 1,
                  _number(element.get("RowSpan"), 1) or 1),
            colour=self._colour(content, "BackColour", "TileColour"),
            border=self._colour(content, "BorderColour"),
            hidden=_text(content, "Visibility") == "Hidden",
            media=self._picture(content, x, y, where),
            extra=_scan_block(element),
        )  # fmt: skip
        self._page.put(cell, x, y)

    def _special(self, kind: str, sub: str, x: int | None, y: int | None, where: str) -> bool:
        """A place that Grid 3 fills by itself.  False where it is to be read as a cell."""
        if sub == "WordList" and x is not None and y is not None and self._words:
            self._slots.append((y, x))
        elif says := _LEFT_OUT.get(sub) or _LEFT_OUT.get(kind):
            self._page.notes.mend(says, where)
        elif sub == "WordList":
            self._page.notes.mend("Places for a list of words are left out: the lists are boards.",
                                  self._page.name)  # fmt: skip
        else:
            self._page.notes.lose(f"Not done in Wren: a place that fills itself ({sub or kind}).",
                                  where)  # fmt: skip
        return True

    def _list(self, element: Element, name: str) -> str:
        """A board for the words that a command shows; its id."""
        board_id = f"{self._page.id}.words-{len(self.more) + 1}"
        self.more += list_page(self._page, board_id, name or self._page.name, words_in(element))
        return board_id

    def _names(self, content: Element, deeds: Deeds) -> dict[str, str]:
        image = _text(content, "CaptionAndImage/Image")
        symbol = image.rpartition("]")[2].rpartition(".")[0] if image.startswith("[") else ""
        target = self._found.names.get(deeds.opens, "")
        return {
            "its picture": symbol.replace("_", " ").replace("\\", "/").rpartition("/")[2],
            "the page it opens": target,
        }  # fmt: skip

    def _colour(self, content: Element, *parts: str) -> str:
        style = content.find("Style")
        based = self._found.styles.get(_text(content, "Style/BasedOnStyle"))
        for holder in (style, based):
            for part in parts:
                if colour := colour_of(_text(holder, part)):
                    return colour
        return ""

    def _picture(self, content: Element, x: int | None, y: int | None, where: str) -> Raw:
        image = _text(content, "CaptionAndImage/Image").strip()
        if not image:
            return {}
        if image.startswith("["):
            library, _, name = image[1:].partition("]")
            return self._page.media.symbol(library, name, where)
        name = f"{self._folder}/{x}-{y}{image}"
        try:
            data = self._found.archive.read(name, "media")
        except BoardProblem:
            data = None
        if data is None:
            self._page.notes.lose("A picture is missing in the file or damaged.", where)
            return {}
        return self._page.media.picture(data, where) if data else {}


def _kind(content: Element | None) -> tuple[str, str]:
    return _text(content, "ContentType"), _text(content, "ContentSubType")


def _caption(content: Element | None) -> str:
    found = content.find("CaptionAndImage/Caption") if content is not None else None
    if found is None:
        return ""
    return runs(found) if len(found) else found.text or ""


def _text(element: Element | None, path: str) -> str:
    found = element.find(path) if element is not None else None
    return (found.text or "") if found is not None else ""


def _number(written: str | None, usual: int) -> int | None:
    """A place; ``None`` where it is none.  Not there is the usual one."""
    if written is None:
        return usual
    written = written.strip()
    return int(written) if written.isascii() and written.isdigit() and len(written) < 7 else None


def _count(root: Element, name: str) -> int:
    found = root.find(name)
    number = len(found) if found is not None else 0
    return number if number <= SIDE_LIMIT else 0


def _scan_block(element: Element) -> Raw:
    block = _number(element.get("ScanBlock"), 0)
    return {SCAN_BLOCK: block} if block else {}
