"""The list of boards, and what a new board begins with."""

from __future__ import annotations

from collections.abc import Mapping

from aac.core.editing.history import History
from aac.model.board import BoardSet, Cell, Command, Do, Look
from aac.model.desk import BoardLine
from aac.model.editor_words import COMMANDS


def board_lines(boards: BoardSet, history: History) -> tuple[BoardLine, ...]:
    """The list of boards; of those that are not read yet only the ids are known."""
    names: Mapping[str, str] = {board.id: board.name for board in boards.looked_through()}
    return tuple(
        BoardLine(
            key,
            names.get(key, key),
            changed=history.is_changed(key),
            made_here=key not in history.boards.base,
        )
        for key in history.boards
    )


def ways_back() -> tuple[Cell, ...]:
    """The cells that a new board begins with: no board is a dead end."""
    return tuple(
        Cell(command.value, COMMANDS[command], Do(command), Look.CONTROL)
        for command in (Command.BACK, Command.HOME)
    )
