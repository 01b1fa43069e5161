"""What a cell does, to and from the fields of a button.

Fields that say nothing about the cell's action are left to the caller.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from aac.files.obf.partner import partner_fields, read_for_partner
from aac.files.obf.parts import parts_fields, read_part, read_sentence
from aac.files.obf.raw import Raw
from aac.model.board import Action, AddText, Do, Fill, Nth, OpenBoard, SayPhrase, Template
from aac.model.commands import Command, ListKind
from aac.model.outward import Outward, Way
from aac.model.partner import ForPartner
from aac.model.parts import Alarm, Part, SayParts

LABEL_LIMIT = 2_000
SPOKEN_LIMIT = 20_000

# Every field that can decide what a button does, besides its label.
ACTION_FIELDS = frozenset(
    (
        "action",
        "actions",
        "vocalization",
        "load_board",
        "ext_wren_template",
        "ext_wren_part",
        "ext_wren_partner",
        "ext_wren_sentence",
        "ext_wren_sound",
        "ext_wren_speak",
    )
)

_COMMANDS: Mapping[str, Action] = {
    **{f":{command.value}": Do(command) for command in Command},
    **{f":{way.value}": Outward(way) for way in Way},
    # CoughDrop's names for "let me type" and "somebody come here".
    ":native-keyboard": Do(Command.SPELL),
    ":beep": Do(Command.CALL),
}
_LISTS: Mapping[str, ListKind] = {kind.value: kind for kind in ListKind}
_NTH = re.compile(r":ext_wren_(\w+)\(([1-9][0-9]{0,3})\)", re.ASCII)
_SAY = re.compile(r":say\((.+)\)", re.DOTALL)

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(value: object, limit: int = LABEL_LIMIT) -> str:
    """A text to show or speak, "" where it is none: no control signs, no broken characters."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return text_id(value)
    if not isinstance(value, str):
        return ""
    value = value[:limit]
    if value.isprintable():
        return value
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub("", value))


def text_id(value: object) -> str:
    """An id as text, "" where it is none.  Numbers and their texts are the same id."""
    if isinstance(value, str):
        return value[:LABEL_LIMIT]
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    if isinstance(value, float) and not value.is_integer():
        return repr(value)
    try:
        return str(int(value))
    except ValueError:  # more digits than Python turns into text
        return ""


@dataclass(frozen=True)
class ReadAction:
    """``used``: the fields that the action stands for; the others are to be kept.  ``unknown``:
    the code of another program's action that Wren lacks; ``more``: there are codes after the
    one that is done."""

    action: Action
    opens: str = ""
    used: frozenset[str] = frozenset()
    unknown: str = ""
    more: bool = False


def read_action(raw: Mapping[str, object], label: str, target: str | None) -> ReadAction:
    """What the button does.  ``target``: the board that its ``load_board`` leads to.

    A link follows silently, whatever else the button says, unless it is told to speak: that
    is what the program with most boards does.
    """
    speaks = raw.get("ext_wren_speak") is True
    if target is not None and not speaks:
        speaks = raw.get("ext_coughdrop_add_to_vocalization") is True
        if not speaks:
            return ReadAction(OpenBoard(target), used=frozenset(("load_board",)))
    opens = target or ""
    also = {"ext_wren_speak", "load_board"} if opens else set()
    codes = _codes(raw)
    spoken = clean(raw.get("vocalization"), SPOKEN_LIMIT)
    found = _known(codes, raw, spoken or clean(raw.get("label"), SPOKEN_LIMIT) or label)
    if found is None and codes:
        # An action of another program: the cell says its label, and never the action's code.
        return ReadAction(SayPhrase(label), opens, frozenset(also), unknown=clean(codes[0], 60))
    if found is None:
        text = spoken or clean(raw.get("label"), SPOKEN_LIMIT) or label
        used = also | {"vocalization", "action", "actions"}
        return ReadAction(SayPhrase(text), opens, frozenset(used))
    action, fields = found
    used = also | fields
    if len(codes) == 1 and codes[0] == action_fields(action, label).get("action"):
        used |= {"action", "actions"}  # another program's name for it is kept
    more = len(codes) > 1 and not isinstance(action, AddText)
    return ReadAction(action, opens, frozenset(used), more=more)


