"""The desk at which boards are edited: takes what the page asks, shows it what is true.

Every change counts in the scan at once, and is on the disk half a second later.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from aac.core.editing.chosen import on_board, place_after
from aac.core.editing.looking import dead_ends, found_in
from aac.core.editing.problem import EditProblem
from aac.core.editing.walked import walked
from aac.editor.hands import DeskHands
from aac.editor.light import EditorLight
from aac.editor.listed import as_now, board_lines, history_of, ways_back
from aac.editor.media import CellMedia
from aac.editor.search import EditorSearch
from aac.model.board import Board, BoardSet
from aac.model.changed_boards import with_boards
from aac.model.desk import (
    AsItCame,
    Asked,
    BoardLine,
    CheckLinks,
    Choose,
    DeskView,
    Find,
    FindPicture,
    NewBoard,
    NoSound,
    PressLight,
    RedoEdit,
    TakeFile,
    UndoEdit,
    UsePicture,
    WalkLight,
)
from aac.model.editor_words import editor_text
from aac.model.edits import AddBoard, CopyBoard, Edit, Place, PutBoard
from aac.model.settings import Settings
from aac.model.view import Page, View
from aac.ports import MediaProblem, Pictures

SAVE_AFTER = 500  # milliseconds


class EditorDesk(QObject):
    """``boards``: those in use.  The page sees nothing before it is opened."""

    def __init__(
        self, boards: BoardSet, settings: Settings, hands: DeskHands, pictures: Pictures
    ) -> None:
        super().__init__()
        self.boards = boards
        self._settings = settings
        self._hands = hands
        self._history = history_of(boards)
        self._media = CellMedia(
            hands, pictures, self._put, lambda key: self._history.boards.get(key), self._note
        )
        self._open = False
        self._unsaved: dict[str, None] = {}
        self._lines: tuple[BoardLine, ...] | None = None
        self._view = DeskView(boards.get(boards.home))
        self._light = EditorLight(self._show)
        self._saving = QTimer(self, singleShot=True)
        self._saving.timeout.connect(self.flush)
        self._search = EditorSearch(self._show)

    def open(self, board_id: str) -> None:
        """The page is on the screen, with the person's board first."""
        self._open = True
        self._history.learn()
        self._choose(board_id, None)
        self._show()

    def close(self) -> None:
        """The page is gone; all is saved."""
        self._open = False
        self._light.stop()
        self._search.stop()
        self.flush()

    def renew(self, boards: BoardSet) -> BoardSet:
        """Boards came from files; gives all with what is not saved yet.  Undo begins anew."""
        kept = {key: self._history.boards.get(key) for key in self._unsaved}
        self.boards = with_boards(boards, kept)
        self._history, self._lines = history_of(self.boards), None
        self._choose(self._view.board.id, self._view.place)
        self._show()
        return self.boards

    def follow(self, view: View) -> None:
        """The page comes and goes; the walk and its cost are those of the person's settings."""
        if view.settings != self._settings:
            self._settings = view.settings
            self._walk()
            self._show()
        if self._open != (view.page is Page.EDITOR):
            if self._open:
                self.close()
            else:
                self.open(view.board.id)

    def take(self, board: Board) -> None:
        """The person changed a phrase with the switch.  Raises `OSError`."""
        self._taken(self._history.do(PutBoard(board)))
        self._saving.stop()
        self._save()
        self._show()

    def flush(self) -> None:
        """Write what is not written yet."""
        self._saving.stop()
        try:
            self._save()
        except OSError:
            self._view = replace(self._view, note=editor_text("not_saved"))
        self._show()

    # ------------------------------------------------------------------------ being asked

    def ask(self, asked: Asked) -> None:
        """The page asks for something."""
        self._view = replace(self._view, note="")
        try:
            self._do(asked)
        except (EditProblem, MediaProblem) as problem:
            self._view = replace(self._view, note=editor_text(str(problem)))
        self._show()

    def _do(self, asked: Asked) -> None:
        board, place = self._view.board, self._view.place
        match asked:
            case Choose(board_id, at):
                self._choose(board_id, at)
            case UndoEdit():
                self._stepped(self._history.undo())
            case RedoEdit():
                self._stepped(self._history.redo())
            case NewBoard(name):
                self._edit(AddBoard(name, ways=ways_back()))
            case AsItCame(board_id):
                came = self._history.as_it_came(board_id)
                if came is not None:
                    self._edit(PutBoard(came))
            case Find(text):
                if text.strip():
                    self._search.begin(self._history.boards, lambda one: found_in(one, text))
                else:
                    self._search.forget()
            case CheckLinks():
                there = self._history.boards.__contains__
                self._search.begin(self._history.boards, lambda one: dead_ends(one, there))
            case WalkLight(on):
                self._light.stop()
                if on:
                    self._light.begin(board, self.boards.strip, self._settings)
            case PressLight(down):
                self._light.press(down)
            case FindPicture(word):
                self._view = replace(self._view, pictures=self._media.find(word))
            case UsePicture() | TakeFile() | NoSound():
                self._media.do(asked, board, self._view.cell)
            case _:
                self._edit(asked, place)

    def _put(self, board: Board) -> None:
        self._edit(PutBoard(board))
        self._show()

    def _note(self, key: str) -> None:
        """A sentence for the helper, also when nothing was asked just now."""
        self._view = replace(self._view, note=editor_text(key) if key else "")
        self._show()

    def _edit(self, edit: Edit, place: Place | None = None) -> None:
        before, place = self._view.board, place or self._view.place
        changed = self._history.do(edit)
        if isinstance(edit, AddBoard | CopyBoard) and changed:
            self._choose(changed[0], None)
        after = self._history.boards.get(before.id)
        if changed == (before.id,) and after is not None:
            place = place_after(edit, place, before, after)
            self._view = replace(self._view, place=place)
        self._taken(changed)

    def _stepped(self, changed: tuple[str, ...]) -> None:
        """A step was undone or done again: show where."""
        there = [key for key in changed if key in self._history.boards]
        if there and self._view.board.id not in there:
            self._choose(there[0], None)
        self._taken(changed)

    def _taken(self, changed: tuple[str, ...]) -> None:
        """Boards have changed: in the scan at once, on the disk soon."""
        if not changed:
            return
        changes = {key: self._history.boards.get(key) for key in changed}
        self.boards = with_boards(self.boards, changes)
        self._unsaved.update(dict.fromkeys(changed))
        self._lines = None
        self._choose(self._view.board.id, self._view.place)
        self._hands.use(self.boards)
        self._saving.start(SAVE_AFTER)

    def _save(self) -> None:
        for key in tuple(self._unsaved):
            board = self._history.boards.get(key)
            if board is None or not self._history.is_changed(key):
                self._hands.remove(key)
            else:
                self._hands.write(board)
            del self._unsaved[key]

    # ---------------------------------------------------------------------------- showing

    def _choose(self, board_id: str, place: Place | None) -> None:
        board = self._history.boards.get(board_id) or self.boards.get(board_id)
        if board != self._view.board:
            self._view = replace(self._view, pictures=None)
        self._view = replace(self._view, board=board, place=on_board(place, board))
        self._walk()

    def _walk(self) -> None:
        board, strip = self._view.board, self.boards.strip
        self._view = replace(self._view, walked=walked(board, strip, self._settings))
        if self._light.on:
            self._light.begin(board, strip, self._settings)

    def _show(self) -> None:
        if not self._open:
            return
        if self._lines is None:
            self._lines = board_lines(self.boards, self._history)
        self._view = replace(
            as_now(self._view, self.boards, self._history, self._lines),
            walking=self._light.shown(),
            saved=not self._unsaved,
            found=self._search.found,
            looking=self._search.going,
        )
        self._hands.show(self._view)
