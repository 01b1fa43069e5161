"""`Board` -> file, strictly in the form that every program we know can read.

That is: text ids of plain signs, both path and id in every link, ``rgb()`` colours, three maps
in the manifest, one source for each picture, no byte-order mark.
"""

from __future__ import annotations

import json
import os
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

from aac.files.obf.actions import ACTION_FIELDS, action_fields, read_action, text_id
from aac.files.obf.colours import parse, to_hex, to_rgb
from aac.files.obf.media import FILES, MediaWriter, file_name
from aac.files.obf.raw import Raw, free_id, records
from aac.files.obf.read import MANIFEST, UNPLACED, usual_look
from aac.model.board import Board, Cell, OpenBoard
from aac.ports import BoardProblem

FORMAT = "open-board-0.1"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # a fixed date: the same boards give the same bytes

# The ids and paths of the boards in the file, by the ids they have in memory.
Targets = Mapping[str, tuple[str, str]]


def write_boards(boards: Sequence[Board], path: Path, packed: bool) -> None:
    """Write a package, or one board by itself.  Raises `OSError` or `BoardProblem`."""
    if not boards:
        raise BoardProblem("There is no board to write.")
    if not packed and len(boards) > 1:
        raise BoardProblem("An .obf file holds one board; use .obz for several.")
    if len({board.id for board in boards}) < len(boards):
        raise BoardProblem("Two boards have the same name.")
    taken: set[str] = set()
    names = {board.id: file_name(board.id, taken) for board in boards}
    media = MediaWriter(inline=not packed)
    if packed:
        targets = {key: (name, f"boards/{name}.obf") for key, name in names.items()}
    else:
        targets = _Beside(names)
    written = {targets[board.id]: _board(board, targets, media) for board in boards}
    if not packed:
        (only,) = written.values()
        _write_atomically(path, _json(only))
        return
    manifest = _manifest(boards[0], list(written), media)
    members = {"manifest.json": _json(manifest)}
    members.update({place: _json(board) for (_, place), board in written.items()})
    _write_atomically(path, _zipped({**members, **media.files}))


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
        buttons.append(_renamed({**_without_none(button), "id": button_id}, renamed))
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
    colour = _colour(cell.colour, fields.pop("background_color", None))
    border = parse(fields.pop("border_color", None))
    marks = {
        "hidden": cell.hidden,
        "ext_wren_confirm": cell.confirm,
        "ext_wren_returns": cell.returns,
        "ext_wren_at_once": cell.at_once,
    }
    return {
        "id": cell.id,
        "label": cell.label,
        **_without_none(fields),
        **({"background_color": colour} if colour else {}),
        **({"border_color": to_rgb(border)} if border else {}),
        **{key: True for key, value in marks.items() if value},
        **({"ext_wren_symbol": cell.symbol} if cell.symbol else {}),
        **({"ext_wren_look": cell.look.value} if cell.look != usual_look(cell.action) else {}),
    }


def _acting(cell: Cell, extra: Raw, target: str) -> Raw:
    """The fields that say what the cell does, with those of its file that still hold."""
    ours = action_fields(cell.action, cell.label)
    if cell.opens:
        ours["ext_wren_speak"] = True
    fields = {**extra, **ours}
    found = read_action({**fields, "label": cell.label}, cell.label, target or None)
    if (found.action, found.opens) != (cell.action, cell.opens):
        # Somebody has given the cell another action since it was read.
        kept = {key: value for key, value in extra.items() if key not in ACTION_FIELDS}
        fields = {**kept, **ours}
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


def _json(raw: Raw) -> bytes:
    """Raises `BoardProblem` where a kept field cannot be written."""
    try:
        try:
            text = json.dumps(raw, ensure_ascii=False, allow_nan=False, indent=1)
            return text.encode("utf-8")
        except UnicodeEncodeError:  # half characters in a field that Wren only keeps
            return json.dumps(raw, allow_nan=False, indent=1).encode("ascii")
    except (ValueError, TypeError, RecursionError):
        raise BoardProblem("The board holds something that cannot be written.") from None


def _zipped(members: Mapping[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, _EARLIEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return buffer.getvalue()


def _write_atomically(path: Path, data: bytes) -> None:
    """Either all of ``data`` is in the file or the file is as it was, also after a power cut."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:  # whatever it was, it goes on; only the half-written file does not stay
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Where the system has it, make the new name last; the data is safe without."""
    if not hasattr(os, "O_DIRECTORY"):  # Windows
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
