"""The process that listens with pynput; prints one JSON line for each press of a switch key.

Every other key is forgotten at once.  Ends when its parent closes the pipe.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any

# pynput's names, and what the window calls the same key or button.
NAMES: Mapping[str, str] = {
    "return": "enter", "esc": "escape", "page_up": "pageup", "page_down": "pagedown",
    "caps_lock": "capslock", "num_lock": "numlock", "scroll_lock": "scrolllock",
    "print_screen": "print", "ctrl": "control", "ctrl_l": "control", "ctrl_r": "control",
    "shift_l": "shift", "shift_r": "shift", "alt_l": "alt", "alt_r": "alt", "alt_gr": "altgr",
    "cmd": "meta", "cmd_l": "meta", "cmd_r": "meta",
    ",": "comma", ".": "period", "-": "minus", "+": "plus", ";": "semicolon", "/": "slash",
    "=": "equal", "'": "apostrophe", "[": "bracketleft", "]": "bracketright", "\\": "backslash",
    "`": "quoteleft", "*": "asterisk", "#": "numbersign",
    "mouse_button8": "mouse_back", "mouse_button9": "mouse_forward",
    "mouse_x1": "mouse_back", "mouse_x2": "mouse_forward",
}  # fmt: skip
KEYPAD_ENTER = 0xFF8D  # X11; pynput has no name for it

LOST_AFTER = 2.0
"""Seconds.  A held key repeats sooner; one that goes down anew after this has been up between, and
the system (Windows, as it locks the screen) has kept that to itself."""


class Listener:
    """Turns pynput's keys and buttons into switch numbers; a repeated press is told once."""

    def __init__(self, names: list[str], clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._switches: dict[str, int] = {}
        for number, name in enumerate(names, start=1):
            if name:  # no key has no name, and keys without a name are no switch
                self._switches.setdefault(NAMES.get(name.lower(), name.lower()), number)
        self._down: dict[int, float] = {}

    def key(self, key: Any, *, down: bool) -> None:
        self._tell(key_name(key), down)

    def button(self, button: Any, *, down: bool) -> None:
        name = f"mouse_{button.name}"
        self._tell(NAMES.get(name, name), down)

    def _tell(self, name: str, down: bool) -> None:
        now = self._clock()
        switch = self._switches.get(name)
        if switch is None:
            return
        last = self._down.pop(switch, None)
        if down:
            self._down[switch] = now
        if last is not None and (not down or now - last > LOST_AFTER):
            _say({"up": switch, "at": now})
            last = None
        elif not down:
            return
        if down and last is None:
            _say({"down": switch, "at": now})


def key_name(key: Any) -> str:
    """Our name for a pynput key: ``space``, ``f1``, ``a``."""
    if getattr(key, "vk", None) == KEYPAD_ENTER:
        return "enter"
    name = (getattr(key, "name", None) or getattr(key, "char", None) or "").lower()
    return NAMES.get(name, name)


def main(names: list[str]) -> int:
    try:
        from pynput import keyboard, mouse
    except Exception:  # without a display pynput fails in several ways while it is imported
        _say({"problem": "no-display"})
        return 1
    listener = Listener(names)
    keys = keyboard.Listener(
        on_press=lambda key: listener.key(key, down=True),
        on_release=lambda key: listener.key(key, down=False),
    )
    buttons = mouse.Listener(
        on_click=lambda x, y, button, pressed: listener.button(button, down=pressed)
    )
    wanted: list[threading.Thread] = [keys]
    if any(name.startswith("mouse_") for name in names):
        wanted.append(buttons)
    for each in wanted:
        each.start()
    if not getattr(keys, "IS_TRUSTED", True):
        _say({"problem": "no-permission"})  # macOS hears nothing and says nothing
    sys.stdin.read()
    return 0


def _say(line: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
