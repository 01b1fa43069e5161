"""The window: a function of the `View` it is given.

On top a line of state, then the page (board, settings or alert), and at the bottom the strip,
which is there on every page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from aac.model.pointing import Pointed, Pointing
from aac.model.settings import Settings
from aac.model.sound_words import first_choices
from aac.model.view import Page, View
from aac.model.words import screen_text
from aac.ui import shown
from aac.ui.advice_page import AdvicePage
from aac.ui.alert_page import AlertPage
from aac.ui.board_view import BoardView
from aac.ui.cell_sheet import CellSheet
from aac.ui.covers import Covers
from aac.ui.editor_page import EditorPage
from aac.ui.guide_page import GuidePage
from aac.ui.lettering import load_fonts
from aac.ui.light import Light, Style
from aac.ui.message_bar import MessageBar
from aac.ui.overlays import Overlays
from aac.ui.part import Part
from aac.ui.pointer import Pointer
from aac.ui.rooms import gap_between
from aac.ui.settings_page import SettingsPage
from aac.ui.status_line import StatusLine
from aac.ui.theme import colour

__all__ = ["MainWindow", "load_fonts"]

SMALLEST_SIZE, FIRST_SIZE = QSize(800, 480), QSize(1366, 768)
HELPERS_PAGES = {Qt.Key.Key_Comma: Page.SETTINGS, Qt.Key.Key_E: Page.EDITOR}
BOARD_SETTINGS = ("home_board", "spelling_board", "stage")


class MainWindow(QWidget):
    """Shows views, and tells what is done to it by hand.

    ``board_choices`` and ``voice_choices``: id -> name, for the settings page.  Keys: F11 changes
    between full screen and window, Ctrl+Alt+Q asks to close, Ctrl+comma asks for the settings,
    Ctrl+E for the board editor; all others are left alone.
    """

    touched = Signal(str)
    pointed = Signal(object)
    settings_changed = Signal(object)
    page_asked = Signal(object)
    close_asked = Signal()

    def __init__(
        self,
        board_choices: Mapping[str, str] | None = None,
        voice_choices: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self._view: View | None = None
        self._opened_by_hand = self._asked_to_close = False
        self._style = style = Style.of(Settings(), self.logicalDpiY(), 0, self.font().family())
        choices = {
            **dict.fromkeys(BOARD_SETTINGS, board_choices or {}),
            "voice": voice_choices or {},
            **first_choices(),
        }
        self.status, self.message = StatusLine(style), MessageBar(style)
        self.board = BoardView(style)
        self.settings = SettingsPage(style, choices)
        self.editor = EditorPage(style, self.board.album)
        self.advice = AdvicePage(style)
        self.alert = AlertPage(style)
        self.guide = GuidePage(style)
        self.strip = CellSheet("", style)
        pages = (self.settings, self.editor, self.advice, self.alert, self.guide)
        self._sheets = (self.board, *pages, self.strip)
        self.over = Overlays(style, self)
        self.covers = Covers(style, self)
        self._pointer = Pointer(self)
        self._board_page = QWidget()
        self._page_of: dict[Page, QWidget] = {
            Page.BOARD: self._board_page,
            Page.NIGHT: self._board_page,
            Page.SETTINGS: self.settings,
            Page.EDITOR: self.editor,
            Page.ADVICE: self.advice,
            Page.ALERT: self.alert,
            Page.SPEED: self.guide,
        }
        self._pages = QStackedWidget()
        # Each part, with what it shows of a view: it is told only of changes.
        parts: tuple[Part, ...] = (self.status, self.message, self.board, *pages)
        self._parts = tuple(zip(parts, shown.ALL, strict=True))
        self._build()

    # ------------------------------------------------------------------------- showing

    def show_view(self, view: View) -> None:
        """Show ``view``; only what differs from the last view is touched."""
        before, self._view = self._view, view
        if before is None or view.settings is not before.settings:
            self._use(view.settings)
        if before is not None and view.settings.full_screen != before.settings.full_screen:
            self.open(full_screen=view.settings.full_screen)
        for part, shows in self._parts:
            if before is None or shows(view) != shows(before):
                part.show_view(view)
        if before is None or view.strip is not before.strip:
            self.strip.set_rows((view.strip,) if view.strip else ())
        if before is None or view.page is not before.page:
            self._turn_to(view.page)
        light = Light.of(view)
        for sheet in self._sheets:
            sheet.set_light(light)
        pages = (self.settings.cells, self.editor.cells, self.alert.cells, *self.guide.sheets())
        cells = (*self.board.sheets(), *pages, self.strip)
        self.over.show_view(view, cells)
        self.covers.show_view(view)
        self._opened_by_hand = False

    def paint_now(self) -> None:
        """Paint what has changed before returning, instead of when Qt gets to it."""
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.UpdateRequest))

    def open(self, *, full_screen: bool) -> None:
        """Show the window."""
        (self.showFullScreen if full_screen else self.showNormal)()

    # ------------------------------------------------------------------------ building

    def _build(self) -> None:
        self.setWindowTitle(screen_text("app"))
        self.setMinimumSize(SMALLEST_SIZE)
        self.resize(FIRST_SIZE)
        # Keys come here and not to a cell: they may be somebody's switch.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._layouts = QVBoxLayout(self), QVBoxLayout(self._board_page)
        layout, inside = self._layouts
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.message)
        inside.addWidget(self.board, 1)
        for page in self._page_of.values():
            self._pages.addWidget(page)
        layout.addWidget(self.status)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.strip)
        for sheet in self._sheets:
            sheet.touched.connect(self._touch)
        self._pointer.pointed.connect(self._point)
        self.covers.night.pressed.connect(self._touch)
        # Queued: a field that loses the keyboard because its page goes speaks up in mid-show.
        self.settings.changed.connect(self.settings_changed, Qt.ConnectionType.QueuedConnection)
        for helpers in (self.settings, self.editor):
            helpers.page_asked.connect(self._ask_page)

    def _use(self, settings: Settings) -> None:
        """Take colours and measures from the settings."""
        self._pointer.use(settings)
        style = Style.of(settings, self.logicalDpiY(), self.height(), self.font().family())
        if style == self._style:
            return
        self._style = style
        self.strip.set_style(style)
        self.over.set_style(style)
        self.covers.set_style(style)
        for part, _ in self._parts:
            part.set_style(style)
        self._measure()
        self.update()

    def _turn_to(self, page: Page) -> None:
        self._pages.setCurrentWidget(self._page_of.get(page, self.guide))
        if page in (Page.SETTINGS, Page.EDITOR) and self._opened_by_hand:
            (self.settings if page is Page.SETTINGS else self.editor).take_keyboard()
        else:
            self.setFocus()

    def _measure(self) -> None:
        """Fixed heights for all but the page, from the size of the text and of the window."""
        height, text = self.height(), self._style.text
        margin = max(8, round(height * 0.013))
        self.status.setFixedHeight(max(24, min(round(text * 0.9), round(height * 0.045))))
        self.message.setFixedHeight(max(60, min(round(text * 2.9), round(height * 0.15))))
        self.strip.setFixedHeight(max(52, min(round(text * 2.1), round(height * 0.115))))
        space = max(margin, gap_between(self._style.gap, height) + 2)
        for layout in self._layouts:
            layout.setSpacing(space)
        self._layouts[0].setContentsMargins(space, margin // 2 + 2, space, space)
        # At once, so that what is painted next stands in its place.
        for layout in self._layouts:
            layout.activate()

    # ------------------------------------------------------------------------- by hand

    def _point(self, event: Pointed) -> None:
        self._opened_by_hand = event.what is Pointing.UP
        self.pointed.emit(event)

    def _touch(self, cell_id: str) -> None:
        self._opened_by_hand = True
        self.touched.emit(cell_id)

    def _ask_page(self, page: Page) -> None:
        self._opened_by_hand = True
        self.page_asked.emit(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        elif event.key() == Qt.Key.Key_Q and control and alt:
            self.close()
        elif event.key() == Qt.Key.Key_Escape and self._view and self._view.settings.night:
            self.settings_changed.emit(replace(self._view.settings, night=False))
        elif event.key() in HELPERS_PAGES and control:
            self._ask_page(HELPERS_PAGES[Qt.Key(event.key())])
        else:
            event.ignore()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first.  A program that quits closes its windows, and so comes here again."""
        event.setAccepted(self._asked_to_close)
        if not self._asked_to_close:
            self._asked_to_close = True
            self.close_asked.emit()

    def showEvent(self, event: QShowEvent) -> None:
        self._pointer.watch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.covers.set_room(self.rect())
        self._measure()
        if self._view is not None:
            self._use(self._view.settings)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), colour(self._style.theme.window))
