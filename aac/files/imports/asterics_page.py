"""One grid of AsTeRICS Grid."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from aac.files.imports.cells import colour_of, make_cell
from aac.files.imports.deeds import Deeds
from aac.files.imports.draft import Counter, Page
from aac.files.imports.json_parts import listed, mapping, text_of, texts, whole
from aac.files.imports.limits import SIDE_LIMIT
from aac.files.imports.media import NOT_SHOWN, Media, Shelf
from aac.files.notes import Notes
from aac.files.obf.actions import SPOKEN_LIMIT, clean, text_id
from aac.files.obf.content import data_uri
from aac.files.obf.raw import Raw
from aac.model.board import Board
from aac.model.commands import Command

# The kinds of cells that the program fills by itself (boards.md 4.4).
_LEFT_OUT = {
    "ELEMENT_TYPE_COLLECT": "The message window of a page is left out: Wren has its own.",
    "ELEMENT_TYPE_PREDICTION": "Places for predicted words are left out: "
    "Wren offers words beside the board.",
}
_COLLECT: Mapping[str, Command] = {
    "COLLECT_ACTION_SPEAK": Command.SPEAK,
    "COLLECT_ACTION_SPEAK_CONTINUOUS": Command.SPEAK,
    "COLLECT_ACTION_CLEAR": Command.CLEAR,
    "COLLECT_ACTION_REMOVE_WORD": Command.DELETE_WORD,
    "COLLECT_ACTION_REMOVE_CHAR": Command.DELETE_LETTER,
}
_SILENT = frozenset(("GridActionPredict",))  # fills places that are left out
_NAMES = {
    "GridActionHTTP": "calling a web address",
    "GridActionARE": "control of things in the room",
    "GridActionOpenHAB": "control of things in the room",
    "GridActionMatrix": "chat messages",
    "GridActionUART": "control of things by cable",
    "GridActionWebradio": "radio",
    "GridActionYoutube": "videos",
    "GridActionChangeLang": "changing the language",
    "GridActionOpenWebpage": "web pages",
    "GridActionWordForm": "word forms",
    "GridActionSystem": "settings of AsTeRICS Grid",
    "GridActionCollectElement": "editing",
    "GridActionNavigate": "going to another page",
}


@dataclass(frozen=True)
class Found:
    """What all grids of a file share.  ``home``: the id of the first board."""

    ids: Mapping[str, str]
    home: str
    language: str
    colours: Mapping[str, str]
    shelf: Shelf
    counter: Counter
    notes: Notes


def read_page(found: Found, grid: Raw) -> Iterator[Board]:
    grid_id = text_id(grid.get("id"))
    page = Page(
        id=found.ids[grid_id],
        name=text_of(grid.get("label"), found.language) or "Page",
        rows=_side(grid, "rowCount", "y", "height"),
        columns=_side(grid, "minColumnCount", "x", "width"),
        locale=found.language.replace("_", "-"),
        media=Media(found.shelf, found.notes),
        counter=found.counter,
    )
    for element in listed(grid.get("gridElements")):
        _element(found, page, element)
    yield from page.boards()


def _side(grid: Raw, least: str, at: str, size: str) -> int:
    """How wide or high the grid is: as it says, and as its cells need."""
    side = whole(grid.get(least), 0) or 0
    for element in listed(grid.get("gridElements")):
        end = (whole(element.get(at), 0) or 0) + (whole(element.get(size), 1) or 1)
        if side < end <= SIDE_LIMIT:
            side = end
    return side


def _element(found: Found, page: Page, element: Raw) -> None:
    kind = clean(element.get("type")) or "ELEMENT_TYPE_NORMAL"
    shown = text_of(element.get("label"), found.language)
    where = page.where(shown or clean(text_id(element.get("id")))[:20])
    if kind != "ELEMENT_TYPE_NORMAL":
        if says := _LEFT_OUT.get(kind):
            page.notes.mend(says, where)
        else:
            page.notes.lose(f"Not done in Wren: a place that fills itself ({kind[:40]}).", where)
        return
    deeds = Deeds(page.notes, where)
    media: Raw = {}
    for action in listed(element.get("actions")):
        _do(found, action, deeds, shown)
        if clean(action.get("modelName")) == "GridActionAudio":
            media.update(_recording(page, action, where))
    if deeds.opens and deeds.says == shown:
        deeds.says = ""  # a link opens its page without saying its name first (boards.md 1.10)
    media.update(_picture(page, element.get("image"), where))
    cell = make_cell(
        page, text_id(element.get("id")), shown, deeds,
        size=(whole(element.get("width"), 1) or 1, whole(element.get("height"), 1) or 1),
        colour=colour_of(element.get("backgroundColor"))
        or colour_of(found.colours.get(clean(element.get("colorCategory")), "")),
        border=colour_of(element.get("borderColor")),
        hidden=element.get("hidden") is True,
        media=media,
        extra=_translations(element, found.language),
    )  # fmt: skip
    page.put(cell, whole(element.get("x"), None), whole(element.get("y"), None))


def _do(found: Found, action: Raw, deeds: Deeds, shown: str) -> None:
    name = clean(action.get("modelName"))
    if name == "GridActionSpeak":
        deeds.says = deeds.says or _signs(shown)
    elif name == "GridActionSpeakCustom":
        said = text_of(action.get("speakText"), found.language)
        deeds.says = clean(said, SPOKEN_LIMIT) or deeds.says
    elif name == "GridActionNavigate":
        _navigate(found, action, deeds)
    elif name == "GridActionCollectElement" and clean(action.get("action")) in _COLLECT:
        command = _COLLECT[clean(action.get("action"))]
        if command not in deeds.commands:
            deeds.commands.append(command)
    elif name not in _SILENT and name != "GridActionAudio":
        detail = clean(action.get("action") or action.get("navType")) or name
        deeds.lose(f"{_NAMES.get(name, 'a command of AsTeRICS Grid')} ({detail[:60] or '?'})")


def _navigate(found: Found, action: Raw, deeds: Deeds) -> None:
    """``navType`` is absent in files before version 4: then it leads to the grid that is named."""
    kind = clean(action.get("navType")) or "navigateToGrid"
    if kind == "navigateToGrid":
        wanted = text_id(action.get("toGridId"))
        deeds.opens = deeds.opens or found.ids.get(wanted, wanted)
    elif kind == "navigateToHomeGrid":
        deeds.opens = deeds.opens or found.home
    elif kind == "navigateToLastOpenedGrid":
        deeds.back = True
    else:
        deeds.lose(f"going to another page ({kind[:40]})")


def _signs(shown: str) -> str:
    """What a cell writes: a lone letter goes into the message as a small one."""
    return shown.lower() if len(shown) == 1 and len(shown.lower()) == 1 else shown


def _translations(element: Raw, language: str) -> Raw:
    """The labels in the other languages, as the Open Board Format has them."""
    others: dict[str, Raw] = {}
    for key, text in texts(element.get("label")).items():
        others.setdefault(key, {})["label"] = text
    for action in listed(element.get("actions")):
        if clean(action.get("modelName")) == "GridActionSpeakCustom":
            for key, text in texts(action.get("speakText")).items():
                others.setdefault(key, {})["vocalization"] = text
    found = {key: words for key, words in others.items() if key not in ("", language)}
    return {"translations": found} if found else {}


def _picture(page: Page, raw: object, where: str) -> Raw:
    image = mapping(raw)
    data, url = image.get("data"), image.get("url")
    if isinstance(data, str) and data:
        if found := data_uri(data):
            return page.media.picture(found, where)
        page.notes.lose(NOT_SHOWN, where)
        return {}
    return page.media.address(url, where) if isinstance(url, str) and url.strip() else {}


def _recording(page: Page, action: Raw, where: str) -> Raw:
    raw = action.get("dataBase64")
    if not isinstance(raw, str) or not raw:
        return {}
    decode: Callable[[str], bytes | None] = data_uri if raw.startswith("data:") else _decoded
    return page.media.sound(data, where) if (data := decode(raw)) else {}


def _decoded(raw: str) -> bytes | None:
    try:
        return base64.b64decode(raw + "=" * (-len(raw) % 4))
    except (binascii.Error, ValueError):
        return None
