"""What a Snap button does: its list of commands as JSON, and its recording.

The numbers of the commands are those that boards.md 4.2 gives; of all others the name is not
known, so they are told by their number.
"""

from __future__ import annotations

from collections.abc import Callable

from aac.files.imports.database import Row
from aac.files.imports.deeds import Deeds
from aac.files.obf.actions import text_id
from aac.files.obf.raw import json_from
from aac.model.commands import Command
from aac.ports import BoardProblem

_LINK, _MESSAGE, _CLEAR, _HOME, _KEYBOARD, _DASHBOARD = "2", "3", "9", "16", "17", "18"
_LIMIT = 100_000  # signs of one list


def do_commands(
    written: object, deeds: Deeds, board_of: Callable[[object], str], home: str
) -> None:
    """Add to ``deeds`` what the list of commands says."""
    if not isinstance(written, str) or not written.strip() or len(written) > _LIMIT:
        return
    try:
        raw = json_from(written.encode("utf-8", "replace"))
    except BoardProblem:
        deeds.notes.lose("The commands of a cell are damaged.", deeds.where)
        return
    values = raw.get("$values") if isinstance(raw, dict) else raw
    for command in values if isinstance(values, list) else []:
        if isinstance(command, dict):
            _do(command, deeds, board_of, home)


def _do(
    command: dict[str, object], deeds: Deeds, board_of: Callable[[object], str], home: str
) -> None:
    kind = text_id(command.get("$type"))
    if kind == _LINK and command.get("LinkedPageId"):
        deeds.opens = deeds.opens or board_of(command["LinkedPageId"])
    elif kind == _HOME:
        deeds.opens = deeds.opens or home
    elif kind == _CLEAR:
        deeds.commands.append(Command.CLEAR)
    elif kind == _KEYBOARD:
        deeds.commands.append(Command.SPELL)
    elif kind == _DASHBOARD:
        deeds.lose("Snap's own dashboard")
    elif kind != _MESSAGE:
        deeds.lose(f"a command of Snap (number {kind[:20] or '?'})")


def recording(row: Row) -> int | None:
    """The number of the recording that is played in place of the voice."""
    number = row["MessageRecordingId"]
    used = row["UseMessageRecording"] not in (0, "0", False, None)
    return number if used and isinstance(number, int) and number > 0 else None
