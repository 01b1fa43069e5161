"""Promises of the switch that works over other programs, and of its listener's process."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from aac.model.events import SwitchPressed, SwitchReleased
from aac.ports import SourceProblem
from aac.switches import global_keys_worker as worker
from aac.switches.global_keys import GlobalKeys, why_not
from aac.switches.window_keys import keys_of
from tests.e2e import rig


@pytest.fixture
def display(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A screen of our own, with another program's place on it and no window of ours."""
    if absent := [name for name in ("Xvfb", "openbox", "xdotool") if shutil.which(name) is None]:
        pytest.skip(f"not installed: {', '.join(absent)}")
    for name in ("XDG_SESSION_TYPE", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    with rig.screen() as display:
        monkeypatch.setenv("DISPLAY", display)
        yield display


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


def test_a_key_without_a_name_is_no_switch_though_some_switches_have_no_key(
    capsys: pytest.CaptureFixture[str],
) -> None:
    listener = worker.Listener(["space", "", ""])
    listener.key(SimpleNamespace(char=None), down=True)
    assert lines(capsys) == []


@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ("return", SimpleNamespace(name="enter")),
        ("enter", SimpleNamespace(vk=worker.KEYPAD_ENTER, char=None)),
        ("esc", SimpleNamespace(name="esc")),
        ("ctrl", SimpleNamespace(name="ctrl_r")),
        ("capslock", SimpleNamespace(name="caps_lock")),
        ("comma", SimpleNamespace(char=",")),
        ("F13", SimpleNamespace(name="f13")),
    ],
)
def test_the_windows_names_of_keys_hold_everywhere(
    capsys: pytest.CaptureFixture[str], name: str, sent: SimpleNamespace
) -> None:
    assert keys_of(name.lower())
    worker.Listener([name]).key(sent, down=True)
    assert [line["down"] for line in lines(capsys)] == [1]


@pytest.mark.parametrize(("button", "name"), [("left", "mouse_left"), ("button8", "mouse_back"),
                                              ("x2", "mouse_forward")])  # fmt: skip
def test_the_windows_names_of_buttons_hold_everywhere(
    capsys: pytest.CaptureFixture[str], button: str, name: str
) -> None:
    listener = worker.Listener([name])
    listener.button(SimpleNamespace(name=button), down=True)
    listener.button(SimpleNamespace(name=button), down=False)
    assert [{*line} for line in lines(capsys)] == [{"down", "at"}, {"up", "at"}]


def test_a_key_that_goes_down_again_without_having_come_up_was_up_between(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Windows keeps the end of a press to itself when it locks the screen."""
    now = [0.0]
    listener = worker.Listener(["space"], clock=lambda: now[0])
    for at in (0.0, 0.6, 1.0, 1.4, 2.9, 10.0):
        now[0] = at
        listener.key(key("space"), down=True)
    assert lines(capsys) == [
        {"down": 1, "at": 0.0},
        {"up": 1, "at": 10.0},
        {"down": 1, "at": 10.0},
    ]


def test_a_key_that_is_not_known_is_named(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aac.switches.global_keys.why_not", lambda: "")
    monkeypatch.setattr("aac.switches.global_keys.WORKER", ("-c", "input()"))
    problems: list[str] = []
    source = GlobalKeys(("space", "", "hyper"), problems.append)
    source.start(lambda event, when: None)
    source.stop()
    assert problems == ["unknown-key:hyper"]


@pytest.mark.x11
def test_keys_and_mouse_buttons_are_heard_while_no_window_of_ours_is_there(
    display: str, qtbot: QtBot
) -> None:
    heard: list[SwitchPressed | SwitchReleased] = []
    source = GlobalKeys(("f9", "mouse_right", "mouse_back"), lambda code: None)
    source.start(lambda event, when: heard.append(event))

    def does(*words: str) -> None:
        subprocess.run(["xdotool", *words], check=True)

    def is_heard() -> bool:
        does("key", "F9")
        return bool(heard)

    qtbot.waitUntil(is_heard, timeout=20_000)  # until the process listens
    qtbot.waitUntil(lambda: isinstance(heard[-1], SwitchReleased), timeout=5_000)
    heard.clear()
    does("key", "a")
    does("click", "1")
    does("mousedown", "3")
    does("mouseup", "3")
    does("click", "8")
    expected = [SwitchPressed(2), SwitchReleased(2), SwitchPressed(3), SwitchReleased(3)]
    qtbot.waitUntil(lambda: [e for e in heard if e.switch != 1] == expected, timeout=5_000)
    source.stop()
