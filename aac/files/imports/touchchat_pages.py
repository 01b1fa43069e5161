"""The pages of a TouchChat vocabulary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from aac.files.imports.cells import make_cell, rgb_of
from aac.files.imports.database import Database, Row
from aac.files.imports.deeds import Deeds
from aac.files.imports.draft import Counter, Page
from aac.files.imports.finish import page_ids
from aac.files.imports.media import OUTSIDE, Media, Shelf
from aac.files.notes import Notes
from aac.files.obf.actions import SPOKEN_LIMIT, clean, text_id
from aac.files.obf.raw import Raw, free_id
from aac.model.board import Board
from aac.ports import BoardProblem

_LINKS = (1, 8, 9, 73)  # codes of actions that open a page; 73 is a guess (boards.md 6)
_BUTTON = (
    "id", "resource_id", "label", "message", "symbol_link_id", "visible", "button_style_id",
)  # fmt: skip
_PLACE = ("button_box_id", "resource_id", "location", "span_x", "span_y")
_STYLE = ("id", "body_color", "border_color", "transparent")


class Vocabulary:
    """One vocabulary being read.  Raises `BoardProblem`."""

    def __init__(self, base: Database, images: Database | None, path: Path) -> None:
        if not base.has("pages") or not base.has("buttons"):
            raise BoardProblem("The file holds no TouchChat pages.")
        self.notes = Notes()
        self._base = base
        self._images = images
        self._path = path
        self._shelf = Shelf()
        self._counter = Counter()
        self._resources = _by(base.rows("resources", ("id", "rid", "name")), "id")
        self._buttons = _by(base.rows("buttons", _BUTTON), "resource_id")
        self._styles = _by(base.rows("button_styles", _STYLE), "id")
        self._boxes = _by(base.rows("button_boxes", ("id", "layout_x", "layout_y")), "id")
        boxes = base.rows("button_box_instances", ("page_id", "button_box_id"))
        self._box_of = {row["page_id"]: row["button_box_id"] for row in boxes}
        self._symbols = _by(base.rows("symbol_links", ("id", "rid")), "id")
        self._places: dict[object, list[Row]] = defaultdict(list)
        for row in base.rows("button_box_cells", _PLACE):
            self._places[row["button_box_id"]].append(row)
        self._deeds = self._read_actions()
        self._shown = self._read_sets()

    def boards(self) -> list[Board]:
        """All pages, the start page first."""
        pages = self._ordered(list(self._base.rows("pages", ("id", "resource_id", "name"))))
        if not pages:
            raise BoardProblem("The file holds no TouchChat pages.")
        taken: set[str] = set()
        keys = [free_id(text_id(page["id"]), taken) for page in pages]
        ids = page_ids(keys, self._path)
        self._targets: dict[str, str] = {}
        for page, key in reversed(list(zip(pages, keys, strict=True))):
            board_id = ids[key]
            resource = self._resources.get(page["resource_id"], {})
            for name in (page["resource_id"], resource.get("rid")):
                self._targets[text_id(name)] = board_id
        boards: list[Board] = []
        for page, key in zip(pages, keys, strict=True):
            if boards and not self._counter.in_time(self.notes, clean(page["name"]) or key):
                continue
            boards += self._page(page, ids[key])
        return boards

    def _ordered(self, pages: list[Row]) -> list[Row]:
        special = self._base.rows("special_pages", ("name", "page_id"))
        home = next((row["page_id"] for row in special if row["name"] == "HOME"), None)
        start = next((page for page in pages if home is not None and page["id"] == home), None)
        if start is None:
            self.notes.mend("The file does not say which page is first: the first one is used.")
            return pages
        return [start, *(page for page in pages if page is not start)]

    def _read_actions(self) -> dict[object, list[tuple[object, list[object]]]]:
        """Resource of a button -> its actions in their order: code and values."""
        values: dict[object, list[object]] = defaultdict(list)
        for row in self._base.rows("action_data", ("action_id", "key", "value")):
            values[row["action_id"]].append(row["value"])
        found: dict[object, list[tuple[object, list[object]]]] = defaultdict(list)
        actions = list(self._base.rows("actions", ("id", "resource_id", "rank", "code")))
        for row in sorted(actions, key=lambda row: _whole(row["rank"])):
            found[row["resource_id"]].append((row["code"], values.get(row["id"], [])))
        return found

    def _read_sets(self) -> dict[object, Row]:
        """Resource of a set of buttons -> the one of them that is shown at first."""
        numbers = {row["id"]: row for row in self._buttons.values()}
        sets = _by(self._base.rows("button_sets", ("id", "resource_id")), "id")
        found: dict[object, Row] = {}
        wanted = ("button_set_id", "button_id", "modifier")
        for row in self._base.rows("button_set_modifiers", wanted):
            whole, button = sets.get(row["button_set_id"]), numbers.get(row["button_id"])
            if row["modifier"] == 0 and whole and button:
                found.setdefault(whole["resource_id"], button)
        return found

    def _page(self, row: Row, board_id: str) -> Iterator[Board]:
        resource = self._resources.get(row["resource_id"], {})
        box_id = self._box_of.get(row["id"])
        places = self._places.get(box_id, [])
        box = self._boxes.get(box_id, {})
        page = Page(
            id=board_id,
            name=clean(resource.get("name")) or clean(row["name"]) or "Page",
            rows=_whole(box.get("layout_y")),
            columns=_whole(box.get("layout_x")) or _columns(places),
            locale="en",  # the file names no language
            media=Media(self._shelf, self.notes),
            counter=self._counter,
        )
        for place in places:
            button = self._buttons.get(place["resource_id"])
            if button := button or self._shown.get(place["resource_id"]):
                self._button(page, button, place)
        yield from page.boards()

    def _button(self, page: Page, row: Row, place: Row) -> None:
        label = clean(row["label"])
        where = page.where(label or text_id(row["id"]))
        deeds = Deeds(self.notes, where)
        done = [*self._deeds.get(row["resource_id"], [])]
        if place["resource_id"] != row["resource_id"]:
            done += self._deeds.get(place["resource_id"], [])
        for code, values in done:
            if code in _LINKS and values:
                deeds.opens = deeds.opens or self._target(values)
            else:
                deeds.lose(f"a command of TouchChat (number {text_id(code)[:20] or '?'})")
        message = clean(row["message"], SPOKEN_LIMIT)
        if message and not deeds.opens:
            deeds.says = message
        style = self._styles.get(row["button_style_id"], {})
        location = _whole(place["location"], -1)
        cell = make_cell(
            page, text_id(row["id"]), label, deeds,
            size=(_whole(place["span_x"], 1), _whole(place["span_y"], 1)),
            colour="" if style.get("transparent") == 1 else rgb_of(style.get("body_color")),
            border=rgb_of(style.get("border_color")),
            hidden=row["visible"] in (0, "0"),
            media=self._media(page, row, where),
        )  # fmt: skip
        columns = max(page.columns, 1)
        there = 0 <= location < columns * 100
        page.put(cell, *((location % columns, location // columns) if there else (None, None)))

    def _target(self, values: Sequence[object]) -> str:
        names = [text_id(value) for value in values]
        known = (self._targets[name] for name in names if name in self._targets)
        return next(known, next((name for name in names if name not in ("", "0", "1")), names[0]))

    def _media(self, page: Page, row: Row, where: str) -> Raw:
        held: Raw = {}
        link = self._symbols.get(row["symbol_link_id"], {})
        if rid := text_id(link.get("rid")):
            data = self._images.value("symbols", "data", "rid", rid) if self._images else None
            if isinstance(data, bytes) and data:
                held.update(page.media.picture(data, where))
            else:
                held.update(page.media.symbol("touchchat", rid, where))
        elif row["symbol_link_id"]:
            self.notes.lose(OUTSIDE, where)
        number = row["resource_id"]
        data = self._base.value("sounds", "data", "resource_id", number)
        if isinstance(data, bytes) and data:
            held.update(page.media.sound(data, where))
        return held


def _by(rows: Iterator[Row], key: str) -> dict[object, Row]:
    found: dict[object, Row] = {}
    for row in rows:
        found.setdefault(row[key], row)
    return found


def _whole(value: object, usual: int = 0) -> int:
    """A whole number that a place, size or rank can be."""
    return value if isinstance(value, int) and -(10**9) < value < 10**9 else usual


def _columns(places: Sequence[Mapping[str, object]]) -> int:
    """A square, where the file does not say how wide a page is."""
    most = max((_whole(place["location"]) for place in places), default=0)
    side = 1
    while side * side <= min(most, 9_999):
        side += 1
    return side
