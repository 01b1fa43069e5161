"""Pictures and recordings on their way to a cell; a picture from a file comes later."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from aac.core.editing.problem import EditProblem
from aac.editor.hands import DeskHands
from aac.model.board import Board, Cell
from aac.model.desk import NoSound, TakeFile, UsePicture
from aac.ports import MediaProblem, Pictures


class CellMedia:
    """``put``: takes the changed board.  ``board``: the board of this id as it is now, if it is.
    ``note``: takes the key of a sentence for the helper, or "" where there is nothing to say.
    """

    def __init__(
        self,
        hands: DeskHands,
        pictures: Pictures,
        put: Callable[[Board], None],
        board: Callable[[str], Board | None],
        note: Callable[[str], None],
    ) -> None:
        self._hands = hands
        self._pictures = pictures
        self._put = put
        self._board = board
        self._note = note

    def find(self, word: str) -> tuple[tuple[str, str], ...]:
        """Name and key of the pictures for a word."""
        return tuple(self._pictures.find(word))

    def do(self, asked: UsePicture | TakeFile | NoSound, board: Board, cell: Cell | None) -> None:
        """A picture from a file comes later; the helper goes on meanwhile.

        Raises `EditProblem` and `MediaProblem`.
        """
        if cell is None:
            raise EditProblem("no_cell")
        match asked:
            case UsePicture(key):
                self._on(board, cell, self._pictures.content(key) if key else b"", key)
            case TakeFile(path, sound=False):
                self._note("picture_comes")
                done = partial(self._came, board.id, cell.id)
                self._pictures.take(Path(path), done, self._note)
            case TakeFile(path):
                data = self._hands.read_sound(Path(path))
                self._put(self._hands.put_media(board, cell.id, data, True, None))
            case NoSound():
                self._put(self._hands.put_media(board, cell.id, b"", True, None))

    def _came(self, board_id: str, cell_id: str, key: str) -> None:
        """To the cell for which it was chosen, if that is still there."""
        board = self._board(board_id)
        cell = next((one for one in board.cells() if one.id == cell_id), None) if board else None
        if board is not None and cell is not None:
            self._on(board, cell, self._pictures.content(key), key)
        self._note("")

    def _on(self, board: Board, cell: Cell, data: bytes | None, key: str) -> None:
        if data is None:
            raise MediaProblem("file_gone")
        licence = self._pictures.licence(key) if key else None
        self._put(self._hands.put_media(board, cell.id, data, False, licence))
