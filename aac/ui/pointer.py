"""Finger, mouse and gaze over the window: which cell they are on, told as it happens.

The window's own handle sees every movement before the widgets do; a touch screen's touches come
as those of a mouse.  Under touch the cells' own buttons hear nothing of them, as the core decides
which touch counts; a screen reader still presses cells directly.

A cell counts as left only once the pointer is out of the place where the cell was when it came:
where the board changes under a pointer that stands still, nothing new has been pointed at.
"""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtWidgets import QWidget

from aac.model.pointing import Pointed, Pointing
from aac.model.settings import Settings
from aac.ui.cell_button import CellButton
from aac.ui.cell_sheet import CellSheet

PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class Pointer(QObject):
    """``pointed``: a `Pointed`, stamped with monotonic seconds.

    Tells nothing where the settings want neither touch nor dwell.
    """

    pointed = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._handle: QWindow | None = None
        self._touches = self._dwells = False
        self._touching = False
        self._cell = ""
        self._place = QRect()

    def watch(self) -> None:
        """Begin, once the window has its handle."""
        handle = self._window.windowHandle()
        if handle is not None and handle is not self._handle:
            self._handle = handle
            handle.installEventFilter(self)

    def use(self, settings: Settings) -> None:
        """Follow the settings; the dwell on the way back from the switch needs it too."""
        touches = settings.scan_method == "touch"
        dwells = settings.scan_method == "dwell" or (
            not settings.pointing and settings.pointer_method == "dwell"
        )
        if (touches, dwells) != (self._touches, self._dwells):
            self._touches, self._dwells, self._touching = touches, dwells, False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True where a touch is the core's, so that no button hears of it."""
        kind = event.type()
        if isinstance(event, QMouseEvent) and self._touches:
            return self._touch(event)
        if kind is QEvent.Type.MouseMove and isinstance(event, QMouseEvent) and self._dwells:
            self._rest(event.position().toPoint())
        elif kind is QEvent.Type.Leave:
            self._gone()
        return False

    def _touch(self, event: QMouseEvent) -> bool:
        place, kind = event.position().toPoint(), event.type()
        if kind in PRESSES and event.button() is Qt.MouseButton.LeftButton:
            if self._touching:
                return True  # the second half of a double click
            if self._sheet_at(place) is None:
                return False  # a field of the settings page, or the message
            self._touching = True
            self._cell = self._cell_at(place)
            self._tell(Pointing.DOWN)
        elif kind is QEvent.Type.MouseMove and self._touching:
            cell = self._cell_at(place)
            if cell != self._cell:
                self._cell = cell
                self._tell(Pointing.OVER)
        elif kind is QEvent.Type.MouseButtonRelease and self._touching:
            if event.button() is Qt.MouseButton.LeftButton:
                self._touching = False
                self._tell(Pointing.UP)
        else:
            return False
        return True

    def _rest(self, place: QPoint) -> None:
        """The pointer moved to ``place``."""
        if self._cell and self._place.contains(place):
            return
        button = self._button_at(place)
        cell = _id_of(button)
        self._place = QRect()
        if button is not None:
            self._place = QRect(button.mapTo(self._window, QPoint()), button.size())
        if cell != self._cell:
            self._cell = cell
            self._tell(Pointing.OVER)

    def _gone(self) -> None:
        if self._touching or self._cell:
            self._touching, self._cell = False, ""
            self._place = QRect()
            self._tell(Pointing.GONE)

    def _tell(self, what: Pointing) -> None:
        self.pointed.emit(Pointed(what, self._cell, monotonic()))

    def _sheet_at(self, place: QPoint) -> CellSheet | None:
        widget: QWidget | None = self._window.childAt(place)
        while widget is not None and not isinstance(widget, CellSheet):
            widget = widget.parentWidget()
        return widget

    def _button_at(self, place: QPoint) -> CellButton | None:
        widget = self._window.childAt(place)
        return widget if isinstance(widget, CellButton) else None

    def _cell_at(self, place: QPoint) -> str:
        return _id_of(self._button_at(place))


def _id_of(button: CellButton | None) -> str:
    return button.cell.id if button is not None and button.cell is not None else ""
