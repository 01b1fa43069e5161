"""The night in a real Wren: a black screen, and one press that is heard (guidance G44)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e import rig

pytestmark = pytest.mark.x11


@pytest.fixture
def sleeping(room: rig.Room, profile: Path) -> Iterator[rig.Wren]:
    """It was night when Wren was closed, and so it is when it starts."""
    profile.mkdir()
    settings = {**rig.SETTINGS, "night": True}
    (profile / "settings.json").write_text(json.dumps({"version": 1, "settings": settings}))
    wren = rig.Wren(room, profile)
    try:
        wren.wait_until(lambda now: now["page"] == "night", "the night")
        rig.wait_for(lambda: "bell_ready" in wren.written_down(), "the bell")
        yield wren
    finally:
        wren.close()


def test_one_press_is_heard_a_second_answers_nothing_and_a_cell_ends_the_night(
    room: rig.Room, sleeping: rig.Wren
) -> None:
    pressed = sleeping.press()
    onset = room.sink.onset(pressed, within=3.0)
    assert onset is not None, "no bell"
    sleeping.wait_until(lambda now: now["page"] == "alert", "the page of the call")
    sleeping.press()
    assert sleeping.shown()["page"] == "alert" and not sleeping.shown()["lit"]
    sleeping.select("page-end_night")
    rig.wait_for(lambda: sleeping.saved("settings")["settings"]["night"] is False, "the day")
