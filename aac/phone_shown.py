"""What Wren's own window says about phones: on the settings page, and on the phones' boards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aac.model.phone_words import phone_words
from aac.model.settings import Settings
from aac.model.view import View
from aac.ui.light import Style

if TYPE_CHECKING:
    from aac.ui.main_window import MainWindow
    from aac.ui.phone_card import PhoneCard

BOARD, PAIR_BOARD = "phone", "phone-pair"
Modules = tuple[tuple[int, ...], ...]
NO_CODE: Modules = ()


class PhoneShown:
    """``window``: the main one."""

    def __init__(self, window: MainWindow) -> None:
        self._window, self._panel = window, window.settings.phone
        self.card: PhoneCard | None = None
        self._view: View | None = None
        self._shown: object = None
        self._on = False
        self._at = self._trouble = ""
        self._code: Modules = ()
        self._for_helper = self._for_person = ""
        self._offer({})

    def follow(self, view: View) -> None:
        """The board, the replies or the colours may have changed."""
        self._view = view
        if self.card is not None or view.board.id in (BOARD, PAIR_BOARD):
            self._show_card()

    def turn(self, on: bool) -> None:
        """The page was turned on or off."""
        self._on = on
        self._show_state()

    def show_place(self, address: str, trouble: str) -> None:
        """Where phones reach it, if they do; ``trouble``: a key of the words, or ``""``."""
        self._at, self._trouble = address, trouble
        if not address:
            self.clear_code()
        self._show_state()

    def show_code(self, address: str) -> None:
        """A new code; ``address``: the page that it opens."""
        import segno  # it is seldom needed

        made = segno.make(address, error="m", micro=False)
        self._code = tuple(tuple(int(dark) for dark in row) for row in made.matrix)
        lines = (phone_words("scan"), address.removeprefix("http://"), phone_words("lasts"))
        self._for_helper = self._for_person = "\n".join(lines)
        self._tell_code()

    def end_code(self, helper: str, person: str, **parts: str) -> None:
        """It is no longer good; the keys say why."""
        self._code = ()
        self._for_helper, self._for_person = (phone_words(key, **parts) for key in (helper, person))
        self._tell_code()

    def clear_code(self) -> None:
        self._code, self._for_helper, self._for_person = (), "", ""
        self._tell_code()

    def offer_networks(self, settings: Settings) -> None:
        """Those that there are now, for the settings page."""
        from aac.phone.networks import networks

        names = {name: f"{name} ({address})" for name, address in networks().items()}
        if (gone := settings.phone_network) not in ("", *names):
            names[gone] = phone_words("absent_network", name=gone)
        self._offer(names)

    def _offer(self, names: dict[str, str]) -> None:
        choices = {"": phone_words("any_network"), **names}
        self._window.settings.set_choices("phone_network", choices)

    def _state(self) -> str:
        if not self._on:
            return phone_words("off")
        if not self._at:
            return phone_words(self._trouble or "starting")
        state = phone_words("serving", at=f"http://{self._at}")
        return f"{state} {phone_words(self._trouble)}" if self._trouble else state

    def _show_state(self) -> None:
        self._panel.show_state(self._state(), bool(self._at))
        self._show_card()

    def _tell_code(self) -> None:
        self._panel.show_code(self._for_helper, self._code)
        self._show_card()

    def _show_card(self) -> None:
        """The code on its board, or what was written on a phone on the other one."""
        view = self._view
        if view is None:
            return
        text, code = "", NO_CODE
        if view.board.id == PAIR_BOARD:
            text, code = self._for_person or self._state(), self._code
        elif view.board.id == BOARD:
            text = _replies(view) or self._state()
        shown = (view.board, text, code, self._style(view.settings))
        if shown == self._shown or not (text or self.card):
            return
        self._shown = shown
        if self.card is None:
            self.card = self._make_card()
        self.card.set_style(self._style(view.settings))
        self.card.show_on(view.board, text, code)

    def _make_card(self) -> PhoneCard:
        from aac.ui.phone_card import PhoneCard

        return PhoneCard(self._window.board, self._style(Settings()))

    def _style(self, settings: Settings) -> Style:
        window = self._window
        return Style.of(settings, window.logicalDpiY(), window.height(), window.font().family())


def _replies(view: View) -> str:
    """The reply that came first, and how many more wait."""
    if not view.replies:
        return ""
    first = view.replies[0]
    text = phone_words("reply", name=first.name, text=first.text)
    more = len(view.replies) - 1
    return f"{text}\n({phone_words('more', count=str(more))})" if more else text
