"""The bytes of pictures and recordings by their keys, for whoever shows, plays or prints them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from aac.files.lazy_boards import LazyBoards
from aac.files.obf.media import content_of
from aac.model.board import Board, BoardSet
from aac.model.changed_boards import ChangedBoards

Getter = Callable[[], bytes | None]


class BoardMedia(Mapping[str, Getter]):
    """Key (`Cell.picture`, `Cell.sound`) -> what gives the bytes as they stand in the file.

    In a library of thousands of boards those are known that have been read: a board is read
    before it is shown.
    """

    def __init__(self, boards: Callable[[], Iterable[Board]]) -> None:
        self._boards = boards
        self._looked_at: dict[str, Board] = {}
        self._getters: dict[str, Getter] = {}

    def content(self, key: str) -> bytes | None:
        """The picture or recording of this key; ``None`` where there is none."""
        getter = self.get(key)
        return getter() if getter else None

    def __getitem__(self, key: str) -> Getter:
        if key not in self._getters:
            self._look()
        return self._getters[key]

    def __iter__(self) -> Iterator[str]:
        self._look()
        return iter(self._getters)

    def __len__(self) -> int:
        self._look()
        return len(self._getters)

    def _look(self) -> None:
        for board in self._boards():
            if self._looked_at.get(board.id) is not board:
                self._looked_at[board.id] = board
                self._getters.update(content_of(board))


def board_media(boards: BoardSet | Iterable[Board]) -> BoardMedia:
    """Pictures and recordings of a library, or of the boards of one file."""
    if not isinstance(boards, BoardSet):
        fixed = tuple(boards)
        return BoardMedia(lambda: fixed)
    return media_of(lambda: boards)


def media_of(boards: Callable[[], BoardSet]) -> BoardMedia:
    """Those of the library that there is at any time."""
    return BoardMedia(lambda: _read_so_far(boards().boards))


def _read_so_far(boards: Mapping[str, Board]) -> Iterable[Board]:
    if isinstance(boards, ChangedBoards):
        changed = (board for board in boards.changes.values() if board is not None)
        return (*_read_so_far(boards.base), *changed)
    return boards.read_so_far() if isinstance(boards, LazyBoards) else boards.values()
