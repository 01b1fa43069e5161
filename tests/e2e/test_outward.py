"""Messages written into another program: a real Wren, a real other window, one switch (G81)."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.e2e import rig

pytestmark = pytest.mark.x11

TITLE = "letters home"
OTHER = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
application = QApplication([])
class Field(QPlainTextEdit):
    def keyPressEvent(self, event):
        with open(sys.argv[1] + ".keys", "a") as keys:
            keys.write(f"{event.key()}\\n")
        super().keyPressEvent(event)
window = Field()
window.setWindowTitle(sys.argv[2])
window.textChanged.connect(lambda: Path(sys.argv[1]).write_text(window.toPlainText(), "utf-8"))
window.show()
application.exec()
"""
WRITTEN = "Grüße an Zoë: “schön”, 20 €, 日本, שלום, 👍🏽 & <ok>!"
PLAIN = "Hello, can you come at 5? It's me & I am well."


@contextmanager
def other_program(room: rig.Room, file: Path) -> Iterator[None]:
    """Another window with a field for text, which has the keyboard at first."""
    process = subprocess.Popen([sys.executable, "-c", OTHER, file, TITLE], env=room.env)
    try:
        rig.wait_for(lambda: active(room) == TITLE, "the other window")
        yield
    finally:
        process.kill()
        process.wait()


def active(room: rig.Room) -> str:
    words = ["xdotool", "getactivewindow", "getwindowname"]
    found = subprocess.run(words, env=room.env, capture_output=True, text=True, check=False)
    return found.stdout.strip()


def with_message(profile: Path, text: str, **settings: object) -> None:
    """A profile in which this was being written when Wren was closed."""
    profile.mkdir()
    (profile / "settings.json").write_text(
        json.dumps({"version": 1, "settings": {**rig.SETTINGS, **settings}})
    )
    work = {"text": text, "caret": len(text), "board": "elsewhere"}
    (profile / "work.json").write_text(json.dumps({"version": 1, **work}), "utf-8")


@contextmanager
def both(
    room: rig.Room, profile: Path, text: str, **settings: object
) -> Iterator[tuple[rig.Wren, Path]]:
    file = profile.with_suffix(".typed")
    with_message(profile, text, **settings)
    with other_program(room, file), rig.running(room, profile) as wren:
        yield wren, file


def read(file: Path) -> str:
    return file.read_text("utf-8") if file.exists() else ""


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        (WRITTEN, {}),
        (PLAIN, {"type_way": "keys"}),
        (WRITTEN, {"type_way": "keys"}),
        ("a" * 3000, {"paste_keys": "shift_insert"}),
    ],
    ids=["everything", "letter by letter", "letters without a key", "long, other keys"],
)
def test_every_letter_arrives_where_the_keyboard_was_before_and_wren_has_it_again(
    room: rig.Room, profile: Path, text: str, settings: Mapping[str, object]
) -> None:
    with both(room, profile, text, **settings) as (wren, file):
        rig.wait_for(lambda: active(room) == "Wren", "Wren in front")
        wren.select("type-message")
        rig.wait_for(lambda: read(file) == text, f"the text, not {read(file)!r},", within=15)
        rig.wait_for(lambda: active(room) == "Wren", "the keyboard", within=5)
        rig.wait_for(lambda: wren.work().get("finished"), "the finished message", within=5)
        wren.select("strip-yes")  # the one switch still works
        assert text not in wren.written_down()
        assert read(file) == text


def test_keys_that_wren_presses_are_no_switch_though_it_listens_everywhere(
    room: rig.Room, profile: Path
) -> None:
    """Every word gap is the key of the switch: none of them chooses a cell."""
    every_key = {"global_switch": True, "debounce": 0.0, "lock_out": 0.0}
    text = "a b c d e f g h i j k l m n o p q r s t u v w x y z " * 2 + "end"
    with both(room, profile, text, type_way="keys", **every_key) as (wren, file):
        rig.wait_for(lambda: active(room) == "Wren", "Wren in front")
        chosen = wren.select("type-message")
        rig.wait_for(lambda: read(file) == text, f"the text, not {read(file)!r},", within=15)
        rig.wait_for(lambda: wren.work().get("finished"), "the finished message", within=5)
        lights = [line["lit"] for line in wren.lines() if line.get("t", 0.0) > chosen + 0.3]
        assert lights and all(len(light) != 1 for light in lights), "a press went into a row"
        wren.select("strip-yes")
