"""Boards that change under the session: by a helper's hand, or by the person's own choice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from aac.core.moment import Moment, Worded, as_found
from aac.core.stage import Stage
from aac.model.board import Board, BoardSet, Cell
from aac.model.board_events import SaveBoard
from aac.model.changed_boards import with_boards
from aac.model.events import Effect
from aac.model.view import Page


class UsesBoards(Protocol):
    """What `Choices` has of boards."""

    boards: BoardSet
    moment: Moment
    stage: Stage


def use_boards(choices: UsesBoards, boards: BoardSet) -> list[Effect]:
    """A helper changed boards.  What is being scanned stays as it is until the next choice."""
    choices.boards = boards
    moment = choices.moment
    choices.moment = replace(moment, work=as_found(moment.work, boards, moment.settings))
    choices.stage.use_boards(boards)
    if choices.stage.page is Page.BOARD:
        return []
    return choices.stage.show(choices.moment)


def reworded(choices: UsesBoards, before: Moment, after: Moment) -> list[Effect]:
    """Write into the boards what a choice changed of their texts, or what its undoing brings
    back.  A cell that a helper has taken away meanwhile stays away."""
    if before.worded == after.worded:
        return []
    same = 0
    for one, other in zip(before.worded, after.worded, strict=False):
        if one != other:
            break
        same += 1
    changes: dict[str, Board] = {}
    for worded in reversed(before.worded[same:]):
        _write(worded, worded.before, choices.boards, changes)
    for worded in after.worded[same:]:
        _write(worded, worded.after, choices.boards, changes)
    choices.boards = with_boards(choices.boards, changes)
    choices.stage.use_boards(choices.boards)
    return [SaveBoard(board) for board in changes.values()]


def _write(worded: Worded, wanted: Cell, boards: BoardSet, changes: dict[str, Board]) -> None:
    """Label and action of ``wanted``, at the place where that cell stands now (G33)."""
    board = changes.get(worded.board) or boards.boards.get(worded.board)
    if board is not None:
        changes[board.id] = replace(board, grid=tuple(map(tuple, _rows(board, wanted))))


def _rows(board: Board, wanted: Cell) -> Iterable[Iterable[Cell | None]]:
    for row in board.grid:
        yield (
            replace(cell, label=wanted.label, action=wanted.action)
            if cell and cell.id == wanted.id
            else cell
            for cell in row
        )
