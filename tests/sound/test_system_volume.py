"""The system's loudness is raised for a bell and put back afterwards."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections.abc import Callable

import pytest

from aac.sound.commands import SystemVolume
from tests.sound.null_sink import NullSink

pytestmark = pytest.mark.skipif(shutil.which("pactl") is None, reason="pactl is not installed")


def pactl(*words: str) -> str:
    return subprocess.run(["pactl", *words], capture_output=True, text=True, check=True).stdout


def now() -> tuple[int, bool]:
    found = re.search(r"(\d+)%", pactl("get-sink-volume", "@DEFAULT_SINK@"))
    assert found
    return int(found[1]), "yes" in pactl("get-sink-mute", "@DEFAULT_SINK@")


def soon(right: Callable[[], bool]) -> bool:
    until = time.monotonic() + 5
    while not right() and time.monotonic() < until:
        time.sleep(0.02)
    return right()


def as_set(percent: int, muted: bool) -> None:
    pactl("set-sink-volume", "@DEFAULT_SINK@", f"{percent}%")
    pactl("set-sink-mute", "@DEFAULT_SINK@", str(int(muted)))


def test_a_muted_and_low_output_is_heard_and_then_as_it_was(sink: NullSink) -> None:
    as_set(30, True)
    volume = SystemVolume()
    volume.raise_to(0.9)
    assert soon(lambda: now() == (90, False))
    volume.raise_to(0.9)  # at the next ring
    volume.put_back()
    assert soon(lambda: now() == (30, True))


def test_it_is_never_lowered(sink: NullSink) -> None:
    as_set(100, True)
    volume = SystemVolume()
    volume.raise_to(0.5)
    assert soon(lambda: now() == (100, False))


def test_what_somebody_changed_meanwhile_stays(sink: NullSink) -> None:
    as_set(30, False)
    volume = SystemVolume()
    volume.raise_to(0.9)
    assert soon(lambda: now() == (90, False))
    as_set(60, False)
    volume.put_back()
    volume.raise_to(0.1)  # done after it: the orders keep their turn
    assert soon(lambda: now() == (60, False))
