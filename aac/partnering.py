"""Where the partner's side is shown: on another screen, in a window, or as a band in our own.

Nothing of it is made while it is off.  It never takes the keyboard from the main window and never
stands before it; where the other screen goes, a band takes its place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aac.model.events import Event, Noticed, SettingsChanged
from aac.model.notice import Notice, NoticeKind
from aac.model.partner import SomebodyComes
from aac.model.partner_settings import BAND, NO_SCREEN, OFF, TURNED, WINDOW
from aac.model.partner_words import partner_words
from aac.model.settings import Settings
from aac.model.view import Page, View
from aac.ui.band_height import BandHeight
from aac.ui.light import Style

if TYPE_CHECKING:
    from aac.ui.main_window import MainWindow
    from aac.ui.partner_panel import PartnerPanel

WINDOW_SIZE = (900, 560)
KEY = Qt.Key.Key_F12
Screens = Callable[[], list[QScreen]]


class Partnering(QObject):
    """``window``: the main one.  ``screens``: those that there are now, its own among them."""

    def __init__(
        self,
        window: MainWindow,
        post: Callable[[Event], None],
        screens: Screens = QGuiApplication.screens,
    ) -> None:
        super().__init__()
        self._window, self._post, self._screens = window, post, screens
        self._view: View | None = None
        self._settings: Settings | None = None
        self._listening = False
        self._on = ""  # the screen that it is shown on, where it has one of its own
        self.panel: PartnerPanel | None = None
        self._offer({})

    def follow(self, view: View) -> None:
        """Show what others may see of ``view``, where and as the settings want it."""
        before, self._view = self._view, view
        if before is None or view.settings is not before.settings:
            self._use(view.settings)
        if view.page is Page.SETTINGS and (before is None or before.page is not Page.SETTINGS):
            self._offer_screens(view.settings)
        if self.panel is not None:
            self.panel.show_partner(view.partner)
            self.panel.paint_now()

    def stop(self) -> None:
        """Take it away."""
        self._remove()

    # ------------------------------------------------------------------------- its place

    def _use(self, settings: Settings) -> None:
        before, self._settings = self._settings, settings
        keys = ("partner_place", "partner_screen")
        if before is None or any(getattr(settings, key) != getattr(before, key) for key in keys):
            self._place()
        elif self.panel is not None:
            self.panel.set_style(self._style(self.panel))

    def _place(self) -> None:
        """Make it anew where it belongs now."""
        self._remove()
        settings = self._settings
        if settings is None or settings.partner_place == OFF:
            return
        self._listen()
        place, screen = settings.partner_place, None
        if place == WINDOW and settings.partner_screen != NO_SCREEN:
            screen = self._other_screen(settings.partner_screen)
            place = WINDOW if screen is not None else BAND
        if place == WINDOW:
            self._open_window(screen)
        else:
            self._open_band(turned=place == TURNED)
        if self._view is not None and self.panel is not None:
            self.panel.show_partner(self._view.partner)

    def _open_window(self, screen: QScreen | None) -> None:
        panel = self._make(turned=False, parent=None)
        flags = Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus
        if screen is None:
            flags |= Qt.WindowType.WindowStaysOnBottomHint  # it must not hide the board
        panel.setWindowFlags(flags)
        panel.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        if screen is None:
            panel.resize(*WINDOW_SIZE)
            panel.show()
        else:
            self._on = screen.name()
            panel.setScreen(screen)
            panel.setGeometry(screen.geometry())
            panel.showFullScreen()
        panel.set_style(self._style(panel))

    def _open_band(self, *, turned: bool) -> None:
        panel = self._make(turned=turned, parent=self._window)
        layout = self._window.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, panel)
        BandHeight(panel, self._window)
        panel.show()

    def _make(self, *, turned: bool, parent: QWidget | None) -> PartnerPanel:
        from aac.ui.partner_panel import PartnerPanel

        panel = PartnerPanel(self._style(self._window), turned=turned, parent=parent)
        panel.comes.connect(lambda: self._post(SomebodyComes()))
        panel.closed.connect(self._turn_off)
        self.panel = panel
        return panel

    def _remove(self) -> None:
        panel, self.panel, self._on = self.panel, None, ""
        if panel is None:
            return
        panel.hide()
        panel.setParent(None)
        panel.deleteLater()

    def _turn_off(self) -> None:
        if self._settings is not None:
            self._post(SettingsChanged(replace(self._settings, partner_place=OFF)))

    def _style(self, widget: QWidget) -> Style:
        settings = self._settings or Settings()
        family = self._window.font().family()
        return Style.of(settings, widget.logicalDpiY(), self._window.height(), family)

    # --------------------------------------------------------------------------- screens

    def _listen(self) -> None:
        """From the first use on: screens that come and go, and the key that answers a call."""
        if self._listening:
            return
        self._listening = True
        shortcut = QShortcut(QKeySequence(KEY), self._window)
        shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(lambda: self._post(SomebodyComes()))
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenRemoved.connect(self.screens_changed)
        # Queued: a screen that is new has no place yet.
        application.screenAdded.connect(self.screens_changed, Qt.ConnectionType.QueuedConnection)

    def screens_changed(self, screen: QScreen) -> None:
        """A screen has come or gone."""
        settings = self._settings
        if settings is None or settings.partner_place != WINDOW:
            return
        if settings.partner_screen == NO_SCREEN:
            return
        before = self._on
        there = self._other_screen(settings.partner_screen)
        now = there.name() if there is not None else ""
        if now == before:
            return
        self._place()
        key = "screen_back" if now and not before else "screen_gone"
        self._post(Noticed(Notice(NoticeKind.PARTNER, partner_words(key))))

    def _other_screen(self, wanted: str) -> QScreen | None:
        """The screen of this name, or the first that the main window is not on."""
        own = self._window.screen()
        others = [one for one in self._screens() if one is not own]
        if wanted:
            return next((one for one in others if one.name() == wanted), None)
        return next(iter(others), None)

    def _offer_screens(self, settings: Settings) -> None:
        names = {screen.name(): screen.name() for screen in self._screens()}
        if settings.partner_screen not in ("", NO_SCREEN, *names):
            gone = settings.partner_screen
            names[gone] = partner_words("absent_screen", screen=gone)
        self._offer(names)

    def _offer(self, names: dict[str, str]) -> None:
        usual = {"": partner_words("any_screen"), NO_SCREEN: partner_words("own_window")}
        choices = {**usual, **names}
        self._window.settings.set_choices("partner_screen", choices)
