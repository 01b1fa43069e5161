"""Looking through all boards a slice at a time: the person's scan never waits for a helper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from time import monotonic

from PySide6.QtCore import QObject, QTimer

from aac.model.board import Board
from aac.model.desk import Found

SLICE = 0.008  # seconds of looking at a time: half of what a frame may take
MOST_FOUND = 300


class EditorSearch(QObject):
    """``found``: so far; None where nothing is asked.  ``going``: there is more to look through.

    ``told``: called after each slice.
    """

    def __init__(self, told: Callable[[], None]) -> None:
        super().__init__()
        self.found: tuple[Found, ...] | None = None
        self.going = False
        self._told = told
        self._left: Iterator[Board] = iter(())
        self._looks: Callable[[Board], Iterator[Found]] = lambda board: iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look_on)

    def begin(self, boards: Mapping[str, Board], looks: Callable[[Board], Iterator[Found]]) -> None:
        """Begin anew; ``looks`` gives what there is on one board."""
        every = (boards.get(key) for key in tuple(boards))
        self._left = (board for board in every if board is not None)
        self._looks = looks
        self.found, self.going = (), True
        self._timer.start(0)

    def stop(self) -> None:
        """What was found stays."""
        self.going = False
        self._timer.stop()

    def forget(self) -> None:
        self.stop()
        self.found = None

    def _look_on(self) -> None:
        until = monotonic() + SLICE
        found = list(self.found or ())
        while self.going and monotonic() < until:
            board = next(self._left, None)
            found += self._looks(board) if board is not None else ()
            self.going = board is not None and len(found) < MOST_FOUND
        self.found = tuple(found[:MOST_FOUND])
        if not self.going:
            self._timer.stop()
        self._told()
