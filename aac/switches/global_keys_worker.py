"""The process that listens with pynput; prints one JSON line for each press of a switch key.

Every other key is forgotten at once.  Ends when its parent closes the pipe.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from typing import Any


class Listener:
    """Turns pynput's keys and buttons into switch numbers; a repeated press is told once."""

    def __init__(self, names: list[str]) -> None:
        self._switches = {name.lower(): n for n, name in enumerate(names, start=1)}
        self._down: set[int] = set()

    def key(self, key: Any, *, down: bool) -> None:
        self._tell(key_name(key), down)

    def button(self, button: Any, *, down: bool) -> None:
        self._tell(f"mouse_{button.name}", down)

    def _tell(self, name: str, down: bool) -> None:
        now = time.monotonic()
        switch = self._switches.get(name)
        if switch is None or down == (switch in self._down):
            return
        (self._down.add if down else self._down.discard)(switch)
        _say({"down" if down else "up": switch, "at": now})


def key_name(key: Any) -> str:
    """Our name for a pynput key: ``space``, ``f1``, ``a``."""
    name = getattr(key, "name", None) or getattr(key, "char", None) or ""
    return {"page_up": "pageup", "page_down": "pagedown", "esc": "escape"}.get(name, name.lower())


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
