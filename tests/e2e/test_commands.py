"""The commands of the installed program print what scripts and benchmarks read."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.e2e import rig

pytestmark = pytest.mark.x11


def printed(room: rig.Room, *words: str | Path, within: float = rig.PATIENCE) -> Any:
    return json.loads(rig.command(room, *words, "--json", within=within))


def assert_spread(value: Mapping[str, float]) -> None:
    assert 0 < value["median"] <= value["p99"]
    assert value["n"] > 0


def test_doctor_says_for_each_thing_whether_it_is_well_and_what_to_do(
    room: rig.Room, profile: Path
) -> None:
    checks = printed(room, "doctor", "--profile", profile)["checks"]
    assert checks
    for check in checks:
        assert {"name", "ok", "says", "do"} <= check.keys()
        assert isinstance(check["ok"], bool)
        assert check["says"].strip()
        assert check["ok"] or check["do"].strip()


def test_say_speaks_into_the_room(room: rig.Room, profile: Path) -> None:
    began = rig.time.monotonic()
    rig.command(room, "say", "Hello", "--profile", profile)
    assert room.spoken_span(after=began) > 0.2


def test_bench_latency(room: rig.Room) -> None:
    result = printed(room, "bench", "latency", "--presses", "5", "--sentences", "2", within=240)
    assert_spread(result["press_to_repaint_ms"])
    assert_spread(result["press_to_sound_ms"])
    for times in result["press_to_partner_letters_ms"].values():
        assert_spread(times)


def test_bench_start(room: rig.Room) -> None:
    result = printed(room, "bench", "start", "--starts", "2", "--seconds", "3", within=240)
    assert_spread(result["cold_start_s"])
    assert result["idle_cpu_percent"] >= 0
    assert result["memory_mb"] > 0


@pytest.mark.parametrize("words", [["fly"], ["say"], ["boards", "cost", "no-such-board"]])
def test_bad_input_is_answered_with_one_sentence(room: rig.Room, words: list[str]) -> None:
    done = subprocess.run([rig.WREN, *words], env=room.env, capture_output=True, text=True)
    assert done.returncode != 0
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
