"""A message dwelt with a real pointer in a real window, and a press that brings the scan back."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from aac.core.session import Session
from aac.files.paths import assets_folder
from aac.files.store import Store
from aac.model.view import Work
from aac.shelf import open_shelf
from aac.ui.cell_button import CellButton
from aac.ui.main_window import MainWindow, load_fonts
from tests.e2e import rig

pytestmark = pytest.mark.x11

DWELL = {
    **rig.SETTINGS,
    "scan_method": "dwell",
    "switch_method": "automatic",
    "dwell_time": 0.4,
    "prediction_on": False,
}


def places(profile: Path, qtbot: QtBot) -> dict[str, QPoint]:
    """The middle of each cell, from the same window without a screen: the trace tells ids only."""
    settings, _ = Store(
        profile / "settings.json", profile / "none.json", profile / "no.json"
    ).read_settings()
    session = Session(open_shelf(profile / "boards", settings).boards, settings, Work())
    session.start(0.0)
    load_fonts(assets_folder() / "fonts")
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.show_view(session.view)
    return {
        button.cell.id: button.mapTo(window, button.rect().center())
        for button in window.findChildren(CellButton)
        if button.cell is not None and button.isVisible()
    }


def test_a_message_is_dwelt_with_a_pointer_and_a_press_brings_the_scan_back(
    room: rig.Room, profile: Path, qtbot: QtBot
) -> None:
    profile.mkdir()
    (profile / "settings.json").write_text(json.dumps({"settings": DWELL}))
    cells = places(profile, qtbot)

    def look_at(cell_id: str) -> float:
        """Rest the pointer on the cell; gives the moment it began to move."""
        began = time.monotonic()
        there = cells[cell_id]
        words = ["xdotool", "mousemove", str(there.x()), str(there.y())]
        subprocess.run(words, env=room.env, check=True)
        return began

    wren = rig.Wren(room, profile)
    try:
        wren.wait_until(lambda now: bool(now["state"] == "pointing"), "the board")
        for written, letter in enumerate("water", start=1):
            began = look_at(f"letter-{letter}")
            shown = wren.wait_until(
                lambda now, length=written: bool(now["text_length"] == length), letter
            )
            assert shown["t"] - began >= 0.4
        wren.wait_for_text("water")
        heard = room.spoken_span(after=look_at("speak"))
        assert heard > 0.2

        wren.press()
        wren.wait_for_scan()
        assert wren.shown()["text_length"] == len("water")
        wren.select("letter-s")
        wren.wait_for_text("s")
        assert "water" not in wren.written_down().lower()
    finally:
        wren.close()
