"""How a cell looks and what a board is for, where the file does not say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aac.model.board import Action, AddText, BoardKind, Cell, Do, Look, Nth, OpenBoard
from aac.model.parts import Alarm

_LOOKS: Mapping[str, Look] = {look.value: look for look in Look}
_KINDS: Mapping[str, BoardKind] = {kind.value: kind for kind in BoardKind}
# So many letters, and a board that does not say what it is for is for spelling.
_LETTERS_OF_AN_ALPHABET = 20


def usual_look(action: Action) -> Look:
    """How a cell looks that does not say so."""
    match action:
        case AddText(text):
            return Look.LETTER if len(text) == 1 else Look.WORD
        case Alarm():
            return Look.EMERGENCY
        case OpenBoard():
            return Look.LINK
        case Do():
            return Look.CONTROL
        case Nth(kind):
            return Look.WORD if kind == "word" else Look.PHRASE
        case _:
            return Look.PHRASE


def look_of(raw: object, action: Action) -> Look:
    said = _LOOKS.get(raw) if isinstance(raw, str) else None
    return said or usual_look(action)


def kind_of_board(raw: object, grid: Sequence[Sequence[Cell | None]]) -> BoardKind:
    if isinstance(raw, str) and raw in _KINDS:
        return _KINDS[raw]
    letters = sum(1 for row in grid for cell in row if cell and isinstance(cell.action, AddText))
    return BoardKind.SPELLING if letters >= _LETTERS_OF_AN_ALPHABET else BoardKind.PHRASES
