"""Cboard ``board.json``: a list of boards with tiles (facts: boards.md 4.5)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from aac.files.imports.cells import colour_of, make_cell
from aac.files.imports.deeds import Deeds
from aac.files.imports.draft import Counter, Page
from aac.files.imports.finish import Result, page_ids, read_only
from aac.files.imports.json_parts import json_file, listed, mapping, text_of, whole
from aac.files.imports.media import NOT_PLAYED, NOT_SHOWN, Media, Shelf
from aac.files.notes import Notes, Reading
from aac.files.obf.actions import SPOKEN_LIMIT, clean, text_id
from aac.files.obf.content import data_uri
from aac.files.obf.grid import SIDE_LIMIT
from aac.files.obf.raw import Raw
from aac.model.board import Board
from aac.model.commands import Command
from aac.ports import BoardProblem

_COLUMNS = 6  # where the board does not say
_TILES = re.compile(rb'"tiles"\s*:\s*\[')
_COMMANDS: Mapping[str, Command] = {
    ":space": Command.SPACE,
    ":clear": Command.CLEAR,
    ":backspace": Command.DELETE_LETTER,
    ":deleteword": Command.DELETE_WORD,
    ":speak": Command.SPEAK,
    ":home": Command.HOME,
    ":back": Command.BACK,
}
NAMED = "A label is only the name of a text in Cboard; words were made from that name."


@dataclass(frozen=True)
class CboardFormat:
    """The board format socket for Cboard, for reading only."""

    suffixes: tuple[str, ...] = (".json",)

    def recognises(self, path: Path, head: bytes) -> bool:
        """Whether it is JSON with tiles near its beginning."""
        return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") and bool(_TILES.search(head))

    def read(self, path: Path) -> tuple[Board, ...]:
        """The boards in the file, the start board first.  Raises `BoardProblem`."""
        return self.examine(path).boards

    def examine(self, path: Path) -> Reading:
        """As `read`, and says what was mended and what was lost.  Raises `BoardProblem`."""
        return Result(*_read(path)).reading()

    def write(self, boards: Sequence[Board], path: Path) -> None:
        """Raises `BoardProblem`: Wren writes the open format only."""
        read_only()


def _read(path: Path) -> tuple[list[Board], Notes]:
    notes, counter = Notes(), Counter()
    raw = {text_id(one.get("id")) or f"board-{n}": one
           for n, one in reversed(list(enumerate(_raw_boards(json_file(path)))))}  # fmt: skip
    if not raw:
        raise BoardProblem("The file holds no boards that Wren knows.")
    start = "root" if "root" in raw else list(raw)[-1]
    ordered = [start, *(key for key in reversed(raw) if key != start)]
    ids = page_ids(ordered, path)
    shelf = Shelf()
    boards: list[Board] = []
    for key in ordered:
        one = raw[key]
        name = clean(one.get("name")) or _words_of(one.get("nameKey")) or "Page"
        if boards and not counter.in_time(notes, name):
            continue
        tiles = listed(one.get("tiles"))
        grid = mapping(one.get("grid"))
        columns = whole(grid.get("columns"), 0) or _COLUMNS
        columns = min(max(columns, math.ceil(len(tiles) / SIDE_LIMIT), 1), SIDE_LIMIT)
        rows = whole(grid.get("rows"), 0) or math.ceil(len(tiles) / columns)
        locale = clean(one.get("locale")) or "en"
        page = Page(ids[key], name, rows, columns, locale, Media(shelf, notes), counter)
        spots = _spots(grid.get("order"))
        for n, tile in enumerate(tiles):
            tile_id = text_id(tile.get("id")) or f"tile-{n}"
            row, column = spots.get(tile_id, (n // columns, n % columns) if not spots else (-1, -1))
            _tile(page, tile, tile_id, (column, row), ids)
        boards += page.boards()
    return boards, notes


def _raw_boards(raw: object) -> Iterator[Raw]:
    """The boards, wherever a version of the file has them."""
    if isinstance(raw, dict) and isinstance(raw.get("tiles"), list):
        yield raw
    elif isinstance(raw, dict):
        for part in raw.values():
            yield from (one for one in listed(part) if isinstance(one.get("tiles"), list))
    else:
        yield from (one for one in listed(raw) if isinstance(one.get("tiles"), list))


def _spots(order: object) -> dict[str, tuple[int, int]]:
    """Tile -> row and column, where the board has a fixed order."""
    found: dict[str, tuple[int, int]] = {}
    for y, row in enumerate(order if isinstance(order, list) else []):
        for x, entry in enumerate(row if isinstance(row, list) else []):
            if tile_id := text_id(entry):
                found.setdefault(tile_id, (y, x))
    return found


def _tile(page: Page, tile: Raw, tile_id: str, at: tuple[int, int], ids: Mapping[str, str]) -> None:
    label = text_of(tile.get("label"))
    if not label and (label := _words_of(tile.get("labelKey"))):
        page.notes.mend(NAMED, page.where(label))
    where = page.where(label or tile_id)
    deeds = Deeds(page.notes, where)
    _do(clean(tile.get("action")), deeds)
    if link := text_id(tile.get("loadBoard")):
        deeds.opens = ids.get(link, link)
    elif not deeds.any():
        deeds.says = clean(tile.get("vocalization"), SPOKEN_LIMIT)
    cell = make_cell(
        page, tile_id, label, deeds,
        colour=colour_of(tile.get("backgroundColor")),
        border=colour_of(tile.get("borderColor")),
        hidden=tile.get("hidden") is True,
        media={**_picture(page, tile, where), **_sound(page, tile, where)},
    )  # fmt: skip
    page.put(cell, *at)


def _do(code: str, deeds: Deeds) -> None:
    if code.startswith("+") and len(code) > 1:
        deeds.types = code[1:]
    elif code in _COMMANDS:
        deeds.commands.append(_COMMANDS[code])
    elif code:
        deeds.lose(f"a command of Cboard ({code[:60]})")


def _words_of(key: object) -> str:
    """ "symbol.foodDrinks.appleJuice" -> "apple juice": the file has only the name of the text."""
    last = clean(key).rpartition(".")[2]
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", last).replace("_", " ").lower().strip()


def _picture(page: Page, tile: Raw, where: str) -> Raw:
    image = tile.get("image")
    if not isinstance(image, str) or not image.strip():
        return {}
    if image.startswith("data:"):
        if data := data_uri(image):
            return page.media.picture(data, where)
        page.notes.lose(NOT_SHOWN, where)
        return {}
    parts = image.strip("/").split("/")
    if parts[0] == "symbols" and len(parts) > 2:
        return page.media.symbol(parts[1], "/".join(parts[2:]), where)
    return page.media.address(image, where)


def _sound(page: Page, tile: Raw, where: str) -> Raw:
    sound = tile.get("sound")
    if not isinstance(sound, str) or not sound:
        return {}
    if data := data_uri(sound):
        return page.media.sound(data, where)
    page.notes.lose(NOT_PLAYED, where)
    return {}
