"""The windows of an X11 desktop: which has the keyboard, which had it before, give it to one.

By the hints that window managers agree on (EWMH).  Where Wren has the keyboard, the program that
is written into is the topmost one of the others: window managers stack what was used last on top.
"""

from __future__ import annotations

import time
from typing import Any

from Xlib import X, Xatom, display, error, protocol

PATIENCE = 1.0
"""Seconds in which a window takes the keyboard, or never."""

_LOOK = 0.01
_SETTLE = 0.08
"""Seconds from the keyboard's arrival until a program has told its text field."""

_PAGER = 2
"""The source of a request that a person has made; other requests may be refused."""

# Panels, desktops, docks and menus take no text.
_WRITABLE = ("_NET_WM_WINDOW_TYPE_NORMAL", "_NET_WM_WINDOW_TYPE_DIALOG")


class Desktop:
    """``own``: the process whose windows are never written into.

    Raises what python-xlib raises where there is no display.
    """

    def __init__(self, own: int) -> None:
        self._display = display.Display()
        self._display.set_error_handler(lambda *trouble: None)  # windows go while we ask
        self._root = self._display.screen().root
        self._own = own

    def active(self) -> int:
        """The window that has the keyboard; 0 for none."""
        found = self._property(self._root, "_NET_ACTIVE_WINDOW", X.AnyPropertyType)
        return int(found[0]) if found else 0

    def is_own(self, window: int) -> bool:
        return window != 0 and self._pid(self._window(window)) == self._own

    def target(self) -> int:
        """The window to write into; 0 where there is none."""
        active = self.active()
        if active and not self.is_own(active) and self._takes_text(active):
            return active
        stack = self._property(self._root, "_NET_CLIENT_LIST_STACKING", Xatom.WINDOW) or ()
        others = (int(one) for one in reversed(stack) if not self.is_own(int(one)))
        return next((one for one in others if self._takes_text(one)), 0)

    def title(self, window: int) -> str:
        """What stands in its frame."""
        for name in ("_NET_WM_NAME", "WM_NAME"):
            if found := self._property(self._window(window), name, X.AnyPropertyType):
                raw = found if isinstance(found, bytes) else bytes(found)
                return raw.decode("utf-8", "replace")
        return ""

    def activate(self, window: int) -> bool:
        """Give it the keyboard; whether it has it now."""
        if self.active() != window:
            message = protocol.event.ClientMessage(
                window=self._window(window),
                client_type=self._atom("_NET_ACTIVE_WINDOW"),
                data=(32, [_PAGER, X.CurrentTime, 0, 0, 0]),
            )
            mask = X.SubstructureRedirectMask | X.SubstructureNotifyMask
            self._root.send_event(message, event_mask=mask)
            self._display.flush()
        until = time.monotonic() + PATIENCE
        while not self._has_keyboard(window):
            if time.monotonic() > until:
                return False
            time.sleep(_LOOK)
        time.sleep(_SETTLE)
        return True

    def keys_down(self) -> bool:
        """Whether any key is held: it would go on repeating in the other program."""
        return any(self._display.query_keymap())

    def keys_for(self, text: str) -> list[tuple[int, bool]] | None:
        """For each letter its keysym, and whether Shift goes with it; ``None`` where a letter has
        no key, or where Caps Lock or a second layout may make it another one."""
        if self._root.query_pointer().mask & X.LockMask:
            return None
        keys = [self._key(letter) for letter in text]
        return None if None in keys else [key for key in keys if key is not None]

    def _key(self, letter: str) -> tuple[int, bool] | None:
        keysym = ord(letter)
        if not (0x20 <= keysym < 0x7F or 0xA0 <= keysym < 0x100):
            return None  # other letters have keysyms of several kinds
        for code, level in self._display.keysym_to_keycodes(keysym):
            plain, second = (self._display.keycode_to_keysym(code, n) for n in (0, 2))
            if level in (0, 1) and second in (0, plain):
                return keysym, level == 1
        return None

    def _has_keyboard(self, window: int) -> bool:
        if self.active() != window:
            return False
        focus = self._display.get_input_focus().focus
        return not isinstance(focus, int) and not self.is_own(self._top(focus).id)

    def _top(self, window: Any) -> Any:
        """The window of the program that this one lies in."""
        while self._pid(window) == 0:
            try:
                parent = window.query_tree().parent
            except error.XError:
                return window
            if isinstance(parent, int) or parent.id == self._root.id:
                return window
            window = parent
        return window

    def _takes_text(self, window: int) -> bool:
        found = self._window(window)
        states = self._property(found, "_NET_WM_STATE", Xatom.ATOM) or ()
        if self._atom("_NET_WM_STATE_HIDDEN") in states:
            return False
        types = self._property(found, "_NET_WM_WINDOW_TYPE", Xatom.ATOM) or ()
        return not types or any(self._atom(name) in types for name in _WRITABLE)

    def _pid(self, window: Any) -> int:
        found = self._property(window, "_NET_WM_PID", Xatom.CARDINAL)
        return int(found[0]) if found else 0

    def _property(self, window: Any, name: str, kind: int) -> Any:
        try:
            found = window.get_full_property(self._atom(name), kind)
        except error.XError:
            return None
        return None if found is None else found.value

    def _window(self, number: int) -> Any:
        return self._display.create_resource_object("window", number)

    def _atom(self, name: str) -> int:
        return int(self._display.intern_atom(name))
