"""Switches pressed by other programs on this computer: a socket on the loopback address.

Off unless it is turned on.  What may be said there is in `socket_talk`; who may, in `token`.
"""

from __future__ import annotations

import socket
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
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

PAUSE = 1000
"""Milliseconds that those have to wait."""

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
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._open_again)

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
            self._pause.start()
            return
        self._came.append(now)
        with suppress(OSError):  # it may be gone already
            connection, _ = self._listening.accept()
            if len(self._guests) >= MOST_GUESTS:
                connection.close()
                return
            talk = Talk(self._token, self._numbers, self._move)
            visit = _Visit(talk, self._clock, self._guests.remove)
            self._guests.append(_Guest(connection, visit, self))

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


@dataclass(frozen=True)
class _Visit:
    """What a guest knows of the house.  ``over``: to be called when it has left."""

    talk: Talk
    clock: Callable[[], float]
    over: Callable[[_Guest], None]


class _Guest(QObject):
    """One connection.

    One who has left knows nothing of the house any more: Qt deletes it later, and with its last
    hold on its own parent it would pull that down while it goes.
    """

    def __init__(self, connection: socket.socket, visit: _Visit, parent: QObject) -> None:
        super().__init__(parent)
        connection.setblocking(False)
        self._connection = connection
        self._visit: _Visit | None = visit
        self._words = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, self)
        self._words.activated.connect(self._hear)
        self._hello = QTimer(self, singleShot=True, interval=HELLO_WITHIN)
        self._hello.timeout.connect(self._is_silent)
        self._hello.start()

    def leave(self) -> None:
        """End the connection; what it held is let go."""
        visit, self._visit = self._visit, None
        if visit is None:
            return
        self._words.setEnabled(False)
        self._hello.stop()
        self._connection.close()
        visit.talk.end()
        visit.over(self)
        self.deleteLater()

    def _hear(self) -> None:
        if self._visit is None:
            return
        try:
            received = self._connection.recv(10 * LONGEST)
            if not received:
                raise Ended
            # Answers are a few bytes: one who does not read them is not waited for.
            self._connection.send(self._visit.talk.hear(received, self._visit.clock()))
        except BlockingIOError:
            return
        except (Ended, OSError):
            self.leave()

    def _is_silent(self) -> None:
        if self._visit is not None and not self._visit.talk.is_known:
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
