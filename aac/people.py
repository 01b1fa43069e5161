"""The people around: their side of the screen, and the family's phones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from aac.model.events import Event
from aac.model.view import View
from aac.partnering import Partnering
from aac.phoning import Phoning
from aac.ui.main_window import MainWindow


class People:
    """``post``: to the session.  ``phones``: the file of the phones that are let in.  ``log``: gets
    plain lines about trouble."""

    def __init__(
        self,
        window: MainWindow,
        post: Callable[[Event], None],
        phones: Path,
        log: Callable[[str], None],
    ) -> None:
        self._partner = Partnering(window, post)
        self._phone = Phoning(window, post, phones, log)

    def follow(self, view: View) -> None:
        """Show them what they may see."""
        self._partner.follow(view)
        self._phone.follow(view)

    def stop(self) -> None:
        """Let go of windows and processes."""
        self._partner.stop()
        self._phone.stop()
