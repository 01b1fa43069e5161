"""Small boards for tests, drawn as text.

    board("home", "A B", "C D")

is a board of two rows.  A word is a cell of that id and label that speaks itself; ``+a`` types
"a" (`+_` a space), ``:back`` does a command, ``>food`` opens a board, ``.`` is an empty place,
``(A)`` is hidden, and any cell may be handed in by its id.  Ids are what is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from aac.model.board import (
    Action,
    AddText,
    Board,
    BoardKind,
    BoardSet,
    Cell,
    Do,
    Look,
    Nth,
    OpenBoard,
    SayPhrase,
)
from aac.model.commands import Command, ListKind
from aac.model.parts import Alarm

STRIP = (
    Cell("Yes", "Yes", SayPhrase("Yes."), Look.STRIP),
    Cell("No", "No", SayPhrase("No."), Look.STRIP),
    Cell("Call", "Call", Do(Command.CALL), Look.STRIP),
    Cell("Undo", "Undo", Do(Command.UNDO), Look.STRIP),
)


def cell(written: str) -> Cell:
    hidden = written.startswith("(")
    name = written.strip("()") if hidden else written
    return Cell(name, name.lstrip("+:>"), _action(name), hidden=hidden)


def _action(name: str) -> Action:
    if name == "+_":
        return Do(Command.SPACE)
    if len(name) > 1 and name.startswith("+"):
        return AddText(name[1:])
    if len(name) > 1 and name.startswith(":"):
        return Do(Command[name[1:].upper()])
    if name.startswith(">"):
        return OpenBoard(name[1:])
    if name.startswith("!"):
        return Alarm("B04", "I am choking.")
    kind, _, n = name.partition("#")
    if n:
        return Nth(ListKind(kind), int(n) - 1)
    return SayPhrase(name)


def board(
    board_id: str,
    *rows: str,
    cells: Mapping[str, Cell] | None = None,
    spelling: bool = False,
    private: bool = False,
) -> Board:
    """``rows``: words separated by blanks; ``cells``: cells of your own by the word written."""
    own = cells or {}
    width = max((len(row.split()) for row in rows), default=0)

    def place(written: str) -> Cell | None:
        if written == ".":
            return None
        return replace(own[written], id=written) if written in own else cell(written)

    grid = tuple(
        tuple(place(written) for written in (*row.split(), *"." * (width - len(row.split()))))
        for row in rows
    )
    kind = BoardKind.SPELLING if spelling else BoardKind.PHRASES
    return Board(board_id, board_id, grid, kind, private=private)


def boards(*every: Board, strip: tuple[Cell, ...] = STRIP, spelling: str = "letters") -> BoardSet:
    """The first is home."""
    by_id = {one.id: one for one in every}
    return BoardSet(by_id, every[0].id, spelling if spelling in by_id else "", strip)