def _codes(raw: Mapping[str, object]) -> list[str]:
    several = raw.get("actions")
    several = several if isinstance(several, list) else [several]
    codes = [code for code in several if isinstance(code, str) and code]
    if not codes and isinstance(code := raw.get("action"), str) and code:
        codes = [code]
    # CoughDrop writes several in one; what is said or spelled may hold the sign itself.
    split = [[code] if code[0] == "+" or "(" in code else code.split("&&") for code in codes]
    return [part for parts in split for part in parts if part.strip()]


def _known(
    codes: list[str], raw: Mapping[str, object], spoken: str
) -> tuple[Action, set[str]] | None:
    """The first action that Wren has; letters and spaces in a row are one text."""
    if len(codes) > 1:
        typed = ["+ " if code == ":space" else code for code in codes]
        if all(code.startswith("+") for code in typed):
            codes = ["+" + "".join(code[1:] for code in typed)]
    for code in codes:
        if found := _one(code, raw, spoken):
            return found
    return None


def _one(code: str, raw: Mapping[str, object], spoken: str) -> tuple[Action, set[str]] | None:
    if code.startswith("+"):
        text = clean(code[1:])
        return (AddText(text), set()) if text else None
    if command := _COMMANDS.get(code):
        return command, set()
    if code == ":ext_wren_fill":
        return Fill(spoken), {"vocalization"}
    if code == ":ext_wren_alarm":
        sound = clean(raw.get("ext_wren_sound"))
        return Alarm(sound, spoken), {"vocalization", "ext_wren_sound"}
    if code == ":ext_wren_template":
        return _template(raw.get("ext_wren_template"))
    if code == ":ext_wren_part":
        return read_part(raw.get("ext_wren_part"))
    if code == ":ext_wren_partner":
        return read_for_partner(raw.get("ext_wren_partner"))
    if code == ":ext_wren_say_parts":
        return read_sentence(raw.get("ext_wren_sentence"))
    if (found := _NTH.fullmatch(code)) and found[1] in _LISTS:
        return Nth(_LISTS[found[1]], int(found[2]) - 1), set()
    if found := _SAY.fullmatch(code):
        return SayPhrase(clean(found[1], SPOKEN_LIMIT)), set()
    return None


def _template(raw: object) -> tuple[Action, set[str]] | None:
    if not isinstance(raw, dict) or not (text := clean(raw.get("text"), SPOKEN_LIMIT)):
        return None
    lists = raw.get("lists")
    lists = lists if isinstance(lists, list) else []
    return Template(text, tuple(clean(board) for board in lists)), {"ext_wren_template"}


def action_fields(action: Action, label: str) -> Raw:
    """The fields that make `read_action` find this action again.

    The link of an `OpenBoard` is written by the caller, who knows the paths.
    """
    match action:
        case AddText(text):
            return {"action": f"+{text}"}
        case Do(command):
            return {"action": f":{command.value}"}
        case Outward(way):
            return {"action": f":{way.value}"}
        case OpenBoard():
            return {}
        case SayPhrase(text):
            return _spoken(text, label)
        case Template(text, lists):
            written = {"text": text, "lists": list(lists)}
            return {"action": ":ext_wren_template", "ext_wren_template": written}
        case Fill(text):
            return {"action": ":ext_wren_fill", **_spoken(text, label)}
        case Alarm(sound, text):
            alarm: Raw = {"action": ":ext_wren_alarm", "ext_wren_sound": sound}
            return {**alarm, **_spoken(text, label)}
        case Part() | SayParts():
            return parts_fields(action)
        case ForPartner():
            return partner_fields(action)
        case Nth(kind, n):
            return {"action": f":ext_wren_{kind.value}({n + 1})"}


def _spoken(text: str, label: str) -> Raw:
    return {"vocalization": text} if text != label else {}
