"""Promises of serial switches: bytes through a pseudo-terminal and the real process; lines of a
port that is made up, because a pseudo-terminal has none."""

from __future__ import annotations

import errno
import os
import pty
import tty
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from aac.model.events import SwitchPressed, SwitchReleased
from aac.model.settings import Settings
from aac.ports import Setup
from aac.switches.contacts import Contacts
from aac.switches.serial_line import LISTEN, LOOK, SerialLine
from aac.switches.serial_switch import SerialSwitch
from aac.switches.serial_words import SerialWords
from aac.switches.serial_worker import open_port

SLOW = 10_000  # milliseconds


class Device:
    """What is at the other end of the cable, under a name that stays when it is plugged anew."""

    def __init__(self, name: Path) -> None:
        self.name = name
        self._ends: tuple[int, int] | None = None

    def plug(self) -> None:
        self._ends = ours, theirs = pty.openpty()
        tty.setraw(theirs)
        self.name.unlink(missing_ok=True)
        self.name.symlink_to(os.ttyname(theirs))

    def unplug(self) -> None:
        self.name.unlink(missing_ok=True)
        ends, self._ends = self._ends, None
        for end in ends or ():
            os.close(end)

    def send(self, sent: bytes) -> None:
        assert self._ends is not None
        os.write(self._ends[0], sent)


class Rig:
    def __init__(self, device: Device, *contacts: str, sends: str = "lines") -> None:
        self.device = device
        self.news: list[str] = []
        self.heard: list[SwitchPressed | SwitchReleased] = []
        settings = Settings(serial_port=str(device.name), serial_sends=sends)
        self.source = SerialSwitch(contacts, self.news.append, setup=Setup(settings))

    def start(self) -> None:
        self.source.start(lambda event, when: self.heard.append(event))


@pytest.fixture
def device(tmp_path: Path) -> Iterator[Device]:
    device = Device(tmp_path / "switch")
    yield device
    device.unplug()


@pytest.fixture
def begin(qtbot: QtBot, device: Device) -> Iterator[Callable[..., Rig]]:
    """Starts a source, with the device plugged in, and waits until it hears."""
    rigs: list[Rig] = []

    def begin(*contacts: str, sends: str = "lines") -> Rig:
        device.plug()
        rig = Rig(device, *contacts, "hello", sends=sends)
        rigs.append(rig)
        rig.start()
        qtbot.waitUntil(lambda: _is_heard(rig), timeout=SLOW)
        rig.heard.clear()
        return rig

    yield begin
    for rig in rigs:
        rig.source.stop()


def _is_heard(rig: Rig) -> bool:
    """What is sent before the port is open may be lost."""
    rig.device.send(b"hello\n")
    return bool(rig.heard)


def test_a_microcontroller_presses_and_lets_go(begin: Callable[..., Rig], qtbot: QtBot) -> None:
    rig = begin("foot", "hand")
    rig.device.send(b"+foot\n+foot\nnoise\nhand\n-foot\n")
    expected = [SwitchPressed(1), SwitchPressed(2), SwitchReleased(2), SwitchReleased(1)]
    qtbot.waitUntil(lambda: _but_hello(rig) == expected, timeout=SLOW)
    assert rig.news == []


def _but_hello(rig: Rig) -> list[SwitchPressed | SwitchReleased]:
    last = len(rig.source._numbers)
    return [event for event in rig.heard if event.switch != last]


def test_a_device_that_is_pulled_out_lets_go_and_works_when_it_is_back(
    begin: Callable[..., Rig], qtbot: QtBot
) -> None:
    rig = begin("foot")
    rig.device.send(b"+foot\n")
    qtbot.waitUntil(lambda: SwitchPressed(1) in rig.heard, timeout=SLOW)
    rig.device.unplug()
    qtbot.waitUntil(lambda: rig.news == ["serial-lost"], timeout=SLOW)
    assert rig.heard[-1] == SwitchReleased(1)
    rig.heard.clear()
    rig.device.plug()
    qtbot.waitUntil(lambda: rig.news == ["serial-lost", "serial-back"], timeout=SLOW)
    rig.device.send(b"+foot\n")
    qtbot.waitUntil(lambda: rig.heard == [SwitchPressed(1)], timeout=SLOW)


def test_without_a_device_it_says_so_and_waits_for_one(device: Device, qtbot: QtBot) -> None:
    rig = Rig(device, "foot")
    rig.start()
    qtbot.waitUntil(lambda: rig.news == ["serial-missing"], timeout=SLOW)
    device.plug()
    qtbot.waitUntil(lambda: rig.news == ["serial-missing", "serial-back"], timeout=SLOW)
    rig.source.stop()


def test_contacts_on_a_port_that_has_no_lines_are_told(
    begin: Callable[..., Rig], qtbot: QtBot
) -> None:
    rig = begin("cts", "foot")
    qtbot.waitUntil(lambda: rig.news == ["serial-no-lines"], timeout=SLOW)
    rig.device.send(b"foot\n")
    qtbot.waitUntil(lambda: SwitchPressed(2) in rig.heard, timeout=SLOW)


