"""Sentences that are put together, as they are written in the fields of the editor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from aac.model.board import Action
from aac.model.parts import Part, SayParts

_WORD = re.compile(r"\w+")

PART_FIELDS: Mapping[str, str] = {
    "do_part": "Part of a sentence",
    "do_sentence": "Says the sentence of parts",
    "text_part": "What it adds, with other parts as {{where}}",
    "text_sentence": "The whole sentence where no part is chosen",
    "part_slot": "Its place in the sentence",
    "part_alone": "What it adds where those are not chosen",
    "part_start": "Beginning, with a part as {{where}}",
    "part_otherwise": "Beginning where that is not chosen",
    "part_order": "Places of the parts, in their order",
}


def slots_of(actions: Iterable[Action]) -> tuple[str, ...]:
    """The places that these sentences have, each once, in their order."""
    sentences = (one for one in actions if isinstance(one, SayParts))
    return tuple(dict.fromkeys(slot for one in sentences for slot in one.order))


def part_with(action: Part | SayParts, key: str, text: str) -> Part | SayParts:
    """The action with another text in one of its fields.

    What would leave a part or a sentence without a place changes nothing, because such a one
    could not be read again.
    """
    match action:
        case Part(slot, said, alone):
            named = _WORD.findall(text.casefold())
            if key == "part_slot":
                return Part(named[0], said, alone) if named else action
            return Part(slot, said, text)
        case SayParts(start, otherwise, bare, order):
            match key:
                case "part_start":
                    return SayParts(text, otherwise, bare, order)
                case "part_otherwise":
                    # A blank stands between the beginning and the parts.
                    return SayParts(start, f"{text} " if text else "", bare, order)
            slots = tuple(dict.fromkeys(_WORD.findall(text.casefold())))
            return SayParts(start, otherwise, bare, slots or order)


def part_text(action: Part | SayParts, key: str) -> str:
    """The text that stands in one of the fields."""
    match action:
        case Part(slot, _, alone):
            return slot if key == "part_slot" else alone
        case SayParts(start, otherwise, _, order):
            texts = {"part_start": start, "part_otherwise": otherwise.rstrip()}
            return texts.get(key, ", ".join(order))
