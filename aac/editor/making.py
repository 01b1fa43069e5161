"""The desk with all that it needs of the disk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance

from aac.editor.desk import EditorDesk
from aac.editor.hands import DeskHands
from aac.files.board_media import BoardMedia, board_media
from aac.files.edited_boards import EditedBoards
from aac.files.obf import ObfFormat
from aac.files.own_media import PicturesOnBoards, read_media, with_media
from aac.model.board import Board, BoardSet
from aac.model.desk import DeskView
from aac.model.settings import Settings
from aac.ports import BoardProblem, Pictures


class Page(Protocol):
    """The page of the editor."""

    asked: SignalInstance

    def show_desk(self, view: DeskView) -> None: ...


def make_desk(
    folder: Path,
    boards: BoardSet,
    settings: Settings,
    page: Page,
    use: Callable[[BoardSet], None],
    pictures: Pictures | None = None,
) -> EditorDesk:
    """``folder``: the person’s boards.  ``page``: shows it and asks.  ``use``: for the scan.

    ``pictures``: where pictures are found; without it, on the boards that there are.
    """
    edited = EditedBoards(folder, ObfFormat(by_name=True))

    def write(board: Board) -> None:
        try:
            edited.write(board)
        except BoardProblem as problem:
            raise OSError(str(problem)) from problem

    def on_boards() -> BoardMedia:
        return board_media(desk.boards)

    hands = DeskHands(
        show=page.show_desk,
        use=use,
        write=write,
        remove=edited.remove,
        read_sound=partial(read_media, sound=True),
        put_media=lambda board, cell, data, sound, licence: with_media(
            board, cell, data, sound=sound, licence=licence
        ),
    )
    found = pictures or PicturesOnBoards(lambda: desk.boards.looked_through(), on_boards)
    desk = EditorDesk(boards, settings, hands, found)
    # Queued: a field that loses the keyboard because its page goes speaks up in mid-show.
    page.asked.connect(desk.ask, Qt.ConnectionType.QueuedConnection)
    return desk
