"""Promises of sources with a process of their own, and of the process's account of contacts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from aac.model.events import SwitchPressed, SwitchReleased
from aac.ports import Setup
from aac.switches.contacts import Contacts
from aac.switches.worker_source import WorkerSource

SLOW = 20_000  # milliseconds


class Rig:
    def __init__(self, module: str, *arguments: str) -> None:
        self.news: list[str] = []
        self.heard: list[SwitchPressed | SwitchReleased] = []
        self.log: list[str] = []
        self.source = WorkerSource(
            "gamepad",
            module,
            ("a", "b"),
            self.news.append,
            arguments=arguments,
            setup=Setup(log=self.log.append),
        )
        self.source.start(lambda event, when: self.heard.append(event))


@pytest.fixture
def idle(qtbot: QtBot) -> Iterator[Rig]:
    rig = Rig("tests.switches.idle_worker")
    yield rig
    rig.source.stop()


def test_a_process_that_dies_again_and_again_is_told_once_and_tried_on(
    qtbot: QtBot, tmp_path: Path
) -> None:
    alive = tmp_path / "alive"
    rig = Rig("tests.switches.dying_worker", str(alive))
    qtbot.waitUntil(lambda: rig.news == ["gamepad-stopped"], timeout=SLOW)
    alive.touch()
    qtbot.waitUntil(lambda: rig.news == ["gamepad-stopped", "gamepad-back"], timeout=SLOW)
    rig.source.stop()
    assert not any("a" in line.split() for line in rig.log)


def test_a_device_that_was_there_from_the_first_is_no_news(idle: Rig) -> None:
    idle.source.take({"there": True, "why": ""})
    assert idle.news == []


@pytest.mark.parametrize(
    ("states", "news"),
    [
        ([(False, "")], ["missing"]),
        ([(False, "no-permission")], ["no-permission"]),
        ([(True, ""), (False, "")], ["lost"]),
        ([(True, ""), (False, ""), (True, "")], ["lost", "back"]),
        ([(False, ""), (False, "no-permission"), (True, "")], ["missing", "no-permission", "back"]),
    ],
)
def test_what_is_told_of_a_device(
    idle: Rig, states: list[tuple[bool, str]], news: list[str]
) -> None:
    for there, why in states:
        idle.source.take({"there": there, "why": why})
    assert idle.news == [f"gamepad-{one}" for one in news]


def test_a_device_that_goes_lets_go(idle: Rig) -> None:
    idle.source.take({"down": "b", "at": 1.0})
    idle.source.take({"there": False, "why": ""})
    idle.source.take({"up": "b", "at": 2.0})
    assert idle.heard == [SwitchPressed(2), SwitchReleased(2)]


def test_what_is_told_twice_or_of_a_contact_that_does_nothing_is_left_out(idle: Rig) -> None:
    for message in ({"up": "a", "at": 0.5}, {"down": "a", "at": 1.0}, {"down": "a", "at": 1.1},
                    {"down": "nose", "at": 1.2}, {"hello": 1}, {"down": "a"}):  # fmt: skip
        idle.source.take(message)
    assert idle.heard == [SwitchPressed(1)]


# ------------------------------------------------------------------------ the process's side


class Account:
    def __init__(self, *wanted: str) -> None:
        self.told: list[tuple[str, object]] = []
        self.contacts = Contacts(self._send, wanted)

    def _send(self, **message: object) -> None:
        self.told.append(next(iter(message.items())))


def test_only_contacts_that_mean_something_are_told_of_and_each_movement_once() -> None:
    account = Account("a")
    for name, down in (("a", True), ("a", True), ("b", True), ("b", False), ("a", False)):
        account.contacts.move(name, down)
    assert account.told == [("down", "a"), ("up", "a")]


def test_while_somebody_seeks_all_are_and_what_was_told_ends() -> None:
    account = Account("a")
    account.contacts.seeking = True
    account.contacts.move("b", True)
    account.contacts.seeking = False
    account.contacts.move("b", False)
    account.contacts.tap("b")
    assert account.told == [("down", "b"), ("up", "b")]


def test_a_device_is_told_of_when_that_changes_and_what_it_held_ends_first() -> None:
    account = Account("a")
    account.contacts.there(True)
    account.contacts.move("a", True)
    account.contacts.there(True)
    account.contacts.there(False)
    account.contacts.there(False)
    account.contacts.there(False, "no-permission")
    assert account.told == [
        ("there", True), ("down", "a"), ("up", "a"), ("there", False), ("there", False),
    ]  # fmt: skip
