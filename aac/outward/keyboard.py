"""Keys that pynput presses for Wren.

On X11 they are pressed as `KeyCode.from_vk`, which goes through the server like a real key;
pynput's other way sends events that terminals leave unread, and its ``type`` corrupts letters that
the keyboard lacks.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from typing import Any

from pynput.keyboard import Controller, Key, KeyCode

PAUSE = 0.008
"""Seconds between two letters: programs that look up each one lose none."""

_V = {"linux": 0x76, "win32": 0x56, "darwin": 0x09}


def is_allowed() -> bool:
    """Whether the system lets this program press keys.  macOS leaves them out silently if not."""
    if sys.platform != "darwin":
        return True
    from HIServices import AXIsProcessTrusted  # comes with pynput there

    return bool(AXIsProcessTrusted())


class Keyboard:
    """Raises what pynput raises where it cannot be used."""

    def __init__(self) -> None:
        self._keys = Controller()

    def paste(self, keys: str) -> None:
        """Press the keys of the setting ``paste_keys``."""
        v = KeyCode.from_vk(_V.get(sys.platform, _V["linux"]))
        if sys.platform == "darwin":
            self._chord((Key.cmd,), v)
        elif keys == "shift_insert":
            self._chord((Key.shift,), Key.insert)
        elif keys == "ctrl_shift_v":
            self._chord((Key.ctrl, Key.shift), v)
        else:
            self._chord((Key.ctrl,), v)

    def type(self, keys: Iterable[tuple[int, bool]]) -> None:
        """Press these keys one after the other, with Shift where it is wanted."""
        for keysym, shifted in keys:
            self._chord((Key.shift,) if shifted else (), KeyCode.from_vk(keysym))
            time.sleep(PAUSE)

    def enter(self) -> None:
        self._chord((), Key.enter)

    def _chord(self, modifiers: Iterable[Any], key: Any) -> None:
        held = list(modifiers)
        for modifier in held:
            self._keys.press(modifier)
        try:
            self._keys.press(key)
            self._keys.release(key)
        finally:
            for modifier in reversed(held):
                self._keys.release(modifier)
