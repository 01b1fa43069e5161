"""Promises of what the doctor says about switches."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from aac.cli import doctor_switches as doctor
from aac.cli.doctor_switches import Check
from aac.files.paths import ProfilePaths, profile_paths
from aac.files.store import Store
from aac.model.settings import Settings
from aac.switches.pads import NoPads
from aac.switches.token import token_in

Write = Callable[..., ProfilePaths]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """A profile with these settings."""

    def write(**settings: Any) -> ProfilePaths:
        paths = profile_paths(tmp_path)
        Store(paths.settings, paths.work, paths.measures).write_settings(Settings(**settings))
        return paths

    return write


@pytest.mark.parametrize("check", doctor.CHECKS)
def test_every_check_says_one_thing_in_plain_words(
    check: Callable[[ProfilePaths], Check], write: Write
) -> None:
    found = check(write())
    assert found.says.endswith(".")
    assert found.ok != bool(found.do)


def test_keys_are_named_and_missing_ones_told(write: Write) -> None:
    assert "space, f9" in doctor.window_switch(write(switch_keys=("space", "", "f9"))).says
    assert not doctor.window_switch(write(switch_keys=("", "", "", "", ""))).ok


def test_lines_are_counted_and_bad_ones_named(write: Write) -> None:
    assert "2" in doctor.lines(write(switch_map=("sound = 1", "key:f9 = call"))).says
    bad = doctor.lines(write(switch_map=("sound = 1", "key:space = call", "eyes = 1")))
    assert not bad.ok
    assert "Line 2" in bad.says
    assert "Line 3" in bad.says


def test_a_gamepad_that_cannot_be_heard_is_told_with_what_to_do(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> None:
        raise NoPads

    monkeypatch.setattr("aac.switches.pads.may_not_read", lambda: True)
    assert "input" in doctor.gamepad(write()).do
    monkeypatch.setattr("aac.switches.pads.Pads", none)
    assert "pysdl2" in doctor.gamepad(write()).do


def test_serial_ports_are_named(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aac.switches.serial_worker.usb_ports", lambda: ["/dev/ttyUSB0"])
    assert "/dev/ttyUSB0" in doctor.serial(write()).says
    monkeypatch.setattr(doctor, "find_spec", lambda name: None)
    assert "pyserial" in doctor.serial(write()).do


def test_a_missing_microphone_matters_only_where_a_sound_is_a_switch(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aac.switches.microphone.microphones", lambda: ())
    assert doctor.microphone(write()).ok
    assert not doctor.microphone(write(switch_map=("sound = 1",))).ok
    monkeypatch.setattr("aac.switches.microphone.microphones", lambda: ("Webcam",))
    assert "Webcam" in doctor.microphone(write(switch_map=("sound = 1",))).says


def test_who_else_may_press_is_told_and_where_the_secret_is(write: Write, tmp_path: Path) -> None:
    assert "may not" in doctor.other_programs(write()).says
    paths = write(socket_on=True, socket_port=5000)
    assert not doctor.other_programs(paths).ok
    token = token_in(tmp_path)
    found = doctor.other_programs(paths)
    assert found.ok
    assert "5000" in found.says
    assert token not in found.says
