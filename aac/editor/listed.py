"""The list of boards, and what a new board begins with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from aac.core.editing.history import History
from aac.model.board import Action, BoardSet, Cell, Do, Look
from aac.model.changed_boards import ChangedBoards
from aac.model.commands import Command
from aac.model.desk import BoardLine, DeskView
from aac.model.editor_words import COMMANDS
from aac.model.language import translated
from aac.model.part_fields import slots_of
from aac.model.parts import Alarm


def history_of(boards: BoardSet) -> History:
    """A history without a step; the boards that open by themselves cannot be taken away."""
    every = boards.boards
    laid = every if isinstance(every, ChangedBoards) else ChangedBoards(every)
    return History(laid, frozenset({boards.home, boards.spelling}))


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


def as_now(
    view: DeskView, boards: BoardSet, history: History, lines: tuple[BoardLine, ...]
) -> DeskView:
    """The view with what the history says of its board, and what stands on all boards."""
    if lines is not view.boards:
        actions = [cell.action for board in boards.looked_through() for cell in board.cells()]
        view = replace(view, alarms=_alarms_of(actions), slots=slots_of(actions))
    return replace(
        view,
        boards=lines,
        moved=history.moved(view.board.id),
        can_undo=history.can_undo,
        can_redo=history.can_redo,
    )


def _alarms_of(actions: Iterable[Action]) -> tuple[tuple[str, str], ...]:
    """The recorded alarms: the name of each and what it says, as the boards have them."""
    said: dict[str, str] = {}
    for action in actions:
        if isinstance(action, Alarm):
            said.setdefault(action.sound, action.text)
    return tuple(sorted(said.items()))


def ways_back() -> tuple[Cell, ...]:
    """The cells that a new board begins with: no board is a dead end."""
    return tuple(
        Cell(command.value, translated(COMMANDS[command]), Do(command), Look.CONTROL)
        for command in (Command.BACK, Command.HOME)
    )
