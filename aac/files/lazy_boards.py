"""Boards by id, of which those of large packages are read when they are asked for.

A board that turns out to be damaged counts as none from then on: a cell that leads to it is a dead
link, which the scan survives.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping

from aac.files.formats import BoardsInFile, plain_problems
from aac.files.log import LOG
from aac.files.weight import board_weight
from aac.model.board import Board
from aac.ports import BoardProblem

KEPT = 300  # boards of large packages
KEPT_WEIGHT = 64 * 2**20  # bytes of them

Source = Board | BoardsInFile


class LazyBoards(Mapping[str, Board]):
    """``sources``: board id -> the board, or the file that has it.  ``change``: what is done to
    each board on its way."""

    def __init__(
        self, sources: Mapping[str, Source], change: Callable[[Board], Board] = lambda board: board
    ) -> None:
        self._change = change
        self.near: dict[str, Board] = {
            key: change(source) for key, source in sources.items() if isinstance(source, Board)
        }
        self._files = {
            key: source for key, source in sources.items() if not isinstance(source, Board)
        }
        self._order = tuple(sources)
        self._read: OrderedDict[str, Board] = OrderedDict()
        self._weight = 0
        # The first page of each large package is looked through with the others.
        for file in {id(file): file for file in self._files.values()}.values():
            start = next(iter(file.board_ids), "")
            if self._files.get(start) is file and (board := self.get(start)) is not None:
                self.near[start] = board

    def __getitem__(self, board_id: str) -> Board:
        if board_id in self.near:
            return self.near[board_id]
        if board_id in self._read:
            self._read.move_to_end(board_id)
            return self._read[board_id]
        board = self._from_file(board_id)
        self._read[board_id] = board
        self._weight += board_weight(board)
        while len(self._read) > KEPT or (self._weight > KEPT_WEIGHT and len(self._read) > 1):
            _, oldest = self._read.popitem(last=False)
            self._weight -= board_weight(oldest)
        return board

    def read_so_far(self) -> tuple[Board, ...]:
        """The boards of small files, and those of large ones that were asked for lately."""
        return (*self.near.values(), *self._read.values())

    def _from_file(self, board_id: str) -> Board:
        file = self._files[board_id]
        try:
            with plain_problems():
                board = file.by_id(board_id)
        except BoardProblem as problem:
            LOG.error("a board of a package cannot be opened: %s", problem)
            board = None
        if board is None:
            del self._files[board_id]
            raise KeyError(board_id)
        return self._change(board)

    def __contains__(self, board_id: object) -> bool:
        """It is read for that: what is said to be there can be opened."""
        return isinstance(board_id, str) and self.get(board_id) is not None

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._order if key in self.near or key in self._files)

    def __len__(self) -> int:
        return len(self.near) + sum(1 for key in self._files if key not in self.near)
