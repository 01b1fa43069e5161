"""The partner's side in real windows: the text is there whatever the voice does, and the keyboard
stays with the main window."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from aac.files.paths import assets_folder
from aac.model.partner import PartnerView
from aac.model.settings import Settings
from aac.ui.lettering import load_fonts
from aac.ui.light import Style
from aac.ui.partner_panel import PartnerPanel
from tests.e2e import rig

TITLE = "Wren, for you"

pytestmark = pytest.mark.skipif(
    None in (shutil.which("import"), shutil.which("xrandr")),
    reason="import (pictures of windows) or xrandr (a second monitor) is not installed",
)


@pytest.fixture
def two(room: rig.Room) -> Iterator[rig.Room]:
    """One display with two monitors side by side, the right one to be unplugged."""
    reader, writer = os.pipe()
    size = ["-screen", "0", "2732x768x24", "-noreset", "-nolisten", "tcp"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), *size], pass_fds=(writer,), stderr=subprocess.DEVNULL
    )
    os.close(writer)
    with os.fdopen(reader) as pipe:
        display = f":{int(pipe.readline())}"
    both = rig.Room(display, room.sink)
    monitors(both, "--setmonitor", "left", "1366/300x768/200+0+0", "screen")
    plug(both)
    manager = subprocess.Popen(["openbox"], env=both.env, stderr=subprocess.DEVNULL)
    try:
        yield both
    finally:
        for process in (manager, server):
            process.kill()
            process.wait()


def monitors(room: rig.Room, *words: str) -> None:
    subprocess.run(["xrandr", *words], env=room.env, check=True, capture_output=True)


def plug(room: rig.Room) -> None:
    monitors(room, "--setmonitor", "right", "1366/300x768/200+1366+0", "none")


def prepared(profile: Path, **settings: object) -> Path:
    profile.mkdir(exist_ok=True)
    whole = {**rig.SETTINGS, "home_board": "quick", **settings}
    text = json.dumps({"version": 1, "settings": whole})
    (profile / "settings.json").write_text(text, encoding="utf-8")
    return profile


def asked(room: rig.Room, *words: str) -> str:
    done = subprocess.run(["xdotool", *words], env=room.env, capture_output=True, text=True)
    return done.stdout.strip()


def partners_window(room: rig.Room) -> str:
    return str(rig.wait_for(lambda: asked(room, "search", "--name", TITLE), "the partner's window"))


def picture(room: rig.Room, window: str, to: Path) -> QImage:
    subprocess.run(["import", "-window", window, str(to)], env=room.env, check=True)
    return QImage(str(to))


def message_in(image: QImage, panel: PartnerPanel) -> QImage:
    """The part of the picture where the message stands."""
    return image.copy(panel.places().main.toRect())


def alike(one: QImage, other: QImage) -> bool:
    """Nearly all points are the same."""
    if one.size() != other.size():
        return False
    points = [(x, y) for x in range(0, one.width(), 3) for y in range(0, one.height(), 3)]
    differing = sum(one.pixel(*at) & 0xFFFFFF != other.pixel(*at) & 0xFFFFFF for at in points)
    return differing < 0.03 * len(points)


def expected(qtbot: QtBot, size: tuple[int, int], said: str) -> PartnerPanel:
    family = load_fonts(assets_folder() / "fonts")
    panel = PartnerPanel(Style.of(replace(Settings(), full_screen=False), 96, 768, family))
    qtbot.addWidget(panel)
    panel.resize(*size)
    panel.show()
    panel.show_partner(PartnerView(said=said))
    return panel


def shows(room: rig.Room, window: str, qtbot: QtBot, said: str, folder: Path) -> None:
    """Wait until the window shows this message as the panel paints it."""
    image = picture(room, window, folder / "now.png")
    panel = expected(qtbot, (image.width(), image.height()), said)
    wanted = message_in(panel.grab().toImage(), panel)

    def there() -> bool:
        now = picture(room, window, folder / "now.png")
        return alike(message_in(now, panel), wanted)

    rig.wait_for(there, f"{said!r} on the partner's window", within=15)


def speech_processes(wren: rig.Wren) -> list[psutil.Process]:
    family = psutil.Process(wren.window_pids()[-1]).children(recursive=True)
    return [one for one in family if "aac.speech" in " ".join(one.cmdline())]


def test_a_voice_that_is_killed_leaves_the_message_on_the_partners_window(
    two: rig.Room, profile: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    with rig.running(two, prepared(profile, partner_place="window")) as wren:
        wren.wait_for_scan()
        window = partners_window(two)
        rig.wait_for(lambda: speech_processes(wren), "the voice")
        wren.select("R01")
        for process in speech_processes(wren):
            process.kill()
        wren.wait_for_scan()
        shows(two, window, qtbot, phrase("R01"), tmp_path)


def test_without_any_voice_the_message_is_on_the_partners_window(
    two: rig.Room, profile: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    prepared(profile, partner_place="window", speak_mode="silent")
    with rig.running(two, profile) as wren:
        wren.wait_for_scan()
        window = partners_window(two)
        wren.select("R01")
        shows(two, window, qtbot, phrase("R01"), tmp_path)


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
