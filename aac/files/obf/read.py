"""A board as it stands in a file -> `Board`, forgiving all that real files do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from aac.files.obf.actions import (
    LABEL_LIMIT,
    ReadAction,
    clean,
    read_action,
    text_id,
)
from aac.files.obf.colours import parse, to_hex
from aac.files.obf.grid import places
from aac.files.obf.media import attach
from aac.files.obf.package import Package
from aac.files.obf.raw import Notes, Raw, free_id, plain_path, records
from aac.model.board import (
    Action,
    AddText,
    Alarm,
    Board,
    BoardKind,
    Cell,
    Do,
    Look,
    Nth,
    OpenBoard,
    SayPhrase,
)

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
    )
)
_LOOKS: Mapping[str, Look] = {look.value: look for look in Look}
_KINDS: Mapping[str, BoardKind] = {kind.value: kind for kind in BoardKind}
# So many letters, and a board that does not say what it is for is for spelling.
_LETTERS_OF_AN_ALPHABET = 20

Resolve = Callable[[object], str | None]


def read_boards(package: Package, notes: Notes) -> tuple[Board, ...]:
    """All boards of the package, the start board first.  Raises `BoardProblem`."""
    ids = _board_ids(package, notes)
    resolve = _resolver(package, ids)
    boards: list[Board] = []
    for path, raw in package.boards.items():
        attached = attach(raw, package)
        boards.append(_board(attached, ids[path], resolve, notes))
    if package.manifest_extra:
        first = boards[0]
        extra = {**first.extra, MANIFEST: package.manifest_extra}
        boards[0] = Board(
            first.id, first.name, first.grid, first.kind, first.locale, first.private, extra
        )
    return tuple(boards)


def _board_ids(package: Package, notes: Notes) -> dict[str, str]:
    """Path -> the board's id, each different."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for path, raw in package.boards.items():
        wanted = clean(text_id(raw.get("id"))) or PurePosixPath(path).stem
        ids[path] = free_id(wanted, taken)
        if ids[path] != wanted:
            notes.mend("Two boards have the same id.")
    return ids


def _resolver(package: Package, ids: Mapping[str, str]) -> Resolve:
    own = {board_id: board_id for board_id in ids.values()}
    by_path = {**{path.lower(): board_id for path, board_id in ids.items()}, **ids}

    def resolve(link: object) -> str | None:
        """The id of the board that a ``load_board`` means: by its path, then its id, then by
        the manifest.  One that is not there keeps its name; no name is no link."""
        if not isinstance(link, dict):
            return None
        wanted = clean(text_id(link.get("id")))
        written = link.get("path")
        path = plain_path(written) if isinstance(written, str) else ""
        listed = package.ids.get(wanted, "")
        return (
            by_path.get(path)
            or by_path.get(path.lower())
            or own.get(wanted)
            or by_path.get(listed)
            or wanted
            or clean(PurePosixPath(path).stem)
            or None
        )

    return resolve


def _board(raw: Raw, board_id: str, resolve: Resolve, notes: Notes) -> Board:
    if not isinstance(raw.get("format"), str) or not clean(raw.get("locale")):
        notes.mend("A board does not say its format or language.")
    buttons, unplaced = _buttons(raw.get("buttons"), notes)
    order = places(raw.get("grid"), tuple(buttons))
    taken = set(buttons)
    seen: set[str] = set()
    grid: list[tuple[Cell | None, ...]] = []
    for row in order:
        cells: list[Cell | None] = []
        for place in row:
            if place is None:
                cells.append(None)
                continue
            # One button in two places becomes two cells: each is lit by itself.
            cell_id = free_id(place, taken) if place in seen else place
            seen.add(place)
            cells.append(_cell(buttons[place], cell_id, resolve, notes))
        grid.append(tuple(cells))
    unplaced += [button for button_id, button in buttons.items() if button_id not in seen]
    extra = {key: raw[key] for key in raw if key not in _BOARD_FIELDS}
    if unplaced:
        notes.mend("Buttons that have no place on the board are kept aside.")
        extra[UNPLACED] = unplaced
    return Board(
        id=board_id,
        name=clean(raw.get("name")) or board_id,
        grid=tuple(grid),
        kind=_kind(raw.get("ext_wren_kind"), grid),
        locale=clean(raw.get("locale")) or "en",
        private=raw.get("ext_wren_private") is True,
        extra=extra,
    )


def _buttons(raw: object, notes: Notes) -> tuple[dict[str, Raw], list[Raw]]:
    """The buttons by id, and those whose id another has already."""
    buttons: dict[str, Raw] = {}
    doubled: list[Raw] = []
    for n, button in enumerate(records(raw)):
        button_id = clean(text_id(button.get("id"))) or f"cell-{n + 1}"
        if button_id in buttons:
            notes.mend("Two buttons have the same id: the first one is used.")
            doubled.append(button)
        else:
            buttons[button_id] = button
    return buttons, doubled


def _cell(raw: Raw, cell_id: str, resolve: Resolve, notes: Notes) -> Cell:
    shown = raw.get("label")
    label = clean(shown)
    if isinstance(shown, str) and len(shown) > LABEL_LIMIT:
        notes.mend("A label is too long to be shown whole.")
    target = resolve(raw["load_board"]) if raw.get("load_board") else None
    found = read_action(raw, label, target)
    if found.unknown:
        notes.lose("A button does something that Wren does not have; it says its label.")
    colour = parse(raw.get("background_color"))
    return Cell(
        id=cell_id,
        label=label or _label_instead(found),
        action=found.action,
        look=_look(raw.get("ext_wren_look"), found.action),
        hidden=raw.get("hidden") in (True, "true", "yes"),
        confirm=raw.get("ext_wren_confirm") is True,
        returns=raw.get("ext_wren_returns") is True,
        at_once=raw.get("ext_wren_at_once") is True,
        opens=found.opens,
        symbol=clean(raw.get("ext_wren_symbol")),
        colour=to_hex(colour) if colour else "",
        extra=_kept(raw, found),
    )


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
    colour = extra.pop("background_color", None)
    if (parsed := parse(colour)) and parsed[3] < 1:
        extra["background_color"] = colour  # the blend alone would lose how see-through it is
    link = raw.get("load_board")
    if "load_board" in found.used and isinstance(link, dict):
        rest = {key: link[key] for key in link if key not in ("id", "path") and link[key]}
        if rest:
            extra["load_board"] = rest
    return extra


def usual_look(action: Action) -> Look:
    """How a cell looks that does not say so."""
    match action:
        case AddText(text):
            return Look.LETTER if len(text) == 1 else Look.WORD
        case Alarm():
            return Look.EMERGENCY
        case OpenBoard():
            return Look.LINK
        case Do():
            return Look.CONTROL
        case Nth(kind):
            return Look.WORD if kind == "word" else Look.PHRASE
        case _:
            return Look.PHRASE


def _look(raw: object, action: Action) -> Look:
    said = _LOOKS.get(raw) if isinstance(raw, str) else None
    return said or usual_look(action)


def _kind(raw: object, grid: list[tuple[Cell | None, ...]]) -> BoardKind:
    if isinstance(raw, str) and raw in _KINDS:
        return _KINDS[raw]
    letters = sum(1 for row in grid for cell in row if cell and isinstance(cell.action, AddText))
    return BoardKind.SPELLING if letters >= _LETTERS_OF_AN_ALPHABET else BoardKind.PHRASES
