"""The family's phones: starts the process that serves them while it is wanted, and feeds it.

It gets what others may see and nothing else (`View.partner`).  While the setting is off there is
no process, and nothing of it is loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic, time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from aac.files.paths import assets_folder
from aac.model import language
from aac.model.events import Event, Noticed
from aac.model.notice import Notice, NoticeKind
from aac.model.partner import PartnerView, PhoneReplied, PhoneSeen, SomebodyComes
from aac.model.phone_words import page_words, phone_words, shown_on_phones
from aac.model.settings import Settings
from aac.model.view import Page, View
from aac.phone_shown import PAIR_BOARD, PhoneShown
from aac.sound.child import Child

if TYPE_CHECKING:
    from aac.ui.main_window import MainWindow

LATER = 1000  # milliseconds after the start: the scan and the voice come first


class Phoning(QObject):
    """``file``: of the paired phones.  ``log``: gets plain lines without anybody's words.

    ``own``: serve on this computer alone, for tests.
    """

    def __init__(
        self,
        window: MainWindow,
        post: Callable[[Event], None],
        file: Path,
        log: Callable[[str], None],
        *,
        own: bool = False,
    ) -> None:
        super().__init__()
        self._window, self._post, self._file, self._log = window, post, file, log
        self._own = own
        self._view: View | None = None
        self._settings: Settings | None = None
        self._sent: PartnerView | None = None
        self._said_at: tuple[float | None, float | None] = (None, None)
        self._child: Child | None = None
        self.at = ""
        self.shown = PhoneShown(window)
        self._start = QTimer(self, singleShot=True, interval=LATER)
        self._start.timeout.connect(self._launch)
        panel = window.settings.phone
        panel.code_wanted.connect(self.new_code)
        panel.forgotten.connect(lambda phone: self._send(forget=phone))

    @property
    def pid(self) -> int:
        """The process that serves; 0 where there is none."""
        return self._child.pid if self._child else 0

    def follow(self, view: View) -> None:
        """Send what others may see, where and while the settings want it."""
        before, self._view = self._view, view
        if before is None or view.settings is not before.settings:
            self._use(view.settings)
        if view.partner != self._sent:
            self._send_view()
        if view.page is Page.SETTINGS and (before is None or before.page is not Page.SETTINGS):
            self.shown.offer_networks(view.settings)
        came = before is None or view.board.id != before.board.id
        if view.board.id == PAIR_BOARD and came:
            self.new_code()
        self.shown.follow(view)

    def stop(self) -> None:
        """Nobody is served any more."""
        self._start.stop()
        child, self._child = self._child, None
        if child is not None:
            child.stop()
            child.deleteLater()
        self._window.settings.phone.show_phones(())
        self._is_at("")

    # ------------------------------------------------------------------------ the process

    def _use(self, settings: Settings) -> None:
        before, self._settings = self._settings, settings
        keys = ("phone", "phone_network", "phone_port")
        if before is not None and all(
            getattr(settings, key) == getattr(before, key) for key in keys
        ):
            return
        if self._child is not None or self._start.isActive():
            self.stop()
        if settings.phone:
            self._start.start(LATER if before is None else 0)
        self.shown.turn(settings.phone)

    def _launch(self) -> None:
        child = self._child = Child("aac.phone.worker", log=self._log)
        child.setParent(self)
        child.up.connect(lambda message: self._serve())
        child.message.connect(self.take)
        child.down.connect(lambda: self._is_at(""))
        child.failing.connect(lambda: self._is_at("", "failing"))
        child.start()

    def _serve(self) -> None:
        settings = self._settings
        assert settings is not None
        wanted = {
            "network": settings.phone_network,
            "port": settings.phone_port,
            "file": str(self._file),
            "pages": str(assets_folder() / "phone"),
            "words": page_words(),
            "language": language.in_use().code,
            "own": self._own,
        }
        self._send(serve=wanted)
        self._send_view()

    def _send(self, **message: object) -> None:
        if self._child is not None:
            self._child.send(**message)

    def _send_view(self) -> None:
        if self._view is None or self._child is None or not self._child.is_up:
            return
        self._sent = self._view.partner
        self._send(view={**shown_on_phones(self._sent), "said_at": self._clock(self._sent.said_at)})

    def _clock(self, said_at: float | None) -> float | None:
        """The time of day, in seconds since 1970, of a moment that Wren knows.

        Reckoned once: the clock that Wren lives by stands still while the computer sleeps.
        """
        if said_at is None:
            return None
        if self._said_at[0] != said_at:
            self._said_at = said_at, time() - (monotonic() - said_at)
        return self._said_at[1]

    def take(self, message: dict[str, Any]) -> None:
        """A message of the process.  What phones send was checked there; its size is here too."""
        match message:
            case {"at": str(address), "usual": bool(usual)}:
                self._is_at(address, "" if usual else "port_taken")
                if self._view is not None and self._view.board.id == PAIR_BOARD:
                    self.new_code()
            case {"problem": str(why)}:
                self._is_at("", why)
            case {"code": str(address)}:
                self.shown.show_code(address)
            case {"code_over": True}:
                self.shown.end_code("expired", "expired_board")
            case {"paired": str(name)}:
                self.shown.end_code("paired", "paired", name=name)
                self._tell("paired", name=name)
            case {"phones": list(phones)}:
                seen = [PhoneSeen(each["id"], each["name"], each["here"]) for each in phones]
                self._window.settings.phone.show_phones(seen)
            case {"coming": str(name)}:
                self._comes(name)
            case {"reply": str(text), "by": str(name)}:
                self._post(PhoneReplied(name[:30], text[:200]))

    def _comes(self, name: str) -> None:
        """Somebody has answered; without a call that would only be a riddle."""
        if self._view is not None and self._view.partner.calling:
            self._post(SomebodyComes())
            self._tell("coming", name=name)

    def _tell(self, key: str, **parts: str) -> None:
        self._post(Noticed(Notice(NoticeKind.PARTNER, phone_words(key, **parts))))

    def _is_at(self, address: str, trouble: str = "") -> None:
        self.at = address
        if not address:
            self._sent = None  # a new process knows nothing yet
        self.shown.show_place(address, trouble)

    def new_code(self) -> None:
        """Show a code that connects one more phone."""
        self.shown.clear_code()
        self._send(pair=True)
