"""Keys and mouse buttons that reach Wren's own window: the switch source that works everywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit

from aac.model.events import SwitchPressed, SwitchReleased

Emit = Callable[[SwitchPressed | SwitchReleased, float], None]

BUTTONS: Mapping[str, Qt.MouseButton] = {
    "mouse_left": Qt.MouseButton.LeftButton,
    "mouse_right": Qt.MouseButton.RightButton,
    "mouse_middle": Qt.MouseButton.MiddleButton,
    "mouse_back": Qt.MouseButton.BackButton,
    "mouse_forward": Qt.MouseButton.ForwardButton,
}

# Switch boxes send Return as often as the key of the number block.
SAME_KEY = {Qt.Key.Key_Enter: Qt.Key.Key_Return}


def key_of(name: str) -> Qt.Key | None:
    """The key of a name such as ``space``, ``enter``, ``f1`` or ``a``."""
    name = {"enter": "return", "esc": "escape"}.get(name.lower(), name.lower())
    return next(
        (key for key in Qt.Key if key.name is not None and key.name.lower() == f"key_{name}"), None
    )


class WindowKeys(QObject):
    """``keys``: names as in the settings, entry i is switch i + 1, empty ones are not used.

    ``on_problem`` is called with ``unknown-key:NAME`` for a name that is no key; the others work.
    """

    def __init__(self, keys: Sequence[str], on_problem: Callable[[str], None]) -> None:
        super().__init__()
        self._names = tuple(keys)
        self._on_problem = on_problem
        self._keys: dict[int, int] = {}
        self._buttons: dict[Qt.MouseButton, int] = {}
        self._down: set[int] = set()
        self._emit: Emit | None = None

    def start(self, emit: Emit) -> None:
        if self._emit is not None:
            return
        self._emit = emit
        for switch, name in enumerate(self._names, start=1):
            self._listen_for(name, switch)
        application = QCoreApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._state_changed)

    def stop(self) -> None:
        if self._emit is None:
            return
        self._let_go()
        self._emit = None
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def _listen_for(self, name: str, switch: int) -> None:
        key = key_of(name)
        if not name:
            return
        if name.lower() in BUTTONS:
            self._buttons[BUTTONS[name.lower()]] = switch
        elif key is not None:
            self._keys[key.value] = switch
        else:
            self._on_problem(f"unknown-key:{name}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is a switch, and only that."""
        # Stamped first: what follows must not make the press later than it was.
        now = monotonic()
        match event.type():
            case QEvent.Type.KeyPress | QEvent.Type.KeyRelease | QEvent.Type.ShortcutOverride:
                return isinstance(event, QKeyEvent) and self._key(event, now)
            case (
                QEvent.Type.MouseButtonPress
                | QEvent.Type.MouseButtonDblClick
                | QEvent.Type.MouseButtonRelease
            ):
                return isinstance(event, QMouseEvent) and self._button(event, now)
        return False

    def _key(self, event: QKeyEvent, now: float) -> bool:
        switch = self._keys.get(SAME_KEY.get(Qt.Key(event.key()), event.key()))
        if switch is None or _writing() or event.modifiers() & _HELD_BY_HAND:
            return False
        if event.type() is not QEvent.Type.ShortcutOverride and not event.isAutoRepeat():
            self._tell(switch, event.type() is QEvent.Type.KeyPress, now)
        return True

    def _button(self, event: QMouseEvent, now: float) -> bool:
        switch = self._buttons.get(event.button())
        if switch is None:
            return False
        self._tell(switch, event.type() is not QEvent.Type.MouseButtonRelease, now)
        return True

    def _tell(self, switch: int, down: bool, now: float) -> None:
        # Qt sends a mouse press to the window and to the widget in it: it is one press.
        if self._emit is None or down == (switch in self._down):
            return
        if down:
            self._down.add(switch)
            self._emit(SwitchPressed(switch), now)
        else:
            self._down.discard(switch)
            self._emit(SwitchReleased(switch), now)

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self._let_go()

    def _let_go(self) -> None:
        """A window that loses the keyboard is not told of the release."""
        for switch in sorted(self._down):
            self._tell(switch, False, monotonic())


# Ctrl and Alt with a key are a helper's; Shift may be a slip of the finger.
_HELD_BY_HAND = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def _writing() -> bool:
    """Whether a helper types into a field: then the keys are not the switch."""
    return isinstance(QApplication.focusWidget(), QLineEdit | QAbstractSpinBox)
