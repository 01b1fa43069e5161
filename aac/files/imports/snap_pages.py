"""The pages of a Snap page set."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from aac.files.imports.cells import argb_of, make_cell
from aac.files.imports.database import Database, Row
from aac.files.imports.deeds import Deeds
from aac.files.imports.draft import Counter, Page
from aac.files.imports.finish import page_ids
from aac.files.imports.media import Media, Shelf
from aac.files.imports.snap_commands import do_commands, recording
from aac.files.imports.snap_layout import Layout, Spot, layouts, pair, places
from aac.files.notes import Notes
from aac.files.obf.actions import SPOKEN_LIMIT, clean, text_id
from aac.files.obf.raw import Raw, free_id
from aac.model.board import Board
from aac.ports import BoardProblem

_BUTTON = (
    "Id", "Label", "Message", "BackgroundColor", "BorderColor", "LibrarySymbolId",
    "PageSetImageId", "ElementReferenceId", "PageId", "NavigatePageId", "MessageRecordingId",
    "UseMessageRecording", "SerializedMessageSoundMetadata",
)  # fmt: skip
_SYSTEM = ("DashboardUniqueId", "MessageBarUniqueId", "ToolBarUniqueId")
_DEEPEST = 2_000  # rows of a page that scrolls
ELSEWHERE = "A button is only in a layout of the page that is not used; it is left out."

# A button, the row that has its page and colour, and layout -> where it stands.
Placed = tuple[Row, Row, Mapping[object, Spot]]


class PageSet:
    """One page set being read.  Raises `BoardProblem`."""

    def __init__(self, base: Database, path: Path) -> None:
        if not base.has("Page") or not base.has("Button"):
            raise BoardProblem("The file holds no Snap pages.")
        self.notes = Notes()
        self._base = base
        self._path = path
        self._shelf = Shelf()
        self._counter = Counter()
        self._pages = list(base.rows("Page", ("Id", "UniqueId", "Title", "Name", "Language")))
        names = ("DefaultHomePageUniqueId", "GridDimension", "Language", *_SYSTEM)
        self._about: Row = next(base.rows("PageSetProperties", names), dict.fromkeys(names))
        self._links = _first_of(base, "ButtonPageLink", "ButtonId", "PageUniqueId")
        self._commands = _first_of(base, "CommandSequence", "ButtonId", "SerializedCommands")

    def boards(self) -> list[Board]:
        """All pages that people see, the start page first."""
        buttons = self._buttons_by_page()
        pages = [page for page in self._pages if self._is_seen(page, buttons)]
        if not pages:
            raise BoardProblem("The file holds no Snap pages.")
        ordered = self._ordered(pages)
        taken: set[str] = set()
        keys = [free_id(_key(page), taken) for page in ordered]  # damaged files have some twice
        self._ids = page_ids(keys, self._path)
        self._by_number = {
            text_id(page["Id"]): self._ids[key] for page, key in zip(ordered, keys, strict=True)
        }
        self._home = self._ids[keys[0]]
        chosen = layouts(self._base, pair(self._about["GridDimension"]))
        boards: list[Board] = []
        for page, key in zip(ordered, keys, strict=True):
            if boards and not self._counter.in_time(self.notes, clean(page["Title"])):
                continue
            number = page["Id"]
            held = buttons.get(number, [])
            boards += self._page(page, self._ids[key], held, chosen.get(number))
        return boards

    def _is_seen(self, page: Row, buttons: Mapping[object, Sequence[object]]) -> bool:
        """Snap's own dashboard and bars are left out where nothing of the person is on them."""
        system = {self._about[name] for name in _SYSTEM} - {None, ""}
        return page["UniqueId"] not in system or bool(buttons.get(page["Id"]))

    def _ordered(self, pages: list[Row]) -> list[Row]:
        home = self._about["DefaultHomePageUniqueId"]
        start = next((page for page in pages if home and page["UniqueId"] == home), None)
        if start is None:
            self.notes.mend("The start page is not in the file: the first page is used.")
            return pages
        return [start, *(page for page in pages if page is not start)]

    def _buttons_by_page(self) -> dict[object, list[Placed]]:
        """Page -> its buttons, each with the row that has its colour and its places."""
        wanted = ("Id", "PageId", "BackgroundColor")
        elements = {row["Id"]: row for row in self._base.rows("ElementReference", wanted)}
        by_element = places(self._base, "ElementReferenceId", "ElementPlacement")
        by_button = places(self._base, "ButtonId", "ButtonPlacement")
        found: dict[object, list[Placed]] = defaultdict(list)
        for button in self._base.rows("Button", _BUTTON):
            element = elements.get(button["ElementReferenceId"])
            spots = by_element.get(button["ElementReferenceId"]) or by_button.get(button["Id"], {})
            holder = element or button
            found[holder["PageId"]].append((button, holder, spots))
        return found

    def _page(
        self, row: Row, board_id: str, buttons: Sequence[Placed], layout: Layout | None
    ) -> Iterator[Board]:
        name = clean(row["Title"]) or clean(row["Name"]) or "Page"
        page = Page(
            id=board_id,
            name=name,
            rows=layout.rows if layout else 0,
            columns=layout.columns if layout else _side(len(buttons)),
            locale=self._language(row),
            media=Media(self._shelf, self.notes),
            counter=self._counter,
        )
        screen = page.rows
        for button, holder, spots in buttons:
            spot = _spot(spots, layout)
            if spot is None:
                self.notes.lose(ELSEWHERE, page.where(clean(button["Label"])))
            else:
                self._button(page, button, holder, spot)
        if screen and page.rows > screen:
            self.notes.mend("A page that scrolls became several boards.", name)
        yield from page.boards(screen or page.rows or 100)

    def _language(self, page: Row) -> str:
        said = clean(page["Language"]) or clean(self._about["Language"]) or "en"
        return said.replace("_", "-")

    def _button(self, page: Page, row: Row, holder: Row, spot: Spot) -> None:
        label = clean(row["Label"])
        where = page.where(label or text_id(row["Id"]))
        deeds = Deeds(self.notes, where)
        message = clean(row["Message"], SPOKEN_LIMIT)
        do_commands(self._commands.get(row["Id"]), deeds, self._board_of, self._home)
        link = self._links.get(row["Id"]) or row["NavigatePageId"]
        if link is not None and not deeds.opens:
            deeds.opens = self._board_of(link)
        if message and not deeds.commands and not deeds.opens:
            deeds.says = message
        cell = make_cell(
            page, text_id(row["Id"]), label, deeds,
            size=(spot.width, spot.height),
            colour=argb_of(holder["BackgroundColor"]),
            border=argb_of(row["BorderColor"]),
            hidden=not spot.visible,
            media=self._media(page, row, where),
        )  # fmt: skip
        page.put(cell, spot.x, spot.y, _DEEPEST)

    def _board_of(self, link: object) -> str:
        """The board that a link means, by the page's long name or its number."""
        name = text_id(link)
        return self._ids.get(name) or self._by_number.get(name) or name

    def _media(self, page: Page, row: Row, where: str) -> Raw:
        held: Raw = {}
        image = row["PageSetImageId"]
        if isinstance(image, int) and image > 0:
            data = self._base.value("PageSetData", "Data", "Id", image)
            if isinstance(data, bytes) and data:
                held.update(page.media.picture(data, where))
            else:
                self.notes.lose("A picture is missing in the file or damaged.", where)
        elif isinstance(row["LibrarySymbolId"], int) and row["LibrarySymbolId"] > 0:
            held.update(page.media.symbol("snap", str(row["LibrarySymbolId"]), where))
        if (number := recording(row)) is not None:
            data = self._base.value("PageSetData", "Data", "Id", number)
            if isinstance(data, bytes) and data:
                held.update(page.media.sound(data, where))
        return held


def _spot(spots: Mapping[object, Spot], layout: Layout | None) -> Spot | None:
    """Where a button stands; ``None`` where that is only in a layout that is not used."""
    if not spots:
        return Spot(None, None)
    if layout is None:
        return next(iter(spots.values()))
    return spots.get(layout.id) or spots.get(None)


def _key(page: Row) -> str:
    return text_id(page["UniqueId"]) or text_id(page["Id"])


def _side(buttons: int) -> int:
    side = 1
    while side * side < buttons:
        side += 1
    return side


def _first_of(base: Database, table: str, key: str, value: str) -> dict[object, object]:
    found: dict[object, object] = {}
    for row in base.rows(table, (key, value)):
        found.setdefault(row[key], row[value])
    return found
