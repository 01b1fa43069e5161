"""What another program may say on the local socket, and what it is answered.  Pure.

    hello TOKEN     first of all; a wrong one ends the talk without an answer
    down NAME       the switch of that name under "More switches" goes down; answered "ok"
    up NAME         it is let go; it is let go too when the talk ends
    press NAME      down and up at once

Lines end with a line feed.  "unknown": there is no such name; "what": no such line.  More than
`MOST` lines a second, or a line longer than `LONGEST` bytes, end the talk.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Collection

LONGEST = 100
MOST = 50


class Ended(Exception):
    """Nothing more is said or heard on this connection."""


class Talk:
    """One connection.  ``move(name, down)``: a switch moves."""

    def __init__(
        self, token: str, names: Collection[str], move: Callable[[str, bool], None]
    ) -> None:
        self._token = token
        self._names = names
        self._move = move
        self._rest = b""
        self._down: set[str] = set()
        self._second = 0.0
        self._lines = 0
        self.is_known = False

    def hear(self, received: bytes, now: float) -> bytes:
        """The answers to what came at ``now`` (seconds).  Raises `Ended`."""
        *lines, self._rest = (self._rest + received).split(b"\n")
        answers = b""
        for line in lines:
            self._count(now)
            if len(line) > LONGEST:
                raise Ended
            answers += self._answer(line.strip())
        if len(self._rest) > LONGEST:
            raise Ended
        return answers

    def end(self) -> None:
        """Let go of all that is down."""
        for name in sorted(self._down):
            self._press(name, False)

    def _count(self, now: float) -> None:
        if now - self._second >= 1.0:
            self._second, self._lines = now, 0
        self._lines += 1
        if self._lines > MOST:
            raise Ended

    def _answer(self, line: bytes) -> bytes:
        word, _, rest = line.decode("utf-8", "replace").partition(" ")
        if not self.is_known:
            right = hmac.compare_digest(rest.encode(), self._token.encode())
            if word != "hello" or not right:
                raise Ended
            self.is_known = True
            return b"ok\n"
        if word not in ("down", "up", "press"):
            return b"what\n"
        if rest not in self._names:
            return b"unknown\n"
        if word != "up":
            self._press(rest, True)
        if word != "down":
            self._press(rest, False)
        return b"ok\n"

    def _press(self, name: str, down: bool) -> None:
        if down == (name in self._down):
            return
        (self._down.add if down else self._down.discard)(name)
        self._move(name, down)
