"""A helper with the keyboard, then the person with one key: import, change, undo, print, say."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from aac.model.settings import GROUPS
from tests.e2e import rig
from tests.imports.making import command, grid_cell, gridset, page

pytestmark = pytest.mark.x11

HOME = "kitchen.home"  # the board that the file will bring; until then Wren has its own


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    folder = tmp_path / "profile"
    folder.mkdir()
    settings = {**rig.SETTINGS, "home_board": HOME}
    (folder / "settings.json").write_text(json.dumps({"version": 1, "settings": settings}))
    return folder


def keys(room: rig.Room, *names: str) -> None:
    subprocess.run(["xdotool", "key", "--delay", "60", *names], env=room.env, check=True)


def types(room: rig.Room, text: str) -> None:
    subprocess.run(["xdotool", "type", "--delay", "25", text], env=room.env, check=True)


def labels(path: Path) -> list[str]:
    """Of the cells of the board as it is on the disk."""
    if not path.exists():
        return []
    board: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return [button["label"] for button in board["buttons"]]


def test_boards_are_brought_in_changed_printed_and_scanned(
    room: rig.Room, wren: rig.Wren, profile: Path, tmp_path: Path
) -> None:
    cells = "".join(
        grid_cell(f'X="{x}" Y="0"', label, command("Action.InsertText", text=label))
        for x, label in enumerate(("Tea", "Coffee", "Window"))
    )
    file = gridset(tmp_path / "kitchen.gridset", {"Home": page(cells, rows=1)})

    keys(room, "ctrl+comma")
    wren.wait_until(lambda now: bool(now["page"] == "settings"), "the settings")
    time.sleep(1.0)  # the page is made when it is opened for the first time
    keys(room, *["Down"] * len(GROUPS), *["Tab"] * 4)  # the group Boards, past three buttons
    types(room, str(file))
    keys(room, "Return")
    rig.wait_for((profile / "boards" / "kitchen.obz").exists, "the boards")
    time.sleep(1.0)  # they are loaded beside the scan

    keys(room, "Escape", "ctrl+e")
    wren.wait_until(lambda now: bool(now["page"] == "editor"), "the editor")
    time.sleep(0.5)
    keys(room, "ctrl+f")
    types(room, "Coffee")
    time.sleep(1.0)  # it looks through all boards
    keys(room, "Tab", "Down", "Return")
    edited = profile / "boards" / "edited" / f"{HOME}.obf"
    keys(room, "Return", "ctrl+a")
    types(room, "Cocoa")
    keys(room, "Return")
    rig.wait_for(lambda: labels(edited) == ["Tea", "Cocoa", "Window"], "the change")
    keys(room, "ctrl+z")
    rig.wait_for(lambda: labels(edited) in ([], ["Tea", "Coffee", "Window"]), "the undoing")
    keys(room, "ctrl+y")
    rig.wait_for(lambda: labels(edited) == ["Tea", "Cocoa", "Window"], "the change, again")
    keys(room, "Escape")
    wren.wait_until(lambda now: bool(now["page"] == "board"), "the board")
    wren.select("open-all")
    wren.select("home")
    wren.wait_until(lambda now: bool(now["board"] == HOME), "the board that was brought in")

    rig.command(room, "print", f"--board={HOME}", "--out", tmp_path, f"--profile={profile}")
    (printed,) = tmp_path.glob("*.pdf")
    assert "Cocoa" in PdfReader(printed).pages[0].extract_text()

    chosen = wren.select("r0c1")
    assert room.sink.onset(chosen) is not None

    keys(room, "ctrl+e")
    wren.wait_until(lambda now: bool(now["page"] == "editor"), "the editor, again")
    time.sleep(0.5)
    keys(room, "Right", "Return", "ctrl+a")
    types(room, "Milk")
    keys(room, "Return")
    rig.wait_for(lambda: "Milk" in labels(edited), "the second change")
    rig.wait_for(lambda: "notice paper_old" in wren.written_down(), "the word about the paper")
    out_of_date = json.loads(
        rig.command(room, "print", "--check", "--json", f"--profile={profile}", ends=1)
    )
    assert [one["name"] for one in out_of_date["out_of_date"]] == [f"board:{HOME}"]
