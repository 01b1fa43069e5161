"""Finding text and dead links, board by board: a library may have thousands of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from aac.core.editing.grid import placed
from aac.model.board import (
    Action,
    AddText,
    Board,
    Cell,
    Fill,
    OpenBoard,
    SayPhrase,
    Template,
)
from aac.model.desk import Found
from aac.model.parts import Alarm


def said(action: Action) -> str:
    """The text that a cell speaks or writes."""
    match action:
        case SayPhrase(text) | AddText(text) | Fill(text) | Alarm(text=text) | Template(text=text):
            return text
        case _:
            return ""


def found_in(board: Board, text: str) -> Iterator[Found]:
    """The board if its name holds this text, and its cells that show or say it."""
    wanted = " ".join(text.casefold().split())
    if not wanted:
        return
    if wanted in board.name.casefold():
        yield Found(board.id, board.name, None, "")
    for place, cell in placed(board):
        if wanted in cell.label.casefold() or wanted in said(cell.action).casefold():
            yield Found(board.id, board.name, place, cell.label or said(cell.action))


def targets(cell: Cell) -> tuple[str, ...]:
    """The boards that a cell leads to."""
    opens = (cell.opens,) if cell.opens else ()
    match cell.action:
        case OpenBoard(board_id):
            return (board_id, *opens)
        case Template(lists=lists):
            return (*filter(None, lists), *opens)
        case _:
            return opens


def dead_ends(board: Board, is_there: Callable[[str], bool]) -> Iterator[Found]:
    """The cells that lead to a board that is not there."""
    for place, cell in placed(board):
        for target in targets(cell):
            if not is_there(target):
                yield Found(board.id, board.name, place, f"{cell.label} › {target}")
