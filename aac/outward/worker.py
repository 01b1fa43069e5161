"""Writes one text into another program: ``python -m aac.outward.worker``, for one order.

In, one line: ``{"text": …, "way": "paste" or "keys", "paste": "ctrl_v", "enter": false, "own":
process id of Wren's window, "in_front": whether Wren has the keyboard}``.  What is pasted is on
the clipboard already.
Out, one line: ``{"done": title of the program}`` or ``{"failed": code of model/outward_words}``.

A process of its own, because libraries that press keys have ended whole programs, and because it
waits for other programs.  It leaves the keyboard where it was.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

from aac.sound.pipe import die_with_parent

_HELD_LIMIT = 2.0
"""Seconds a switch may still be down after it has chosen this."""

_PASTED = 0.3
"""Seconds in which a program fetches the clipboard, before Enter or another window."""

_TITLE = 60


class CannotType(Exception):
    """Nothing was written; the message is a code of ``model/outward_words.py``."""


def main() -> None:
    die_with_parent()
    order = json.loads(sys.stdin.readline())
    try:
        answer: dict[str, str] = {"done": carry_out(order)}
    except CannotType as problem:
        answer = {"failed": str(problem)}
    except Exception as fault:  # pynput and Xlib raise many kinds, whose words may quote the text
        print(f"typing: {type(fault).__name__}", file=sys.stderr)
        answer = {"failed": "failed"}
    print(json.dumps(answer), flush=True)


def carry_out(order: dict[str, Any]) -> str:
    """The title of the program that was written into, ``""`` where it is not known.

    Raises `CannotType`.
    """
    try:
        from aac.outward.keyboard import Keyboard, is_allowed

        keyboard = Keyboard()
    except Exception as problem:  # without a display pynput fails in several ways
        raise CannotType("no-display") from problem
    if not is_allowed():
        raise CannotType("no-permission")
    if not sys.platform.startswith("linux"):
        if order["in_front"]:
            raise CannotType("in-front")
        _write(keyboard, order, None)
        return ""
    from aac.outward.desktop import Desktop

    desktop = Desktop(order["own"])
    _wait_for_hands_off(desktop)
    before, target = desktop.active(), desktop.target()
    if not target:
        raise CannotType("no-program")
    keys = desktop.keys_for(order["text"]) if order["way"] == "keys" else None
    try:
        if not desktop.activate(target):
            raise CannotType("no-focus")
        _write(keyboard, order, keys)
        time.sleep(_PASTED)
    finally:
        if desktop.is_own(before):
            desktop.activate(before)
    return desktop.title(target)[:_TITLE]


def _wait_for_hands_off(desktop: Any) -> None:
    """A switch that is a key would repeat in the other program as long as it is down."""
    until = time.monotonic() + _HELD_LIMIT
    while desktop.keys_down():
        if time.monotonic() > until:
            raise CannotType("held")
        time.sleep(0.02)


def _write(keyboard: Any, order: dict[str, Any], keys: list[tuple[int, bool]] | None) -> None:
    if order["text"]:
        if keys is not None:
            keyboard.type(keys)
        else:
            keyboard.paste(order["paste"])
            time.sleep(_PASTED if order["enter"] else 0)
    if order["enter"]:
        keyboard.enter()


if __name__ == "__main__":
    main()
