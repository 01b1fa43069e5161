"""What helpers do beside the scan: boards are changed, brought in from files, and printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from aac.bank_desk import BankDesk
from aac.banking.store import RecordingStore
from aac.bringing import Bringing
from aac.editor.making import make_desk
from aac.files.board_library import Library
from aac.files.elsewhere import untold
from aac.files.paths import ProfilePaths
from aac.files.store import Store
from aac.model.banked import RecordingsChanged
from aac.model.board import Board, BoardSet
from aac.model.board_events import BoardsChanged
from aac.model.events import Event
from aac.model.notice import Notice, NoticeKind
from aac.model.settings import Settings
from aac.model.view import Page, View, Work
from aac.paper_desk import PaperDesk
from aac.ports import Pictures
from aac.shelf import open_shelf
from aac.ui.main_window import BOARD_SETTINGS, MainWindow


class Helping(QObject):
    """Holds the boards in use.

    ``profile``: the folder of ``--profile``, if there is one.  ``settings`` and ``phrases``: give
    those of now.  ``post``: to the session.  ``renew``: begins it anew, with the same message.
    ``recordings``: those of the person's own voice.  ``log``: gets plain lines about trouble.
    """

    def __init__(
        self,
        window: MainWindow,
        paths: ProfilePaths,
        profile: Path | None,
        boards: BoardSet,
        settings: Callable[[], Settings],
        phrases: Callable[[], Sequence[str]],
        post: Callable[[Event], None],
        renew: Callable[[], None],
        tell: Callable[[Notice], None],
        pictures: Pictures,
        recordings: RecordingStore,
        log: Callable[[str], None],
    ) -> None:
        super().__init__()
        self.boards = boards
        self._told_elsewhere = paths.elsewhere
        self._settings_open = False
        self._own, self._phrases = phrases, tuple[str, ...]()
        self._post, self._renew, self._tell = post, renew, tell
        self._page = window.settings
        self._editor = make_desk(
            paths.boards, boards, settings(), window.editor, self._use, pictures
        )
        self._bringing = Bringing(paths.boards, lambda: open_shelf(paths.boards, settings()))
        self._paper = PaperDesk(
            self._page.paper, profile, paths.printed, lambda: self.boards, settings, phrases
        )
        store = Store(paths.settings, paths.work, paths.measures)
        self._bank = BankDesk(
            self._page.bank, recordings, profile, lambda: self.boards, settings,
            lambda: store.read_work()[0], log,
        )  # fmt: skip
        self._bank.changed.connect(lambda known: post(RecordingsChanged(known)))
        self._bank.told.connect(tell)
        self._page.boards.wanted.connect(self._bringing.bring)
        self._bringing.told.connect(self._page.boards.show_report)
        self._bringing.loaded.connect(self._use_library)
        self._paper.told.connect(tell)

    def start(self) -> None:
        """The scan has begun."""
        self._phrases = tuple(self._own())
        self._bank.start()
        self._paper.check()
        self._count_elsewhere()

    def follow(self, view: View) -> None:
        """The editor's page comes and goes; lists and passport are changed on that of settings."""
        self._editor.follow(view)
        was, self._settings_open = self._settings_open, view.page is Page.SETTINGS
        if was and not self._settings_open:
            self._paper.changed()

    def saved(self, work: Work) -> None:
        """The person's own phrases are printed too."""
        before, self._phrases = self._phrases, work.phrases
        if before != work.phrases:
            self._paper.changed()

    def take(self, board: Board) -> None:
        """The person changed a phrase with the switch.  Raises `OSError`."""
        self._editor.take(board)

    def print_pack(self) -> None:
        """The person asks for everything on paper."""
        self._paper.print_pack()

    def stop(self) -> None:
        """Let processes go; what was changed is saved."""
        self._bringing.stop()
        self._bank.stop()
        self._editor.close()
        self._paper.stop()

    def _use_library(self, library: Library, start: str) -> None:
        """Boards were added: the session begins anew with them, with the same message.

        ``start``: the board that they begin with, which may become the first that Wren shows.
        """
        self._page.boards.offer(start)
        self._use(self._editor.renew(library.boards))
        self._renew()
        self._count_elsewhere()

    def _count_elsewhere(self) -> None:
        """Tell once how many pictures of the boards are only on the internet."""
        if count := untold(self.boards.looked_through(), self._told_elsewhere):
            self._tell(Notice(NoticeKind.PICTURES_ELSEWHERE, str(count)))

    def _use(self, boards: BoardSet) -> None:
        """Boards were changed by a helper, or a phrase by the person."""
        self.boards = boards
        self._post(BoardsChanged(boards))
        self._paper.changed()
        names = names_of(boards)
        for key in BOARD_SETTINGS:
            self._page.set_choices(key, names)


def names_of(boards: BoardSet) -> Mapping[str, str]:
    """Id -> name of the boards that can be listed at once."""
    return {board.id: board.name for board in boards.looked_through()}
