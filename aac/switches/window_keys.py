"""Keys and mouse buttons that reach Wren's own window: the usual source, on every system.

The switch is often the space bar or a mouse button, which helpers need too.  So while somebody
works with mouse or keyboard on a control that can take the keyboard (a field of the settings
page), a switch key there belongs to them.  When nothing but the switch has moved for a while it
is the person's again: a page left open never takes their voice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from aac.model.events import SwitchPressed, SwitchReleased
from aac.ports import Emit, Setup, SourceProblem

HELPER_STAYS = 20.0  # seconds

# Names that differ from Qt's; all others are Qt's own without "Key_", such as a, 1, f1, pageup.
KEYS: Mapping[str, tuple[Qt.Key, ...]] = {
    # Switch boxes send Return as often as the key of the number block.
    "enter": (Qt.Key.Key_Return, Qt.Key.Key_Enter),
    "return": (Qt.Key.Key_Return, Qt.Key.Key_Enter),
    "esc": (Qt.Key.Key_Escape,),
    "ctrl": (Qt.Key.Key_Control,),
}
BUTTONS: Mapping[str, Qt.MouseButton] = {
    "mouse_left": Qt.MouseButton.LeftButton,
    "mouse_right": Qt.MouseButton.RightButton,
    "mouse_middle": Qt.MouseButton.MiddleButton,
    "mouse_back": Qt.MouseButton.BackButton,
    "mouse_forward": Qt.MouseButton.ForwardButton,
}
_WITH_COMMAND = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_MODIFIERS = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt})


def keys_of(name: str) -> tuple[Qt.Key, ...]:
    """The keys of a name; none where there is no such key."""
    known = KEYS.get(name)
    return known or tuple(key for key in Qt.Key if (key.name or "").lower() == f"key_{name}")


def name_of(key: int) -> str:
    """The name of a key as `keys_of` takes it; nothing for a key that Qt has no name for."""
    for name, keys in KEYS.items():
        if key in keys:
            return name
    name = (Qt.Key(key).name or "").lower()
    return name.removeprefix("key_") if name.startswith("key_") else ""


def unknown_keys(names: Sequence[str]) -> tuple[str, ...]:
    """Those of the names that no key and no mouse button has."""
    return tuple(name for name in names if name and name not in BUTTONS and not keys_of(name))


class WindowKeys(QObject):
    """``keys``: names as in the settings, entry i is switch i + 1; ``""`` is no key.

    ``on_problem`` is called with ``"unknown-key:NAME"`` for a name that is not known; the
    other keys work.
    """

    def __init__(
        self,
        keys: Sequence[str],
        on_problem: Callable[[str], None],
        clock: Callable[[], float] = monotonic,
        setup: Setup | None = None,
    ) -> None:
        super().__init__()
        self._names = tuple(name.strip().lower() for name in keys)
        self._found: Callable[[str], None] | None = None
        self._on_problem = on_problem
        self._clock = clock
        self._emit: Emit | None = None
        self._keys: dict[int, int] = {}
        self._buttons: dict[Qt.MouseButton, int] = {}
        self._down: set[int] = set()
        self._helped_at: float | None = None

    def start(self, emit: Emit) -> None:
        application = QApplication.instance()
        if application is None:
            raise SourceProblem("no-display")
        if self._emit is not None:
            return
        self._emit = emit
        self._learn_names()
        application.installEventFilter(self)

    def stop(self) -> None:
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._let_go(self._clock())
        self._emit = None

    def seek(self, found: Callable[[str], None] | None) -> None:
        """Tell the name of every key and button that goes down in Wren's own window."""
        self._found = found

    def _learn_names(self) -> None:
        for name in unknown_keys(self._names):
            self._on_problem(f"unknown-key:{name}")
        for switch, name in enumerate(self._names, start=1):
            if name in BUTTONS:
                self._buttons.setdefault(BUTTONS[name], switch)
            for key in keys_of(name):
                self._keys.setdefault(key.value, switch)

    # -------------------------------------------------------------------------- events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True where the event was a movement of a switch and nobody else may have it."""
        now = self._clock()
        match event.type():
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                return self._key_down(event, now)
            case QEvent.Type.KeyRelease if isinstance(event, QKeyEvent):
                switch = self._keys.get(event.key())
                return self._up(switch, now, repeated=event.isAutoRepeat())
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick if isinstance(
                event, QMouseEvent
            ):
                return self._button_down(event, now)
            case QEvent.Type.MouseButtonRelease if isinstance(event, QMouseEvent):
                return self._up(self._buttons.get(event.button()), now)
            case QEvent.Type.MouseMove:
                self._helped_at = now
            case QEvent.Type.WindowDeactivate | QEvent.Type.ApplicationDeactivate:
                # The release will go to another window.
                self._let_go(now)
        return False

    def _key_down(self, event: QKeyEvent, now: float) -> bool:
        if self._found is not None and not event.isAutoRepeat():
            self._found(name_of(event.key()))
        switch = self._keys.get(event.key())
        command = event.modifiers() & _WITH_COMMAND and event.key() not in _MODIFIERS
        if switch is None or command:
            self._helped_at = now
            return False
        if switch not in self._down and self._is_for_helper(QApplication.focusWidget(), now):
            return False
        if not event.isAutoRepeat():
            self._press(switch, now)
        return True

    def _button_down(self, event: QMouseEvent, now: float) -> bool:
        if self._found is not None:
            self._found(next((n for n, one in BUTTONS.items() if one is event.button()), ""))
        switch = self._buttons.get(event.button())
        if switch is None:
            self._helped_at = now
            return False
        there = QApplication.widgetAt(event.globalPosition().toPoint())
        if self._is_for_helper(there, now):
            return False
        self._press(switch, now)
        return True

    def _is_for_helper(self, widget: QWidget | None, now: float) -> bool:
        """Whether somebody works on ``widget``, and it is a control and not just the window."""
        if widget is None or self._helped_at is None or now - self._helped_at > HELPER_STAYS:
            return False
        control = widget.focusProxy() or widget
        return control.focusPolicy() != Qt.FocusPolicy.NoFocus and not control.isWindow()

    # ------------------------------------------------------------------------- telling

    def _press(self, switch: int, now: float) -> None:
        if switch not in self._down:
            self._down.add(switch)
            self._tell(SwitchPressed(switch), now)

    def _up(self, switch: int | None, now: float, *, repeated: bool = False) -> bool:
        if switch is None or switch not in self._down:
            return False
        if not repeated:
            self._down.discard(switch)
            self._tell(SwitchReleased(switch), now)
        return True

    def _let_go(self, now: float) -> None:
        for switch in sorted(self._down):
            self._tell(SwitchReleased(switch), now)
        self._down.clear()

    def _tell(self, event: SwitchPressed | SwitchReleased, when: float) -> None:
        if self._emit is not None:
            self._emit(event, when)
