"""Sentences that are put together from parts, chosen in any order or left out (guidance G54)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_SLOT = re.compile(r"\{(\w+)\}")
_BETWEEN = "\x1f"  # no text of a board holds this sign


@dataclass(frozen=True)
class Part:
    """One part: what is said in the place ``slot``.

    ``text`` may name another slot, as in ``left {where}``: where that one is filled it is taken
    in; where it is empty ``alone`` is said instead.
    """

    slot: str
    text: str
    alone: str = ""


@dataclass(frozen=True)
class SayParts:
    """Say the sentence of the parts that are chosen.

    ``start``: the beginning where the slot that it names is filled; ``otherwise``: where it is
    not; ``bare``: the whole sentence where no part is chosen.  ``order``: the slots as they
    are said, with a comma between.
    """

    start: str
    otherwise: str
    bare: str
    order: tuple[str, ...]


def put_together(sentence: SayParts, chosen: Iterable[Part]) -> str:
    """The sentence."""
    filled = {part.slot: part for part in chosen}
    if not filled:
        return sentence.bare
    taken: set[str] = set()
    begun = _fill(sentence.start, filled, taken)
    said = [text for slot in sentence.order if (text := _said(slot, filled, taken))]
    beginning = sentence.otherwise if begun is None else begun
    joined = ", ".join(said)
    if begun is not None and said:
        joined = ", " + joined
    return f"{beginning}{joined}."


def _said(slot: str, filled: Mapping[str, Part], taken: set[str]) -> str:
    """What is said for this slot; nothing where it is empty or was taken in by another."""
    part = filled.get(slot)
    if part is None or slot in taken:
        return ""
    whole = _fill(part.text, filled, taken)
    return part.alone if whole is None else whole


def _fill(text: str, filled: Mapping[str, Part], taken: set[str]) -> str | None:
    """The text with the slots that it names taken in, or None where one of them is empty."""
    named = _SLOT.findall(text)
    if any(slot not in filled for slot in named):
        return None
    taken.update(named)
    return _SLOT.sub(lambda found: filled[found[1]].text, text)


def as_text(part: Part) -> str:
    """The part as one line, so that the work in hand can hold it."""
    return _BETWEEN.join((part.slot, part.text, part.alone))


def from_text(lines: Iterable[str]) -> tuple[Part, ...]:
    """The parts again; lines that are none are left out."""
    split = (line.split(_BETWEEN) for line in lines)
    return tuple(Part(*fields) for fields in split if len(fields) == 3)


@dataclass(frozen=True, slots=True)
class Alarm:
    """An emergency phrase: a sound file by name, and the text shown full screen."""

    sound: str
    text: str
