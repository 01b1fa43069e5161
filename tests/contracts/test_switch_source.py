"""What every switch source promises, ours and the fake alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from time import monotonic

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from aac.model.events import SwitchPressed, SwitchReleased
from aac.ports import SwitchSource
from aac.switches.global_keys import GlobalKeys
from aac.switches.window_keys import WindowKeys
from tests.fakes_switch import FakeSwitch

Heard = list[tuple[SwitchPressed | SwitchReleased, float]]


@dataclass
class Source:
    """A source, a way to move its switch, and what it told."""

    source: SwitchSource
    move: Callable[[bool], None]
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


def fake(qtbot: QtBot) -> Source:
    source = FakeSwitch()
    return Source(source, lambda down: source.move(down=down))


@pytest.fixture(params=["window_keys", "global_keys", "fake"])
def made(
    request: pytest.FixtureRequest, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Source]:
    match request.param:
        case "window_keys":
            source = window_keys(qtbot)
        case "global_keys":
            source = global_keys(qtbot, monkeypatch)
        case _:
            source = fake(qtbot)
    yield source
    source.source.stop()


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
