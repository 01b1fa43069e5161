"""`Board` -> file, strictly in the form that every program we know can read.

That is: text ids of plain signs, both path and id in every link, ``rgb()`` colours, three maps
in the manifest, one source for each picture, no byte-order mark.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

from aac.files.obf.actions import ACTION_FIELDS, action_fields, read_action, text_id
from aac.files.obf.colours import parse, to_hex, to_rgb
from aac.files.obf.disk import write_atomically
from aac.files.obf.grid import SPAN
from aac.files.obf.languages import in_own_language
from aac.files.obf.looks import usual_look
from aac.files.obf.media import FILES
from aac.files.obf.media_writer import MediaWriter, file_name
from aac.files.obf.raw import Raw, free_id, records
from aac.files.obf.read import FORMAT, MANIFEST, UNPLACED
from aac.model.board import Board, Cell, OpenBoard
from aac.ports import BoardProblem

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # a fixed date: the same boards give the same bytes

Content = Callable[[], bytes | None]
# The ids and paths of the boards in the file, by the ids they have in memory.
Targets = Mapping[str, tuple[str, str]]


def write_boards(boards: Sequence[Board], path: Path, packed: bool, by_name: bool = False) -> None:
    """Write a package, or one board by itself.  Raises `OSError` or `BoardProblem`.

    ``by_name``: of symbols of Wren's own sets only the names.
    """
    if not boards:
        raise BoardProblem("There is no board to write.")
    if not packed and len(boards) > 1:
        raise BoardProblem("An .obf file holds one board; use .obz for several.")
    if len({board.id for board in boards}) < len(boards):
        raise BoardProblem("Two boards have the same name.")
    taken: set[str] = set()
    names = {board.id: file_name(board.id, taken) for board in boards}
    media = MediaWriter(inline=not packed, by_name=by_name)
    if packed:
        targets = {key: (name, f"boards/{name}.obf") for key, name in names.items()}
    else:
        targets = _Beside(names)
    own = (in_own_language(board) for board in boards)
    written = {targets[board.id]: _json(_board(board, targets, media), not packed) for board in own}
    if not packed:
        (only,) = written.values()
        write_atomically(path, lambda file: file.write(only))
        return
    manifest = _json(_manifest(boards[0], list(written), media), False)
    members: dict[str, Content] = {"manifest.json": lambda: manifest}
    members.update({place: partial(bytes, board) for (_, place), board in written.items()})
    write_atomically(path, partial(_zip, {**members, **media.files}))


class _Beside(dict[str, tuple[str, str]]):
    """Boards written one by one: a link leads to a file of the board's name beside this one."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__({key: (name, f"{name}.obf") for key, name in names.items()})

    def __missing__(self, board_id: str) -> tuple[str, str]:
        name = file_name(board_id, set())
        return name, f"{name}.obf"


def _manifest(start: Board, places: Sequence[tuple[str, str]], media: MediaWriter) -> Raw:
    kept = start.extra.get(MANIFEST)
    return {
        **(kept if isinstance(kept, dict) else {}),
        "format": FORMAT,
        "root": places[0][1],
        "paths": {"boards": dict(places), **media.paths},
    }


def _board(board: Board, targets: Targets, media: MediaWriter) -> Raw:
    lists, renamed = media.add(board.extra)
    taken: set[str] = set()
    buttons: list[Raw] = []
    order: list[list[str | None]] = []
    for row in board.grid or ((None,),):
        places: list[str | None] = []
        for cell in row:
            if cell is None:
                places.append(None)
                continue
            if cell.id in taken:
                raise BoardProblem(f"Two cells of the board “{board.name}” have the same id.")
            taken.add(cell.id)
            places.append(cell.id)
            buttons.append(_renamed(_button(cell, targets), renamed))
        order.append(places)
    for button in records(board.extra.get(UNPLACED)):
        button_id = free_id(text_id(button.get("id")) or "button", taken)
        aside = {"label": "", **_without_none(button), "id": button_id}
        link = button.get("load_board")
        if isinstance(link, dict) and (target := text_id(link.get("id"))) in targets:
            aside["load_board"] = _link(target, link, targets)
        buttons.append(_renamed(aside, renamed))
    ours: Raw = {
        "format": FORMAT,
        "id": targets[board.id][0],
        "locale": board.locale,
        "name": board.name,
        "ext_wren_kind": board.kind.value,
        **({"ext_wren_private": True} if board.private else {}),
    }
    left_out = {UNPLACED, MANIFEST, FILES, "images", "sounds", *ours}
    return {
        **ours,
        **{key: value for key, value in board.extra.items() if key not in left_out},
        "buttons": buttons,
        **lists,
        "grid": {"rows": len(order), "columns": len(order[0]), "order": order},
    }


