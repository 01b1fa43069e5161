"""Another bell beside Wren's own: a home system by HTTP, or a relay on a serial line (G43).

It is off until a helper names an address or a port.  It gets no word of what is said: only that
somebody calls, and that the call is over.  Each order is carried out in a thread of its own with
a limit of time, so that the bell here never waits for it.

HTTP: ``POST`` with ``{"calling": true}`` at every ring and ``{"calling": false}`` at the end, to
addresses of this network only.  Serial: the lines ``call`` and ``end``, at 9600 baud.
"""

from __future__ import annotations

import ipaddress
import json
import socket
from collections.abc import Callable
from functools import partial
from threading import Lock
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Signal

from aac.beside import Beside
from aac.model.notice import Notice, NoticeKind
from aac.model.settings import Settings

PATIENCE = 3.0  # seconds: the next ring tries again
LEAVE = 0.2  # seconds that an order may still take when Wren is closed
BAUD = 9600


class RelayProblem(Exception):
    """It cannot be reached; the message says which."""


class Relaying(QObject):
    """``tell``: trouble is told once, until it works again."""

    failed = Signal(str)
    worked = Signal()

    def __init__(self, tell: Callable[[Notice], None]) -> None:
        super().__init__()
        self._tell = tell
        self._url = self._port = ""
        self._beside = Beside(self)
        self._busy = Lock()
        self._orders = 0
        self._told = False
        self.failed.connect(self._has_failed)
        self.worked.connect(self._has_worked)

    def use(self, settings: Settings) -> None:
        """Take the address and the port from the settings."""
        self._url, self._port = settings.relay_url.strip(), settings.relay_port.strip()

    def stop(self) -> None:
        """Closing does not wait for a home system that is slow."""
        self._beside.stop(LEAVE)

    def call(self) -> None:
        """Somebody calls, or still does."""
        self._order(calling=True)

    def end(self) -> None:
        """The call is over."""
        self._order(calling=False)

    def _order(self, *, calling: bool) -> None:
        if self._url or self._port:
            self._orders += 1
            work = (self._url, self._port, calling, self._orders)
            self._beside.start(partial(self._carry_out, *work), "relay")

    def _carry_out(self, url: str, port: str, calling: bool, number: int) -> None:
        """In a thread.  Of those that had to wait only the newest counts: the end of a call must
        not be followed by an older order to ring."""
        with self._busy:
            if number != self._orders:
                return
            try:
                if url:
                    post(url, calling=calling)
                if port:
                    write(port, calling=calling)
            except RelayProblem as problem:
                self._emit(partial(self.failed.emit, str(problem)))
            else:
                self._emit(self.worked.emit)

    @staticmethod
    def _emit(emit: Callable[[], None]) -> None:
        try:
            emit()
        except RuntimeError:
            return  # Wren was closed meanwhile

    def _has_failed(self, what: str) -> None:
        if not self._told:
            self._told = True
            self._tell(Notice(NoticeKind.RELAY_FAILED, what))

    def _has_worked(self) -> None:
        self._told = False


def post(url: str, *, calling: bool) -> None:
    """Tell a home system.  Raises `RelayProblem`."""
    import urllib.error
    import urllib.request

    try:
        parts = urlsplit(url)
    except ValueError:
        raise RelayProblem(url) from None
    host = parts.hostname or ""
    if parts.scheme not in ("http", "https") or not is_near(host):
        raise RelayProblem(host or url)
    body = json.dumps({"calling": calling}).encode()
    order = urllib.request.Request(url, body, {"Content-Type": "application/json"})
    # No proxy and no redirect: either could lead out of the house.
    opener = urllib.request.OpenerDirector()
    for handler in (urllib.request.HTTPHandler(), urllib.request.HTTPSHandler()):
        opener.add_handler(handler)
    try:
        with opener.open(order, timeout=PATIENCE) as answer:
            good = answer is not None and 200 <= answer.status < 300
    except (OSError, ValueError):
        good = False
    if not good:
        raise RelayProblem(host)


def is_near(host: str) -> bool:
    """Whether all addresses of this host are in this network or this computer."""
    try:
        found = {entry[4][0] for entry in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):
        return False
    addresses = [ipaddress.ip_address(str(address).partition("%")[0]) for address in found]
    return bool(addresses) and all(
        address.is_private or address.is_link_local for address in addresses
    )


def write(port: str, *, calling: bool) -> None:
    """Tell a relay on a serial line.  Raises `RelayProblem`."""
    import serial

    try:
        with serial.Serial(port, BAUD, timeout=PATIENCE, write_timeout=PATIENCE) as line:
            line.write(b"call\n" if calling else b"end\n")
    except (OSError, ValueError):  # SerialException is an OSError
        raise RelayProblem(port) from None
