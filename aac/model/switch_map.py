"""What every switch does, as lines that a helper writes: ``gamepad:0 = 1``, ``key:f9 = call``.

Left the place that a press comes from, ``SOURCE`` or ``SOURCE:CONTACT``; right a switch, 1 to 5,
or a direct command: ``speak``, ``call`` (or ``bell``), ``rest``, ``undo``, ``say: TEXT``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

SWITCHES = 5  # the most that directed scanning asks for


class DirectKind(StrEnum):
    """What a switch can do without the scan."""

    SPEAK = "speak"
    CALL = "call"
    REST = "rest"
    UNDO = "undo"
    SAY = "say"


@dataclass(frozen=True)
class Direct:
    """A direct command.  ``text``: what is said by `DirectKind.SAY`."""

    kind: DirectKind
    text: str = ""


Target = int | Direct

DIRECT: Mapping[str, Direct] = {
    "speak": Direct(DirectKind.SPEAK),
    "call": Direct(DirectKind.CALL),
    "bell": Direct(DirectKind.CALL),
    "rest": Direct(DirectKind.REST),
    "undo": Direct(DirectKind.UNDO),
}

# What may stand behind the colon.  The names of keys are those of the system and judged there.
CONTACTS: Mapping[str, re.Pattern[str]] = {
    "key": re.compile(r"\S{1,40}"),
    "gamepad": re.compile(r"\d{1,3}|up|down|left|right|axis\d{1,2}[+-]"),
    "serial": re.compile(r"[^\s+-]\S{0,39}"),
    "sound": re.compile(r""),
    "socket": re.compile(r"[\w.-]{1,40}"),
}
EXAMPLES: Mapping[str, str] = {
    "key": "key:f9",
    "gamepad": "gamepad:0",
    "serial": "serial:cts",
    "sound": "sound",
    "socket": "socket:speak",
}
# Names that mean the same in small and large letters.
CASELESS = ("key", "gamepad")
# Two names of one key.
SAME_KEY: Mapping[str, str] = {"return": "enter", "esc": "escape", "control": "ctrl"}
MODEM_LINES = ("cts", "dsr", "dcd", "ri")


class FaultKind(StrEnum):
    """Why a line cannot be used; the sentences are in `model.words`."""

    NO_EQUALS = "no_equals"
    UNKNOWN_SOURCE = "unknown_source"
    UNKNOWN_CONTACT = "unknown_contact"
    UNKNOWN_TARGET = "unknown_target"
    NOTHING_TO_SAY = "nothing_to_say"
    TWICE = "twice"
    KEY_TAKEN = "key_taken"


@dataclass(frozen=True)
class Line:
    """One line that was understood.  ``number`` counts from 1."""

    number: int
    source: str
    contact: str
    target: Target


@dataclass(frozen=True)
class Fault:
    """One line that was not.  ``detail``: the part that is meant, or an example."""

    number: int
    kind: FaultKind
    detail: str = ""


class _NotUnderstood(Exception):
    def __init__(self, kind: FaultKind, detail: str = "") -> None:
        super().__init__(kind)
        self.kind, self.detail = kind, detail


def understood(
    lines: Iterable[str], others: Sequence[str] = (), keys: Sequence[str] = ()
) -> tuple[tuple[Line, ...], tuple[Fault, ...]]:
    """The lines that can be used, and what is wrong with the others; those do not spoil these.

    ``others``: names of sources that do not come with Wren.  ``keys``: those of switch 1, 2, …,
    which are not for the lines.
    """
    taken = {key_name(key): switch for switch, key in reversed([*enumerate(keys, start=1)])}
    good: dict[tuple[str, str], Line] = {}
    faults: list[Fault] = []
    for number, text in enumerate(lines, start=1):
        if not text.strip():
            continue
        try:
            line = _line(number, text, others)
            if line.source == "key" and taken.get(line.contact, line.target) != line.target:
                raise _NotUnderstood(FaultKind.KEY_TAKEN, str(taken[line.contact]))
            first = good.setdefault((line.source, line.contact), line)
            if first.target != line.target:
                raise _NotUnderstood(FaultKind.TWICE, str(first.number))
        except _NotUnderstood as fault:
            faults.append(Fault(number, fault.kind, fault.detail))
    return tuple(good.values()), tuple(faults)


def contact_name(source: str, contact: str) -> str:
    """How a contact is written in a line."""
    return f"{source}:{contact}" if contact else source


def key_name(written: str) -> str:
    """The one name of a key."""
    name = written.strip().lower()
    return SAME_KEY.get(name, name)


def _line(number: int, text: str, others: Sequence[str]) -> Line:
    left, equals, right = text.partition("=")
    if not equals:
        raise _NotUnderstood(FaultKind.NO_EQUALS)
    source, _, contact = left.strip().partition(":")
    source, contact = source.strip().lower(), contact.strip()
    if source in CASELESS or contact.lower() in MODEM_LINES:
        contact = contact.lower()
    if source in CONTACTS:
        if not CONTACTS[source].fullmatch(contact):
            raise _NotUnderstood(FaultKind.UNKNOWN_CONTACT, EXAMPLES[source])
    elif source not in others:
        raise _NotUnderstood(FaultKind.UNKNOWN_SOURCE, source[:40])
    if source == "key":
        contact = key_name(contact)
    if source == "gamepad" and contact.isdecimal():
        contact = str(int(contact))
    return Line(number, source, contact, _target(right.strip()))


def _target(text: str) -> Target:
    if text.isdecimal() and 1 <= int(text) <= SWITCHES:
        return int(text)
    word, colon, said = text.partition(":")
    if word.strip().lower() == DirectKind.SAY and colon:
        if not said.strip():
            raise _NotUnderstood(FaultKind.NOTHING_TO_SAY)
        return Direct(DirectKind.SAY, " ".join(said.split()))
    if text.lower() not in DIRECT:
        raise _NotUnderstood(FaultKind.UNKNOWN_TARGET, text[:40])
    return DIRECT[text.lower()]
