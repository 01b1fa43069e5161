"""All that was done to the boards since the editor began, to be undone and done again."""

from __future__ import annotations

from dataclasses import dataclass

from aac.core.editing.apply import changes_of
from aac.core.editing.grid import moved
from aac.core.editing.problem import EditProblem
from aac.model.board import Board
from aac.model.changed_boards import ChangedBoards, Changes
from aac.model.edits import Edit, RemoveBoard


@dataclass(frozen=True)
class _Step:
    before: Changes
    after: Changes


class History:
    """``boards``: as they are now.  Undo has no limit: a step holds the boards it changed, and
    these share all cells that it left alone.

    ``kept``: ids of boards that something else needs, as the home board.
    """

    def __init__(self, boards: ChangedBoards, kept: frozenset[str] = frozenset()) -> None:
        self.boards = boards
        self._kept = kept
        self._known = boards
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def do(self, edit: Edit) -> tuple[str, ...]:
        """Change the boards; gives the ids of those that changed.

        Raises `EditProblem`, and then nothing has changed.
        """
        if isinstance(edit, RemoveBoard) and (
            edit.board in self._kept or edit.board in self.boards.base
        ):
            raise EditProblem("board_needed")
        after = {
            key: board
            for key, board in changes_of(edit, self.boards).items()
            if board is None or not _same(board, self.boards.get(key))
        }
        if not after:
            return ()
        self._done.append(_Step({key: self.boards.get(key) for key in after}, after))
        self._undone.clear()
        return self._take(after)

    def undo(self) -> tuple[str, ...]:
        """Take the last step back; gives the ids of the boards that changed, none where there is
        no step."""
        if not self._done:
            return ()
        step = self._done.pop()
        self._undone.append(step)
        return self._take(step.before)

    def redo(self) -> tuple[str, ...]:
        """Do again what was undone last."""
        if not self._undone:
            return ()
        step = self._undone.pop()
        self._done.append(step)
        return self._take(step.after)

    def as_it_came(self, board_id: str) -> Board | None:
        """The board before it was ever changed, or None where it was made here."""
        return self.boards.base.get(board_id)

    def is_changed(self, board_id: str) -> bool:
        """Whether the board is another than it came."""
        return board_id in self.boards.changes

    def learn(self) -> None:
        """From now on the boards as they are count as those that the person knows."""
        self._known = self.boards

    def moved(self, board_id: str) -> int:
        """How many cells of this board stand elsewhere than the person knows (G33)."""
        board = self.boards.get(board_id)
        return 0 if board is None else moved(self._known.get(board_id), board)

    def _take(self, changes: Changes) -> tuple[str, ...]:
        self.boards = self.boards.with_changes(changes)
        return tuple(changes)


def _same(one: Board, other: Board | None) -> bool:
    """Equal, with all that a file may hold beside what Wren shows."""
    if other is None or one != other or one.extra != other.extra:
        return False
    pairs = zip(one.cells(), other.cells(), strict=True)
    return all(cell.extra == beside.extra for cell, beside in pairs)
