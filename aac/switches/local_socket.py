"""Switches pressed by other programs on this computer: a socket on the loopback address.

Off unless it is turned on.  What may be said there is in `socket_talk`; who may, in `token`.
"""

from __future__ import annotations

import socket
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from time import monotonic

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from aac.model.events import SwitchPressed, SwitchReleased
from aac.ports import Emit, Setup, SourceProblem
from aac.switches.socket_talk import LONGEST, Ended, Talk
from aac.switches.token import token_in

ADDRESS = "127.0.0.1"
MOST_GUESTS = 4
MOST_NEW = 10
"""New connections in a second; others wait, so that a wild program cannot keep us busy."""

HELLO_WITHIN = 5000
"""Milliseconds for the secret to come."""


class LocalSocket(QObject):
    """See `aac.ports.SwitchSource`; a contact's name is what the program says."""

    def __init__(
        self,
        contacts: Sequence[str],
        on_news: Callable[[str], None],
        setup: Setup | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__()
        self._setup = setup or Setup()
        self._numbers = {name: number for number, name in enumerate(contacts, start=1)}
        self._clock = clock
        self._emit: Emit | None = None
        self._found: Callable[[str], None] | None = None
        self._listening: socket.socket | None = None
        self._knocks: QSocketNotifier | None = None
        self._guests: list[_Guest] = []
        self._came: deque[float] = deque(maxlen=MOST_NEW)
        # Two sources may press one switch: it is down while any of them holds it.
        self._holders: dict[str, int] = {}
        self._token = ""

    @property
    def port(self) -> int:
        """Where it listens; 0 where it does not."""
        return self._listening.getsockname()[1] if self._listening else 0

    def start(self, emit: Emit) -> None:
        if self._listening is not None:
            return
        try:
            self._token = token_in(self._setup.folder)
        except OSError as problem:
            raise SourceProblem("socket-no-token") from problem
        try:
            self._listening = _listening_on(self._setup.settings.socket_port)
        except OSError as problem:
            raise SourceProblem("socket-taken") from problem
        self._emit = emit
        self._knocks = QSocketNotifier(self._listening.fileno(), QSocketNotifier.Type.Read, self)
        self._knocks.activated.connect(self._knock)

    def stop(self) -> None:
        for guest in list(self._guests):
            guest.leave()
        self._emit = None
        if self._knocks is not None:
            self._knocks.setEnabled(False)
            self._knocks = None
        if self._listening is not None:
            self._listening.close()
            self._listening = None

    def seek(self, found: Callable[[str], None] | None) -> None:
        self._found = found

    def _knock(self) -> None:
        if self._listening is None or self._knocks is None:
            return
        now = self._clock()
        if len(self._came) == MOST_NEW and now - self._came[0] < 1.0:
            self._knocks.setEnabled(False)
            QTimer.singleShot(1000, self, self._open_again)
            return
        self._came.append(now)
        with suppress(OSError):  # it may be gone already
            connection, _ = self._listening.accept()
            if len(self._guests) >= MOST_GUESTS:
                connection.close()
                return
            talk = Talk(self._token, self._numbers, self._move)
            self._guests.append(_Guest(connection, talk, self._clock, self._guests.remove, self))

    def _open_again(self) -> None:
        if self._knocks is not None:
            self._knocks.setEnabled(True)

    def _move(self, name: str, down: bool) -> None:
        held = self._holders.get(name, 0)
        self._holders[name] = held + (1 if down else -1)
        if self._emit is None or (held if down else held > 1):
            return
        if down and self._found is not None:
            self._found(name)
        number = self._numbers[name]
        self._emit(SwitchPressed(number) if down else SwitchReleased(number), self._clock())


class _Guest(QObject):
    """One connection."""

    def __init__(
        self,
        connection: socket.socket,
        talk: Talk,
        clock: Callable[[], float],
        gone: Callable[[_Guest], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        connection.setblocking(False)
        self._connection = connection
        self._talk = talk
        self._clock = clock
        self._gone = gone
        self._words = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, self)
        self._words.activated.connect(self._hear)
        QTimer.singleShot(HELLO_WITHIN, self, self._is_silent)

    def leave(self) -> None:
        """End the connection; what it held is let go."""
        if not self._words.isEnabled():
            return
        self._words.setEnabled(False)
        self._connection.close()
        self._talk.end()
        self._gone(self)
        self.deleteLater()

    def _hear(self) -> None:
        try:
            received = self._connection.recv(10 * LONGEST)
            if not received:
                raise Ended
            # Answers are a few bytes: one who does not read them is not waited for.
            self._connection.send(self._talk.hear(received, self._clock()))
        except BlockingIOError:
            return
        except (Ended, OSError):
            self.leave()

    def _is_silent(self) -> None:
        if not self._talk.is_known:
            self.leave()


def _listening_on(port: int) -> socket.socket:
    """Raises `OSError`."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # else Windows lets two programs share a port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((ADDRESS, port))
        listening.listen(MOST_GUESTS)
        listening.setblocking(False)
    except OSError:
        listening.close()
        raise
    return listening
