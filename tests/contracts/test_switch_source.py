"""What every switch source promises, ours and the fake alike."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from aac.model.events import SwitchPressed, SwitchReleased
from aac.model.settings import Settings
from aac.ports import FindsContacts, Setup, SwitchSource
from aac.switches import gamepad, serial_switch, sound_switch
from aac.switches.gamepad import Gamepad
from aac.switches.global_keys import GlobalKeys
from aac.switches.local_socket import ADDRESS, LocalSocket
from aac.switches.serial_switch import SerialSwitch
from aac.switches.sound_switch import SoundSwitch
from aac.switches.token import token_in
from aac.switches.window_keys import WindowKeys
from aac.switches.worker_source import WorkerSource
from tests import fakes
from tests.fakes_switch import FakeSwitch

Heard = list[tuple[SwitchPressed | SwitchReleased, float]]


@dataclass
class Source:
    """A source, a way to move its switch, and what it told."""

    source: SwitchSource
    move: Callable[[bool], None]
    close: Callable[[], None] = lambda: None
    heard: Heard = field(default_factory=list)

    def start(self) -> None:
        self.source.start(lambda event, when: self.heard.append((event, when)))

    def press_and_let_go(self) -> None:
        self.move(True)
        self.move(False)


def window_keys(qtbot: QtBot) -> Source:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    source = WindowKeys(("space", "enter"), lambda code: None)

    def move(down: bool) -> None:
        (qtbot.keyPress if down else qtbot.keyRelease)(window, Qt.Key.Key_Space)

    return Source(source, move)


def global_keys(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Source:
    """The window's side of the listener; its process is replaced by lines of the test's."""
    monkeypatch.setattr("aac.switches.global_keys.why_not", lambda: "")
    monkeypatch.setattr("aac.switches.global_keys.WORKER", ("-c", "input()"))
    source = GlobalKeys(("space", "enter"), lambda code: None)

    def move(down: bool) -> None:
        source.take({"down" if down else "up": 1, "at": monotonic()})

    return Source(source, move)


def by_worker(source: WorkerSource, contact: str) -> Source:
    """The window's side; the process is one that does nothing, and the test speaks for it."""

    def move(down: bool) -> None:
        source.take({"down" if down else "up": contact, "at": monotonic()})

    return Source(source, move)


def local_socket(qtbot: QtBot, folder: Path) -> Source:
    """A real connection for each movement's line, answered before the test goes on."""
    source = LocalSocket(("foot",), lambda code: None, setup=Setup(Settings(socket_port=0), folder))
    guests: dict[int, socket.socket] = {}

    def ask(guest: socket.socket, said: str) -> None:
        guest.send(said.encode())
        qtbot.waitUntil(lambda: _answers(guest), timeout=10_000)

    def move(down: bool) -> None:
        if not source.port:
            return
        if source.port not in guests:
            guest = guests[source.port] = socket.create_connection((ADDRESS, source.port))
            guest.setblocking(False)
            ask(guest, f"hello {token_in(folder)}\n")
        ask(guests[source.port], "down foot\n" if down else "up foot\n")
        if not down:
            guests.pop(source.port).close()

    def close() -> None:
        for guest in guests.values():
            guest.close()

    return Source(source, move, close)


def _answers(guest: socket.socket) -> bool:
    try:
        return guest.recv(100) == b"ok\n"
    except BlockingIOError:
        return False


def the_other_fake() -> Source:
    source = fakes.FakeSwitch()
    return Source(source, lambda down: (source.press if down else source.release)(monotonic()))


def fake(qtbot: QtBot) -> Source:
    source = FakeSwitch()
    return Source(source, lambda down: source.move(down=down))


EVERY = (
    "window_keys", "global_keys", "gamepad", "serial", "serial_line", "sound", "socket",
    "fake", "the_other_fake",
)  # fmt: skip


@pytest.fixture(params=EVERY)
def made(
    request: pytest.FixtureRequest,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Iterator[Source]:
    for module in (gamepad, serial_switch, sound_switch):
        monkeypatch.setattr(module, "WORKER", "tests.switches.idle_worker")
    make: dict[str, Callable[[], Source]] = {
        "window_keys": lambda: window_keys(qtbot),
        "global_keys": lambda: global_keys(qtbot, monkeypatch),
        "gamepad": lambda: by_worker(Gamepad(("0",), lambda code: None), "0"),
        "serial": lambda: by_worker(SerialSwitch(("foot",), lambda code: None), "foot"),
        "serial_line": lambda: by_worker(SerialSwitch(("cts",), lambda code: None), "cts"),
        "sound": lambda: by_worker(SoundSwitch(("",), lambda code: None), ""),
        "socket": lambda: local_socket(qtbot, tmp_path),
        "fake": lambda: fake(qtbot),
        "the_other_fake": the_other_fake,
    }
    source = make[request.param]()
    yield source
    source.source.stop()
    source.close()


def test_a_press_and_its_end_are_told_with_their_times(made: Source) -> None:
    before = monotonic()
    made.start()
    made.press_and_let_go()
    (press, pressed), (release, released) = made.heard
    assert (press, release) == (SwitchPressed(1), SwitchReleased(1))
    assert before <= pressed <= released <= monotonic()


def test_nothing_is_told_before_it_is_started_and_after_it_is_stopped(made: Source) -> None:
    made.press_and_let_go()
    made.start()
    made.source.stop()
    made.press_and_let_go()
    assert made.heard == []


def test_it_can_be_stopped_twice_and_without_a_start(made: Source) -> None:
    made.source.stop()
    made.start()
    made.source.stop()
    made.source.stop()


def test_it_can_be_started_again(made: Source) -> None:
    made.start()
    made.source.stop()
    made.start()
    made.press_and_let_go()
    assert len(made.heard) == 2


def test_what_is_down_when_it_is_stopped_is_let_go(made: Source) -> None:
    made.start()
    made.move(True)
    made.source.stop()
    assert [event for event, _ in made.heard] == [SwitchPressed(1), SwitchReleased(1)]


def test_a_press_while_somebody_is_looking_for_a_switch_counts_all_the_same(made: Source) -> None:
    found: list[str] = []
    made.start()
    if isinstance(made.source, FindsContacts):
        made.source.seek(found.append)
    made.press_and_let_go()
    assert [event for event, _ in made.heard] == [SwitchPressed(1), SwitchReleased(1)]
    assert len(found) == isinstance(made.source, FindsContacts)
