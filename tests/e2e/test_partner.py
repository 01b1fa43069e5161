"""The partner's side in real windows: the text is there whatever the voice does, and the keyboard
stays with the main window."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from tests.e2e import rig
from tests.e2e.second_screen import (
    TITLE,
    asked,
    missing,
    monitors,
    partners_window,
    plug,
    shows,
    two_screens,
)

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing())


@pytest.fixture
def two(room: rig.Room) -> Iterator[rig.Room]:
    """One display with two monitors side by side, the right one to be unplugged."""
    with two_screens(room.sink) as both:
        yield both


def prepared(profile: Path, **settings: object) -> Path:
    profile.mkdir(exist_ok=True)
    whole = {**rig.SETTINGS, "home_board": "quick", **settings}
    text = json.dumps({"version": 1, "settings": whole})
    (profile / "settings.json").write_text(text, encoding="utf-8")
    return profile


def speech_processes(wren: rig.Wren) -> list[psutil.Process]:
    family = psutil.Process(wren.window_pids()[-1]).children(recursive=True)
    return [one for one in family if "aac.speech" in " ".join(one.cmdline())]


def test_a_voice_that_is_killed_leaves_the_message_on_the_partners_window(
    two: rig.Room, profile: Path, qtbot: QtBot
) -> None:
    with rig.running(two, prepared(profile, partner_place="window")) as wren:
        wren.wait_for_scan()
        window = partners_window(two)
        rig.wait_for(lambda: speech_processes(wren), "the voice")
        wren.select("R01")
        for process in speech_processes(wren):
            process.kill()
        wren.wait_for_scan()
        shows(two, window, qtbot, phrase("R01"))


def test_without_any_voice_the_message_is_on_the_partners_window(
    two: rig.Room, profile: Path, qtbot: QtBot
) -> None:
    prepared(profile, partner_place="window", speak_mode="silent")
    with rig.running(two, profile) as wren:
        wren.wait_for_scan()
        window = partners_window(two)
        wren.select("R01")
        shows(two, window, qtbot, phrase("R01"))


def test_the_partners_window_never_takes_the_keyboard_and_answers_a_call(
    two: rig.Room, profile: Path
) -> None:
    with rig.running(two, prepared(profile, partner_place="window")) as wren:
        wren.wait_for_scan()
        window = partners_window(two)
        main = asked(two, "getwindowfocus")
        assert main != window
        asked(two, "mousemove", "--window", window, "200", "200", "click", "1")
        assert asked(two, "getwindowfocus") == main
        wren.select("strip-call")
        wren.wait_until(lambda now: now["page"] == "alert", "the call")
        width, height = size_of(two, window)
        asked(two, "mousemove", "--window", window, str(width // 2), str(round(height * 0.9)))
        asked(two, "click", "1")
        wren.wait_until(lambda now: now["page"] == "board", "the answer")
        assert asked(two, "getwindowfocus") == main
        wren.select("strip-call")
        wren.wait_until(lambda now: now["page"] == "alert", "the second call")
        asked(two, "key", "F12")
        wren.wait_until(lambda now: now["page"] == "board", "the answer by key")


def size_of(room: rig.Room, window: str) -> tuple[int, int]:
    told = asked(room, "getwindowgeometry", "--shell", window)
    parts = dict(line.split("=") for line in told.splitlines())
    return int(parts["WIDTH"]), int(parts["HEIGHT"])


def phrase(phrase_id: str) -> str:
    """What the quick board says with this cell."""
    boards = Path(__file__).parents[2] / "boards" / "en" / "quick.obf"
    cells = {cell["id"]: cell for cell in json.loads(boards.read_text("utf-8"))["buttons"]}
    return str(cells[phrase_id].get("vocalization", cells[phrase_id]["label"]))


def test_a_screen_that_is_unplugged_leaves_a_band_and_comes_back(
    two: rig.Room, profile: Path
) -> None:
    with rig.running(two, prepared(profile, partner_place="window")) as wren:
        wren.wait_for_scan()
        window = partners_window(two)
        rig.wait_for(lambda: size_of(two, window) == (1366, 768), "the other screen")
        monitors(two, "--delmonitor", "right")
        rig.wait_for(lambda: not asked(two, "search", "--name", TITLE), "the band")
        wren.wait_for_scan()
        plug(two)
        partners_window(two)
        wren.select("strip-yes")
