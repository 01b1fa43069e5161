"""The partner's side on a second screen, and what is to be read on it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from Xlib import X
from Xlib.display import Display

from aac.files.paths import assets_folder
from aac.model.partner import PartnerView
from aac.model.settings import Settings
from aac.ui.lettering import load_fonts
from aac.ui.light import Style
from aac.ui.partner_panel import PartnerPanel
from tests.e2e import rig
from tests.sound.null_sink import NullSink

TITLE = "Wren, for you"


def missing() -> str:
    """Why a second screen cannot be tried here; "" where it can."""
    return "" if shutil.which("xrandr") else "not installed: xrandr"


@contextmanager
def two_screens(sink: NullSink) -> Iterator[rig.Room]:
    """One display with two monitors side by side, the right one to be unplugged."""
    reader, writer = os.pipe()
    size = ["-screen", "0", "2732x768x24", "-noreset", "-nolisten", "tcp"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), *size], pass_fds=(writer,), stderr=subprocess.DEVNULL
    )
    os.close(writer)
    with os.fdopen(reader) as pipe:
        display = f":{int(pipe.readline())}"
    both = rig.Room(display, sink)
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


def asked(room: rig.Room, *words: str) -> str:
    done = subprocess.run(["xdotool", *words], env=room.env, capture_output=True, text=True)
    return done.stdout.strip()


def partners_window(room: rig.Room) -> str:
    return str(rig.wait_for(lambda: asked(room, "search", "--name", TITLE), "the partner's window"))


def picture(room: rig.Room, window: str) -> QImage:
    """What stands in this window now."""
    display = Display(room.env["DISPLAY"])
    try:
        place = display.create_resource_object("window", int(window))
        size = place.get_geometry()
        raw = place.get_image(0, 0, size.width, size.height, X.ZPixmap, 0xFFFFFFFF)
    finally:
        display.close()
    return QImage(raw.data, size.width, size.height, QImage.Format.Format_RGB32).copy()


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


def shows(room: rig.Room, window: str, qtbot: QtBot, said: str) -> None:
    """Wait until the window shows this message as the panel paints it."""
    image = picture(room, window)
    panel = expected(qtbot, (image.width(), image.height()), said)
    wanted = message_in(panel.grab().toImage(), panel)
    rig.wait_for(
        lambda: alike(message_in(picture(room, window), panel), wanted),
        f"{said!r} on the partner's window",
        within=15,
    )
