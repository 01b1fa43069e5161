"""What a cell of another program does, put together from its commands into one action of ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from aac.files.notes import Notes
from aac.model.board import Action, AddText, Do, OpenBoard, SayPhrase
from aac.model.commands import Command

NOWHERE = "missing"
FIRST_ONLY = "A cell does several things at once; only the first of them is done."


@dataclass
class Deeds:
    """Filled while the commands of one cell are read.

    ``says``: spoken or put into the message as a whole.  ``types``: letters and signs.  ``opens``:
    the id of a board.  ``back``: goes to the board before.  ``names``: shown only if nothing else.
    """

    notes: Notes
    where: str
    says: str = ""
    types: str = ""
    opens: str = ""
    back: bool = False
    commands: list[Command] = field(default_factory=list)
    lost: bool = False

    def lose(self, what: str) -> None:
        """A command that Wren does not have: it is told and never run."""
        self.lost = True
        self.notes.lose(f"Not done in Wren: {what}.", self.where)

    def any(self) -> bool:
        """Whether the cell does anything at all that Wren has."""
        return bool(self.says or self.types or self.opens or self.back or self.commands)


@dataclass(frozen=True)
class Acting:
    """The fields of a cell that say what it does."""

    action: Action
    opens: str = ""
    returns: bool = False

    def fields(self) -> Mapping[str, object]:
        return {"action": self.action, "opens": self.opens, "returns": self.returns}


def acting(deeds: Deeds, label: str) -> Acting:
    """One action.  A cell that does nothing we know says its label, as in our own format."""
    first, opens = _first(deeds), _target(deeds.opens)
    if first is None:
        if opens:
            return Acting(OpenBoard(opens))
        if deeds.back:
            return Acting(Do(Command.BACK))
        return Acting(_spoken(label))
    done = bool(deeds.says) + bool(deeds.types) + len(deeds.commands)
    if done > 1:
        deeds.notes.lose(FIRST_ONLY, deeds.where)
    return Acting(first, opens, deeds.back and not opens)


def _target(opens: str) -> str:
    """The id, without signs that no file of boards can hold: pages that are not there have such."""
    plain = "".join(sign for sign in opens if sign.isprintable()).strip()
    return plain or (NOWHERE if opens else "")


def _first(deeds: Deeds) -> Action | None:
    if deeds.says:
        return _spoken(deeds.says)
    if deeds.types:
        return AddText(deeds.types)
    return Do(deeds.commands[0]) if deeds.commands else None


def _spoken(text: str) -> Action:
    """One sign by itself is for spelling: other programs put it into the message without a gap."""
    if text.isspace():
        return Do(Command.SPACE)
    return AddText(text) if len(text) == 1 else SayPhrase(text)
