"""Boards with changes laid over them: the boards beneath stay as they came."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from aac.model.board import Board, BoardSet

Changes = Mapping[str, Board | None]
NO_CHANGES: Changes = {}


class ChangedBoards(Mapping[str, Board]):
    """``base``: the boards as they came.  ``changes``: by id the board in its place, or None where
    it is taken away.  Neither is ever changed."""

    def __init__(self, base: Mapping[str, Board], changes: Changes = NO_CHANGES) -> None:
        self.base = base
        self.changes = changes

    def __getitem__(self, board_id: str) -> Board:
        if board_id not in self.changes:
            return self.base[board_id]
        board = self.changes[board_id]
        if board is None:
            raise KeyError(board_id)
        return board

    def __contains__(self, board_id: object) -> bool:
        if board_id in self.changes:
            return self.changes[str(board_id)] is not None
        return board_id in self.base

    def __iter__(self) -> Iterator[str]:
        yield from (key for key in self.base if self.changes.get(key, True) is not None)
        for key, board in self.changes.items():
            if board is not None and key not in self.base:
                yield key

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def over(self, boards: Mapping[str, Board]) -> dict[str, Board]:
        """Some of the boards beneath, with all that is laid over them."""
        kept = {key: board for key, board in boards.items() if key not in self.changes}
        return {**kept, **{key: one for key, one in self.changes.items() if one is not None}}

    def with_changes(self, changes: Changes) -> ChangedBoards:
        """With these changes on top; a board that is again as it came is no change."""
        laid = {**self.changes, **changes}
        for key, board in changes.items():
            if (
                board is None
                and key not in self.base
                or board is not None
                and self.base.get(key) is board
            ):
                del laid[key]
        return ChangedBoards(self.base, laid)


def with_boards(boards: BoardSet, changes: Changes) -> BoardSet:
    """The set with these boards in the places of those of the same ids."""
    every = boards.boards
    laid = every if isinstance(every, ChangedBoards) else ChangedBoards(every)
    changed = laid.with_changes(changes)
    near = None if boards.near is None else changed.over(boards.near)
    return replace(boards, boards=changed, near=near)