def test_a_helper_who_asks_is_told_what_the_device_sends(
    begin: Callable[..., Rig], qtbot: QtBot
) -> None:
    rig = begin("foot")
    found: list[str] = []
    rig.source.seek(found.append)
    qtbot.waitUntil(lambda: rig.device.send(b"elbow\n") or "elbow" in found, timeout=SLOW)
    assert SwitchPressed(1) not in rig.heard


def test_where_no_port_is_named_the_first_usb_one_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[str, int]] = []
    monkeypatch.setattr("serial.Serial", lambda name, speed, **_: opened.append((name, speed)))
    monkeypatch.setattr("aac.switches.serial_worker.usb_ports", lambda: [])
    assert open_port("", 9600) is None
    monkeypatch.setattr("aac.switches.serial_worker.usb_ports", lambda: ["/dev/a", "/dev/b"])
    open_port("", 9600)
    open_port("COM7", 115200)
    assert opened == [("/dev/a", 9600), ("COM7", 115200)]


# ------------------------------------------------------------------- a port that is made up


@dataclass
class Port:
    """Has lines; fails when it is told to."""

    cts: bool = False
    dsr: bool = False
    dcd: bool = False
    ri: bool = False
    timeout: float = 0.0
    in_waiting: int = 0
    sends: bytes = b""
    fails: OSError | None = None
    closed: bool = False

    def read(self, count: int) -> bytes:
        if self.fails is not None:
            raise self.fails
        sent, self.sends = self.sends, b""
        return sent

    def close(self) -> None:
        self.closed = True


class Bench:
    def __init__(self, port: Any, *wanted: str) -> None:
        self.port = port
        self.told: list[dict[str, object]] = []
        self.problems: list[str] = []
        self.contacts = Contacts(lambda **told: self.told.append(told), wanted)
        self.line = SerialLine(
            self.contacts,
            SerialWords(by_letter=False),
            wanted,
            open_port=self._opened,
            problem=self.problems.append,
        )

    def _opened(self) -> Any:
        if isinstance(self.port, OSError):
            raise self.port
        return self.port

    def turn(self) -> list[dict[str, object]]:
        """What is told in one turn, but for the times."""
        self.told.clear()
        self.line.turn()
        return [{key: told[key] for key in told if key != "at"} for told in self.told]


def test_a_contact_between_two_lines_is_a_switch() -> None:
    port = Port()
    bench = Bench(port, "cts", "ri")
    assert bench.turn() == [{"there": True, "why": ""}]
    assert bench.turn() == []
    port.cts = True
    port.dsr = True  # not wanted
    assert bench.turn() == [{"down": "cts"}]
    port.ri = True
    assert bench.turn() == [{"down": "ri"}]
    port.cts = False
    assert bench.turn() == [{"up": "cts"}]


def test_lines_are_looked_at_often_and_only_where_they_are_wanted() -> None:
    for wanted, pause in ((("cts",), LOOK), (("foot",), LISTEN)):
        bench = Bench(Port(), *wanted)
        bench.turn()
        bench.turn()
        assert bench.port.timeout == pause


def test_a_helper_who_asks_sees_every_line() -> None:
    bench = Bench(Port(), "foot")
    bench.contacts.seeking = True
    bench.turn()
    bench.port.dcd = True
    assert bench.turn() == [{"down": "dcd"}]


def test_a_port_that_fails_is_let_go_of_and_opened_again() -> None:
    bench = Bench(Port(cts=True), "cts")
    bench.turn()
    assert bench.turn() == [{"down": "cts"}]
    bench.port.fails = OSError(errno.EIO, "gone")
    assert bench.turn() == [{"up": "cts"}, {"there": False, "why": ""}]
    assert bench.port.closed
    assert not bench.line.is_open
    bench.port = Port()
    assert bench.turn() == [{"there": True, "why": ""}]


def test_half_a_word_of_a_device_that_is_gone_does_not_spoil_the_next() -> None:
    bench = Bench(Port(sends=b"+fo"), "foot")
    bench.turn()
    bench.turn()
    bench.port.fails = OSError(errno.EIO, "gone")
    bench.turn()
    bench.port = Port(sends=b"foot\n")
    bench.turn()
    assert bench.turn() == [{"down": "foot"}, {"up": "foot"}]


def test_a_port_that_may_not_be_used_is_told_apart_from_none() -> None:
    assert Bench(OSError(errno.EACCES, "no"), "cts").turn() == [
        {"there": False, "why": "no-permission"}
    ]
    assert Bench(OSError(errno.ENOENT, "no"), "cts").turn() == [{"there": False, "why": ""}]
    assert Bench(None, "cts").turn() == [{"there": False, "why": ""}]
