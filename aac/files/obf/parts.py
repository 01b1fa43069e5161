"""Parts of a sentence and the sentence they make, to and from the fields of a button."""

from __future__ import annotations

from aac.files.obf.raw import Raw
from aac.model.parts import Part, SayParts

TEXT_LIMIT = 500


def read_part(raw: object) -> tuple[Part, set[str]] | None:
    """The part, and the field that it was read from."""
    if not isinstance(raw, dict):
        return None
    slot, text, alone = (_text(raw.get(key)) for key in ("slot", "text", "alone"))
    return (Part(slot, text, alone), {"ext_wren_part"}) if slot and text else None


def read_sentence(raw: object) -> tuple[SayParts, set[str]] | None:
    """The sentence, and the field that it was read from."""
    if not isinstance(raw, dict):
        return None
    order = raw.get("order")
    slots = tuple(filter(None, map(_text, order))) if isinstance(order, list) else ()
    start, otherwise, bare = (_text(raw.get(key)) for key in ("start", "otherwise", "bare"))
    found = SayParts(start, otherwise, bare, slots)
    return (found, {"ext_wren_sentence"}) if bare and slots else None


def parts_fields(action: Part | SayParts) -> Raw:
    """The fields that make the action be found again."""
    if isinstance(action, Part):
        part = {"slot": action.slot, "text": action.text, "alone": action.alone}
        return {"action": ":ext_wren_part", "ext_wren_part": part}
    sentence = {
        "start": action.start,
        "otherwise": action.otherwise,
        "bare": action.bare,
        "order": list(action.order),
    }
    return {"action": ":ext_wren_say_parts", "ext_wren_sentence": sentence}


def _text(value: object) -> str:
    """A text of one line, without signs that cannot be shown; "" where it is none."""
    if not isinstance(value, str):
        return ""
    return "".join(sign for sign in value[:TEXT_LIMIT] if sign.isprintable())
