"""A board as it stands in a file -> `Board`, forgiving all that real files do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aac.files.notes import Notes, place
from aac.files.obf.actions import LABEL_LIMIT, ReadAction, clean, read_action, text_id
from aac.files.obf.colours import parse, to_hex
from aac.files.obf.grid import SPAN, places, spans
from aac.files.obf.looks import kind_of_board, look_of
from aac.files.obf.media import KINDS
from aac.files.obf.raw import Raw, free_id, records
from aac.model.board import Board, Cell, SayPhrase

FORMAT = "open-board-0.1"
UNPLACED = "ext_wren_unplaced"  # buttons of the file that stand nowhere on its grid
MANIFEST = "ext_wren_manifest"  # fields of the manifest that Wren does not know

_BOARD_FIELDS = frozenset(
    ("format", "id", "locale", "name", "buttons", "grid", "ext_wren_kind", "ext_wren_private")
)
_BUTTON_FIELDS = frozenset(
    (
        "id",
        "label",
        "hidden",
        "ext_wren_look",
        "ext_wren_confirm",
        "ext_wren_returns",
        "ext_wren_at_once",
        "ext_wren_symbol",
        SPAN,
    )
)

# What a `load_board` leads to: the id of a board, `None` where it names none.
Target = Callable[[object], str | None]
# Field of a button -> id of a picture or sound -> its key, "" where the bytes are not there.
Keys = Mapping[str, Mapping[str, str]]


class BoardBeingRead:
    """One board, and where to say what was mended in it."""

    def __init__(self, name: str, keys: Keys, target: Target, notes: Notes) -> None:
        self._name = name
        self._keys = keys
        self._target = target
        self._notes = notes

    def board(self, raw: Raw, board_id: str) -> Board:
        self._look_at_head(raw)
        buttons, unplaced = self._buttons(raw.get("buttons"))
        order = places(raw.get("grid"), buttons, self._notes, self._name)
        wide = spans(order, buttons, self._notes, self._name)
        taken = set(buttons)
        seen: set[str] = set()
        grid: list[tuple[Cell | None, ...]] = []
        for row in order:
            cells: list[Cell | None] = []
            for place_of in row:
                if place_of is None:
                    cells.append(None)
                    continue
                # One button in two places becomes two cells: each is lit by itself.
                cell_id = free_id(place_of, taken) if place_of in seen else place_of
                size = (1, 1) if place_of in seen else wide.get(place_of, (1, 1))
                seen.add(place_of)
                cells.append(self._cell(buttons[place_of], cell_id, size))
            grid.append(tuple(cells))
        unplaced += [button for button_id, button in buttons.items() if button_id not in seen]
        extra = {key: raw[key] for key in raw if key not in _BOARD_FIELDS}
        if unplaced:
            extra[UNPLACED] = [self._set_aside(button) for button in unplaced]
        return Board(
            id=board_id,
            name=self._name,
            grid=tuple(grid),
            kind=kind_of_board(raw.get("ext_wren_kind"), grid),
            locale=clean(raw.get("locale")) or "en",
            private=raw.get("ext_wren_private") is True,
            extra=extra,
        )

    def _look_at_head(self, raw: Raw) -> None:
        said = raw.get("format")
        if not isinstance(said, str) or not clean(raw.get("locale")):
            self._notes.mend("A board does not say its format or language.", self._name)
        elif said != FORMAT:
            self._notes.mend("A board is of another version of the format.", self._name)
        for kind, lists in (("picture", "images"), ("sound", "sounds")):
            for record in records(raw.get(lists)):
                self._look_at_media(record, kind, KINDS[lists])

    def _look_at_media(self, record: Raw, kind: str, field: str) -> None:
        if self._keys[field].get(text_id(record.get("id"))):
            return
        if isinstance(record.get("url"), str) and record["url"]:
            self._notes.lose(f"A {kind} is only on the internet, and is not fetched.", self._name)
        elif record.get("symbol"):
            self._notes.lose(f"A {kind} is of a set that is not in the file.", self._name)
        else:
            self._notes.lose(f"A {kind} is not in the file, or cannot be read.", self._name)

    def _buttons(self, raw: object) -> tuple[dict[str, Raw], list[Raw]]:
        """The buttons by id, and those whose id another has already."""
        buttons: dict[str, Raw] = {}
        doubled: list[Raw] = []
        for n, button in enumerate(records(raw)):
            button_id = clean(text_id(button.get("id"))) or f"cell-{n + 1}"
            if button_id in buttons:
                self._notes.mend(
                    "Two buttons have the same id: the first one is used.",
                    place(self._name, clean(button.get("label")) or button_id),
                )
                doubled.append(button)
            else:
                buttons[button_id] = button
        return buttons, doubled

    def _set_aside(self, raw: Raw) -> Raw:
        """A button without a place; its link names the board as Wren does, to be written."""
        where = place(self._name, clean(raw.get("label")) or text_id(raw.get("id")))
        self._notes.mend("A button has no place on the board; it is kept aside.", where)
        link = raw.get("load_board")
        target = self._target(link)
        return {**raw, "load_board": {**link, "id": target}} if isinstance(link, dict) else raw

    def _cell(self, raw: Raw, cell_id: str, size: tuple[int, int]) -> Cell:
        shown = raw.get("label")
        label = clean(shown)
        where = place(self._name, label or cell_id)
        if isinstance(shown, str) and len(shown) > LABEL_LIMIT:
            self._notes.mend("A label is too long to be shown whole.", where)
        link = raw.get("load_board")
        target = self._target(link) if link else None
        found = read_action(raw, label, target)
        self._tell_action(found, raw, target, where)
        colour, border = (self._colour(raw.get(f"{part}_color"), where)
                          for part in ("background", "border"))  # fmt: skip
        return Cell(
            id=cell_id,
            label=label or _label_instead(found),
            action=found.action,
            look=look_of(raw.get("ext_wren_look"), found.action),
            hidden=raw.get("hidden") in (True, "true", "yes"),
            confirm=raw.get("ext_wren_confirm") is True,
            returns=raw.get("ext_wren_returns") is True,
            at_once=raw.get("ext_wren_at_once") is True,
            opens=found.opens,
            symbol=clean(raw.get("ext_wren_symbol")),
            colour=colour,
            border=border,
            picture=self._media(raw, "image_id", where),
            sound=self._media(raw, "sound_id", where),
            width=size[0],
            height=size[1],
            extra=_kept(raw, found),
        )

    def _tell_action(self, found: ReadAction, raw: Raw, target: str | None, where: str) -> None:
        if found.unknown:
            self._notes.lose(
                f"A button does something that Wren does not have ({found.unknown}); "
                "it says its label.",
                where,
            )
        if found.more:
            self._notes.lose("A button does several things; Wren does the first it has.", where)
        link = raw.get("load_board")
        if (raw.get("url") or (isinstance(link, dict) and link.get("url"))) and target is None:
            self._notes.lose("A button leads to a page on the internet; it says its label.", where)

    def _colour(self, raw: object, where: str) -> str:
        colour = parse(raw)
        if colour is None and raw not in (None, ""):
            self._notes.mend("A colour could not be understood; the usual one is used.", where)
        return to_hex(colour) if colour else ""

    def _media(self, raw: Raw, field: str, where: str) -> str:
        wanted = text_id(raw.get(field))
        if wanted and wanted not in self._keys[field]:
            self._notes.mend("A button names a picture or sound that is not there.", where)
        return self._keys[field].get(wanted, "")


def _label_instead(found: ReadAction) -> str:
    """Something to show on a button that has a voice but no label."""
    return found.action.text[:LABEL_LIMIT] if isinstance(found.action, SayPhrase) else ""


def _kept(raw: Raw, found: ReadAction) -> Raw:
    """The fields of a button that are to be written back as they are."""
    extra = {
        key: value
        for key, value in raw.items()
        if key not in _BUTTON_FIELDS and key not in found.used and value is not None
    }
    for field in ("background_color", "border_color"):
        colour = extra.pop(field, None)
        if (parsed := parse(colour)) and parsed[3] < 1:
            extra[field] = colour  # the blend alone would lose how see-through it is
    link = raw.get("load_board")
    if "load_board" in found.used and isinstance(link, dict):
        rest = {key: link[key] for key in link if key not in ("id", "path") and link[key]}
        if rest:
            extra["load_board"] = rest
    return extra
