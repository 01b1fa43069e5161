"""Actions as the editor offers them: a kind, and one text, board, command or list to go with it."""

from __future__ import annotations

from dataclasses import replace

from aac.model.board import (
    Action,
    AddText,
    Cell,
    Do,
    Fill,
    Look,
    Nth,
    OpenBoard,
    SayPhrase,
    Template,
)
from aac.model.commands import Command, ListKind
from aac.model.outward import Outward
from aac.model.partner import ForPartner
from aac.model.parts import Alarm, Part, SayParts

KINDS = ("say", "add", "open", "command", "template", "fill", "own", "alarm", "part", "sentence")
OUTWARD = "outward"  # to other programs: made by the file of the board
PARTNER = "partner"  # for them to see: made by the file of the board
SPOKEN = ("say", "fill")  # an empty text is the label
FIRST_SOUND = "B01"  # of the bell
FIRST_SLOT = "what"  # of a sentence that is made here


def kind_of(action: Action) -> str:
    """The kind of an action."""
    match action:
        case SayPhrase():
            return "say"
        case AddText():
            return "add"
        case OpenBoard():
            return "open"
        case Do():
            return "command"
        case Template():
            return "template"
        case Fill():
            return "fill"
        case Nth():
            return "own"
        case Alarm():
            return "alarm"
        case Part():
            return "part"
        case SayParts():
            return "sentence"
        case ForPartner():
            return PARTNER
        case Outward():
            return OUTWARD


def text_of(action: Action) -> str:
    """The text that goes with it, where one does."""
    match action:
        case SayPhrase(text) | AddText(text) | Fill(text) | Alarm(text=text) | Template(text=text):
            return text
        case Part(text=text) | SayParts(bare=text):
            return text
        case _:
            return ""


def usual_look(action: Action) -> Look:
    """How a cell of this action looks."""
    match action:
        case AddText(text):
            return Look.LETTER if len(text) == 1 else Look.WORD
        case Alarm():
            return Look.EMERGENCY
        case OpenBoard():
            return Look.LINK
        case Do() | ForPartner() | Outward():
            return Look.CONTROL
        case _:
            return Look.PHRASE


def with_kind(cell: Cell, kind: str, slots: tuple[str, ...] = ()) -> Cell:
    """The cell with another kind of action, its text taken along.

    ``slots``: the places of parts that there are in sentences.
    """
    if kind == kind_of(cell.action):
        return cell
    text, slots = text_of(cell.action) or cell.label, slots or (FIRST_SLOT,)
    actions: dict[str, Action] = {
        "say": SayPhrase(text),
        "add": AddText(cell.label),
        "open": OpenBoard(""),
        "command": Do(Command.SPEAK),
        "template": Template(text, ()),
        "fill": Fill(text),
        "own": Nth(ListKind.PHRASE, 0),
        "alarm": Alarm(FIRST_SOUND, text),
        "part": Part(slots[0], text),
        "sentence": SayParts("", f"{text} ", text, slots),
    }
    return with_action(cell, actions.get(kind, cell.action))


def with_action(cell: Cell, action: Action) -> Cell:
    """The cell with this action; a look that was the usual one is the usual one again."""
    usual = cell.look is usual_look(cell.action)
    return replace(cell, action=action, look=usual_look(action) if usual else cell.look)


def with_label(cell: Cell, label: str) -> Cell:
    """The cell with another label; what was said as it was written goes along."""
    match cell.action:
        case SayPhrase(text) if text == cell.label:
            return replace(cell, label=label, action=SayPhrase(label))
        case Fill(text) if text == cell.label:
            return replace(cell, label=label, action=Fill(label))
    return replace(cell, label=label)


def with_text(cell: Cell, text: str) -> Cell:
    """The cell with another text; an empty one is the label where the cell speaks."""
    text = text or cell.label
    match cell.action:
        case SayPhrase():
            return replace(cell, action=SayPhrase(text))
        case AddText():
            return with_action(cell, AddText(text))
        case Fill():
            return replace(cell, action=Fill(text))
        case Template(lists=lists):
            return replace(cell, action=Template(text, lists))
        case Alarm(sound):
            return replace(cell, action=Alarm(sound, text))
        case Part() as part:
            return replace(cell, action=replace(part, text=text))
        case SayParts() as sentence:
            return replace(cell, action=replace(sentence, bare=text))
    return cell
