"""Promises of the switch that works over other programs, and of its listener's process."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from aac.model.events import SwitchPressed, SwitchReleased
from aac.ports import SourceProblem
from aac.switches import global_keys_worker as worker
from aac.switches.global_keys import GlobalKeys, why_not


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def key(name: str) -> SimpleNamespace:
    return SimpleNamespace(name=name) if len(name) > 1 else SimpleNamespace(char=name)


def test_only_switch_keys_are_told_and_a_held_key_once(capsys: pytest.CaptureFixture[str]) -> None:
    listener = worker.Listener(["space", "f1", "mouse_right"])
    for name in ("a", "space", "space", "s", "e"):
        listener.key(key(name), down=True)
    listener.key(key("space"), down=False)
    listener.key(key("f1"), down=True)
    listener.button(SimpleNamespace(name="left"), down=True)
    listener.button(SimpleNamespace(name="right"), down=True)
    told = [{word: line[word] for word in line if word != "at"} for line in lines(capsys)]
    assert told == [{"down": 1}, {"up": 1}, {"down": 2}, {"down": 3}]


def test_a_key_with_a_capital_is_the_same_key() -> None:
    assert worker.key_name(SimpleNamespace(char="A")) == "a"
    assert worker.key_name(SimpleNamespace(char=None)) == ""
    assert worker.key_name(SimpleNamespace(name="page_up")) == "pageup"


@pytest.mark.parametrize(
    ("environment", "problem"),
    [
        ({"XDG_SESSION_TYPE": "wayland", "DISPLAY": ":0"}, "wayland"),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "wayland"),
        ({}, "no-display"),
        ({"DISPLAY": ":0"}, ""),
    ],
)
def test_where_it_cannot_be_it_says_why(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], problem: str
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("XDG_SESSION_TYPE", "WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert why_not() == problem
    if problem:
        with pytest.raises(SourceProblem, match=problem):
            GlobalKeys(("space",), lambda code: None).start(lambda event, when: None)


def test_a_listener_that_dies_lets_go_of_the_switch_and_says_so(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aac.switches.global_keys.why_not", lambda: "")
    dying = 'print(\'{"down": 1, "at": 0.5}\', flush=True)'
    monkeypatch.setattr("aac.switches.global_keys.WORKER", ("-c", dying))
    problems: list[str] = []
    heard: list[SwitchPressed | SwitchReleased] = []
    source = GlobalKeys(("space",), problems.append)
    source.start(lambda event, when: heard.append(event))
    qtbot.waitUntil(lambda: problems == ["stopped"])
    assert heard == [SwitchPressed(1), SwitchReleased(1)]
    source.stop()