def _button(cell: Cell, targets: Targets) -> Raw:
    extra = dict(cell.extra)
    link = extra.pop("load_board", None)
    target = cell.action.board_id if isinstance(cell.action, OpenBoard) else cell.opens
    fields = _acting(cell, extra, target)
    if target:
        fields["load_board"] = _link(target, link, targets)
    elif link is not None:
        fields["load_board"] = link  # an address that Wren does not follow
    colours = {
        f"{part}_color": _colour(shown, fields.pop(f"{part}_color", None))
        for part, shown in (("background", cell.colour), ("border", cell.border))
    }
    marks = {
        "hidden": cell.hidden,
        "ext_wren_confirm": cell.confirm,
        "ext_wren_returns": cell.returns,
        "ext_wren_at_once": cell.at_once,
    }
    wide = (cell.width, cell.height) != (1, 1)
    return {
        "id": cell.id,
        "label": cell.label,
        **_without_none(fields),
        **{field: colour for field, colour in colours.items() if colour},
        **{key: True for key, value in marks.items() if value},
        **({"ext_wren_symbol": cell.symbol} if cell.symbol else {}),
        **({"ext_wren_look": cell.look.value} if cell.look != usual_look(cell.action) else {}),
        **({SPAN: {"columns": cell.width, "rows": cell.height}} if wide else {}),
    }


def _acting(cell: Cell, extra: Raw, target: str) -> Raw:
    """The fields that say what the cell does, with those of its file that still hold."""
    ours = action_fields(cell.action, cell.label)
    if cell.opens:
        ours["ext_wren_speak"] = True
    kept = {key: value for key, value in extra.items() if key not in ACTION_FIELDS}
    # As it was written; else with what Wren adds; else somebody has given it another action.
    for fields in (dict(extra), {**extra, **ours}, {**kept, **ours}):
        found = read_action({**fields, "label": cell.label}, cell.label, target or None)
        if (found.action, found.opens) == (cell.action, cell.opens):
            break
    codes = fields.get("actions") or [fields.get("action")]
    if isinstance(codes, list) and isinstance(codes[0], str):
        fields["action"], fields["actions"] = codes[0], codes
    return fields


def _link(target: str, link: object, targets: Targets) -> Raw:
    rest = link if isinstance(link, dict) else {}
    try:
        board_id, path = targets[target]
    except KeyError:
        return {**rest, "id": target}  # leads out of the package: a path would be a lie
    return {**rest, "id": board_id, "path": path}


def _colour(shown: str, written: object) -> str:
    """The colour as ``rgb()``; as it was written, where that said how see-through it is."""
    was = parse(written)
    if was and to_hex(was) == shown:
        return to_rgb(was)
    now = parse(shown)
    return to_rgb(now) if now else ""


def _renamed(button: Raw, renamed: Mapping[str, Mapping[str, str]]) -> Raw:
    """The button with the ids that its picture and sound have in this file; dead ones go."""
    for field, ids in renamed.items():
        if field in button:
            new = ids.get(text_id(button[field]))
            if new is None:
                del button[field]
            else:
                button[field] = new
    return button


def _without_none(fields: Raw) -> Raw:
    return {key: value for key, value in fields.items() if value is not None}


def _json(raw: Raw, readable: bool) -> bytes:
    """In lines for a lone board, which people look into; in a package without, ten times as fast.

    Raises `BoardProblem` where a kept field cannot be written.
    """
    indent = 1 if readable else None
    try:
        try:
            text = json.dumps(raw, ensure_ascii=False, allow_nan=False, indent=indent)
            return text.encode("utf-8")
        except UnicodeEncodeError:  # half characters in a field that Wren only keeps
            return json.dumps(raw, allow_nan=False, indent=indent).encode("ascii")
    except (ValueError, TypeError, RecursionError):
        raise BoardProblem("The board holds something that cannot be written.") from None


def _zip(members: Mapping[str, Content], file: BinaryIO) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, _EARLIEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, content() or b"")
