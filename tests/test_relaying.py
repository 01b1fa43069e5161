"""Another bell hears of a call and of its end, of nothing else, and never holds up ours."""

from __future__ import annotations

import json
import os
import pty
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from pytestqt.qtbot import QtBot

from aac.model.notice import Notice, NoticeKind
from aac.model.settings import Settings
from aac.relaying import Relaying, RelayProblem, is_near, post

LIMIT = 10_000  # milliseconds


@dataclass
class Home:
    """A home system on this computer."""

    url: str
    heard: list[object] = field(default_factory=list)
    status: int = 200


@pytest.fixture
def home() -> Iterator[Home]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # noqa: N802
            length = int(self.headers["Content-Length"])
            found.heard.append(json.loads(self.rfile.read(length)))
            self.send_response(found.status)
            self.send_header("Location", "http://example.org/")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found = Home(f"http://127.0.0.1:{server.server_port}/bell")
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield found
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def told() -> list[Notice]:
    return []


@pytest.fixture
def relay(qapp: object, told: list[Notice]) -> Relaying:
    return Relaying(told.append)


def test_a_home_system_hears_of_the_call_and_of_its_end(
    relay: Relaying, home: Home, told: list[Notice], qtbot: QtBot
) -> None:
    relay.use(Settings(relay_url=home.url))
    relay.call()
    qtbot.waitUntil(lambda: len(home.heard) == 1, timeout=LIMIT)
    relay.end()
    qtbot.waitUntil(lambda: len(home.heard) == 2, timeout=LIMIT)
    assert home.heard == [{"calling": True}, {"calling": False}] and not told


def test_a_relay_on_a_serial_line_is_sent_plain_lines(relay: Relaying, qtbot: QtBot) -> None:
    ours, theirs = pty.openpty()
    heard = bytearray()
    relay.use(Settings(relay_port=os.ttyname(theirs)))
    with qtbot.waitSignal(relay.worked, timeout=LIMIT):
        relay.call()
    with qtbot.waitSignal(relay.worked, timeout=LIMIT):
        relay.end()
    while b"end" not in heard:
        heard += os.read(ours, 100)
    os.close(ours)
    os.close(theirs)
    assert heard.split() == [b"call", b"end"]


def test_nothing_goes_out_where_nothing_is_named(relay: Relaying) -> None:
    relay.use(Settings())
    before = threading.active_count()
    relay.call()
    assert threading.active_count() == before


def test_trouble_is_told_once_until_it_works_again(
    relay: Relaying, home: Home, told: list[Notice], qtbot: QtBot
) -> None:
    relay.use(Settings(relay_url=home.url))
    for status, signal in ((500, relay.failed), (302, relay.failed), (200, relay.worked),
                           (404, relay.failed)):  # fmt: skip
        home.status = status
        with qtbot.waitSignal(signal, timeout=LIMIT):
            relay.call()
    assert [notice.kind for notice in told] == [NoticeKind.RELAY_FAILED] * 2
    assert told[0].detail == "127.0.0.1"


def test_one_that_never_answers_does_not_hold_up_the_call(relay: Relaying, qtbot: QtBot) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        relay.use(Settings(relay_url=f"http://127.0.0.1:{silent.getsockname()[1]}/"))
        began = time.monotonic()
        with qtbot.waitSignal(relay.failed, timeout=LIMIT):
            relay.call()
            back = time.monotonic()
        assert back - began < time.monotonic() - back


@pytest.mark.parametrize(
    "url", ["http://1.1.1.1/", "ftp://127.0.0.1/", "file:///etc/hosts", "127.0.0.1", "http://[::/"]
)
def test_what_is_not_in_this_network_is_refused_before_anything_goes_out(url: str) -> None:
    with pytest.raises(RelayProblem):
        post(url, calling=True)


def test_near_are_only_addresses_of_this_house() -> None:
    assert is_near("127.0.0.1") and is_near("192.168.1.7") and is_near("::1")
    assert not is_near("8.8.8.8") and not is_near("") and not is_near("no such host.invalid")
