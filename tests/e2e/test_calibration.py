"""Somebody new finds their speed with one key, from the first offer to the settings on the disk."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from aac.core.figures import deviation, mean
from aac.core.press_rules import scan_time
from aac.model.panel import TARGET
from tests.e2e import rig

pytestmark = pytest.mark.x11

PRACTICE, TRIALS, QUICK = 3, 10, 5
ON_THE_WAY = 0.05  # seconds from this program to the window, at most
SEEN = 0.5  # from light to press, when something is chosen at leisure


class Newcomer:
    """Presses one key when the large cell lights up, after a time that varies."""

    def __init__(self, wren: rig.Wren, seed: int) -> None:
        self.wren = wren
        self.times: list[float] = []
        self._chance = random.Random(seed)
        self._last = 0.0

    def choose(self, cell: str) -> None:
        self.wren.wait_until(lambda now: now["lit"] == [cell], cell)
        time.sleep(SEEN)
        assert self.wren.shown()["lit"] == [cell], "it has moved on"
        self.wren.press()

    def react(self) -> None:
        """One light, one press."""
        lit = self.wren.wait_until(
            lambda now: bool(now["lit"] == [TARGET] and now["t"] > self._last), "the light"
        )
        self._last = lit["t"]
        wanted = self._last + self._chance.lognormvariate(-0.8, 0.2)  # about 0.45 s
        time.sleep(max(0.0, wanted - time.monotonic()))
        self.times.append(self.wren.press() - self._last)


def test_a_newcomer_finds_the_speed_with_one_key(room: rig.Room, profile: Path) -> None:
    with rig.running(room, profile, new=True) as wren:
        person = Newcomer(wren, seed=4)
        assert wren.shown()["page"] == "welcome"
        person.choose("guide-find_speed")
        for _ in range(PRACTICE + TRIALS):
            person.react()
        assert wren.saved("settings")["settings"]["scan_time"] == 1.5, "nothing was accepted yet"

        wren.wait_until(lambda now: now["lit"] == [TARGET] and now["t"] > person._last, "the last")
        for _ in range(QUICK):
            wren.press()
        person.choose("guide-use")
        person.choose("guide-later")  # nothing is printed
        wren.wait_until(lambda now: bool(now["page"] == "board"), "the board")

        found = rig.wait_for(lambda: wren.saved("measures").get("calibration"), "the measures")
        settings = wren.saved("settings")["settings"]
    counted = person.times[PRACTICE:]
    assert found["trials"] == TRIALS
    assert found["mean"] == pytest.approx(mean(counted), abs=ON_THE_WAY)
    assert found["deviation"] == pytest.approx(deviation(counted), abs=ON_THE_WAY)
    assert settings["scan_time"] == scan_time(found["mean"], found["deviation"])
    own = scan_time(mean(counted), deviation(counted))
    assert settings["scan_time"] == pytest.approx(own, abs=2 * ON_THE_WAY)
    assert settings["scan_time"] < 1.5
    assert 0.1 <= settings["lock_out"] <= 0.3
    assert found["at"] == pytest.approx(time.time(), abs=600)
