"""One serial port, found again whenever it goes: its bytes and its lines.

``open_port`` is handed in, so that a test can put another port in its place.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Sequence
from time import monotonic
from typing import Any

from aac.model.switch_map import MODEM_LINES
from aac.switches.contacts import Contacts
from aac.switches.serial_words import Movement, SerialWords

LOOK = 0.005
"""Seconds between two looks at the lines: as exact as the person's scan needs."""

LISTEN = 0.1
"""The same where only bytes are waited for; they wake us at once."""

AGAIN = 1.0
"""Seconds between two tries to open a port."""

_DENIED = (errno.EACCES, errno.EPERM)


class SerialLine:
    """``wanted``: the contacts that mean something; lines among them are looked at."""

    def __init__(
        self,
        contacts: Contacts,
        words: SerialWords,
        wanted: Sequence[str],
        *,
        open_port: Callable[[], Any],
        problem: Callable[[str], None],
    ) -> None:
        self._contacts = contacts
        self._words = words
        self._wanted = tuple(line for line in MODEM_LINES if line in wanted)
        self._open_port = open_port
        self._problem = problem
        self._port: Any = None
        self._has_lines = True

    @property
    def is_open(self) -> bool:
        return self._port is not None

    def turn(self) -> None:
        """Look once; takes at most `LISTEN` seconds.  Opens the port where it can be opened."""
        try:
            if self._port is None:
                self._open()
            else:
                self._listen()
        except OSError as problem:  # pyserial's own exception is one
            self._close("no-permission" if problem.errno in _DENIED else "")

    def _open(self) -> None:
        self._port = self._open_port()
        if self._port is None:
            self._contacts.there(False)
            return
        self._words.forget()
        self._has_lines = True
        self._contacts.there(True)

    def _listen(self) -> None:
        lines = self._looked_at()
        self._port.timeout = LOOK if lines else LISTEN
        received = self._port.read(self._port.in_waiting or 1)
        at = monotonic()
        for name, movement in self._words.feed(received):
            if movement is Movement.TAP:
                self._contacts.tap(name, at)
            else:
                self._contacts.move(name, movement is Movement.PRESS, at)
        if lines:
            self._look(lines)

    def _looked_at(self) -> tuple[str, ...]:
        if not self._has_lines:
            return ()
        return MODEM_LINES if self._contacts.seeking else self._wanted

    def _look(self, lines: Sequence[str]) -> None:
        try:
            for line in lines:
                self._contacts.move(line, bool(getattr(self._port, line)))
        except OSError as problem:
            if problem.errno not in (errno.ENOTTY, errno.EINVAL):
                raise
            self._has_lines = False
            if self._wanted:
                self._problem("no-lines")

    def _close(self, why: str) -> None:
        port, self._port = self._port, None
        self._contacts.there(False, why)
        if port is not None:
            port.close()
