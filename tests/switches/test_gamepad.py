"""Promises of gamepads, with SDL's own virtual joystick in the real process of the source."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from pytestqt.qtbot import QtBot

from aac.model.events import SwitchPressed, SwitchReleased
from aac.ports import Setup, SourceProblem
from aac.switches.pads import may_not_read
from aac.switches.worker_source import WorkerSource

CONTACTS = ("3", "up", "axis0+", "axis2+", "axis2-")
SLOW = 10_000  # milliseconds: a process starts on a busy machine


class Rig:
    """A pad that can be plugged in and pressed."""

    def __init__(self, *, plugged: bool) -> None:
        self.news: list[str] = []
        self.heard: list[SwitchPressed | SwitchReleased] = []
        self.times: list[float] = []
        self.source = WorkerSource(
            "gamepad",
            "tests.switches.virtual_pad",
            CONTACTS,
            self.news.append,
            arguments=("plugged" if plugged else "empty",),
            needs="sdl2",
            setup=Setup(),
        )

    def start(self) -> None:
        self.source.start(self._take)

    def _take(self, event: SwitchPressed | SwitchReleased, when: float) -> None:
        self.heard.append(event)
        self.times.append(when)

    def do(self, **message: object) -> None:
        self.source.tell_worker(**message)

    def hears(self, *moved: int) -> bool:
        """Whether these and no others moved so far: 2 is contact 2 going down, -2 its end."""
        return [
            event.switch if isinstance(event, SwitchPressed) else -event.switch
            for event in self.heard
        ] == [*moved]


@pytest.fixture
def plugged(qtbot: QtBot) -> Iterator[Rig]:
    rig = Rig(plugged=True)
    rig.start()
    # A press that nobody waits for wakes nothing: the process is up when it has told of one.
    qtbot.waitUntil(lambda: _pressed(rig), timeout=SLOW)
    rig.do(button=3, **{"is": False})
    qtbot.waitUntil(lambda: rig.hears(1, -1), timeout=SLOW)
    rig.heard.clear()
    yield rig
    rig.source.stop()


def _pressed(rig: Rig) -> bool:
    rig.do(button=3, **{"is": True})
    return rig.hears(1)


def test_a_button_is_told_with_the_moment_it_moved(plugged: Rig, qtbot: QtBot) -> None:
    plugged.times.clear()
    before = monotonic()
    plugged.do(button=3, **{"is": True})
    plugged.do(button=0, **{"is": True})  # does nothing
    plugged.do(button=3, **{"is": False})
    qtbot.waitUntil(lambda: plugged.hears(1, -1), timeout=SLOW)
    assert before <= plugged.times[0] <= plugged.times[1] <= monotonic()
    assert plugged.news == []


def test_the_cross_a_stick_and_a_trigger_are_contacts_too(plugged: Rig, qtbot: QtBot) -> None:
    for message in (
        {"hat": 1}, {"hat": 0},
        {"axis": 0, "at": 30000}, {"axis": 0, "at": 0},
        {"axis": 2, "at": 30000}, {"axis": 2, "at": -32768},
    ):  # fmt: skip
        plugged.do(**message)
    qtbot.waitUntil(lambda: plugged.hears(2, -2, 3, -3, 4, -4), timeout=SLOW)


def test_a_pad_that_is_pulled_out_lets_go_and_works_when_it_is_back(
    plugged: Rig, qtbot: QtBot
) -> None:
    plugged.do(button=3, **{"is": True})
    plugged.do(plug=False)
    qtbot.waitUntil(lambda: plugged.hears(1, -1), timeout=SLOW)
    qtbot.waitUntil(lambda: plugged.news == ["gamepad-lost"], timeout=SLOW)
    plugged.do(plug=True)
    qtbot.waitUntil(lambda: plugged.news == ["gamepad-lost", "gamepad-back"], timeout=SLOW)
    plugged.do(button=3, **{"is": True})
    qtbot.waitUntil(lambda: plugged.hears(1, -1, 1), timeout=SLOW)


def test_without_a_pad_it_says_so_and_waits_for_one(qtbot: QtBot) -> None:
    rig = Rig(plugged=False)
    rig.start()
    qtbot.waitUntil(lambda: rig.news == ["gamepad-missing"], timeout=SLOW)
    rig.do(plug=True)
    qtbot.waitUntil(lambda: rig.news == ["gamepad-missing", "gamepad-back"], timeout=SLOW)
    rig.source.stop()


def test_a_helper_who_asks_is_told_the_name_of_any_button(plugged: Rig, qtbot: QtBot) -> None:
    found: list[str] = []
    plugged.source.seek(found.append)
    plugged.do(button=5, **{"is": True})
    qtbot.waitUntil(lambda: found == ["5"], timeout=SLOW)
    assert plugged.heard == []
    plugged.source.seek(None)
    plugged.do(button=6, **{"is": True})
    plugged.do(button=3, **{"is": True})
    qtbot.waitUntil(lambda: plugged.hears(1), timeout=SLOW)
    assert found == ["5"]


def test_a_process_that_dies_lets_go_and_another_takes_its_place(
    plugged: Rig, qtbot: QtBot
) -> None:
    plugged.do(button=3, **{"is": True})
    qtbot.waitUntil(lambda: plugged.hears(1), timeout=SLOW)
    first = plugged.source.pid
    os.kill(first, signal.SIGKILL)
    qtbot.waitUntil(lambda: plugged.hears(1, -1), timeout=SLOW)
    plugged.heard.clear()
    qtbot.waitUntil(lambda: _pressed(plugged), timeout=SLOW)
    assert plugged.source.pid != first


def test_without_the_library_it_says_so() -> None:
    source = WorkerSource(
        "gamepad", "nothing", (), lambda code: None, needs="no_such_library", setup=Setup()
    )
    with pytest.raises(SourceProblem, match="gamepad-not-installed"):
        source.start(lambda event, when: None)


def test_a_device_that_may_not_be_read_is_told_apart_from_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert not may_not_read(tmp_path)
    (tmp_path / "js0").touch()
    assert not may_not_read(tmp_path)
    monkeypatch.setattr("os.access", lambda path, how: False)
    assert may_not_read(tmp_path)
    monkeypatch.setattr("sys.platform", "win32")
    assert not may_not_read(tmp_path)
