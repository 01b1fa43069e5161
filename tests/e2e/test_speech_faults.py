"""Blows against the voice while somebody speaks with one switch: the scan goes on through all, and
the message stands on the partner's screen."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from tests.e2e import rig
from tests.e2e.second_screen import missing, partners_window, shows, two_screens
from tests.sound.null_sink import NullSink

pytestmark = pytest.mark.x11

LONG = "Xylophone players need a long message here so that there is time to be cruel. " * 2
ODD = (
    "Xylophone 🎉\U0001f468\u200d\U0001f469\u200d\U0001f467"
    " <b>&amp; & < ]]> \x00\x07\x1b[2J\t שלום مرحبا "
)
SPEAK, SAY_THANKS, CALL = "F8", "F9", "F7"
SETTINGS = {
    **rig.SETTINGS,
    "pause_while_speaking": False,
    "after_speaking": "keep",
    # So that the tests need not wait for the light to come to a cell.
    "switch_map": ["key:f8 = speak", "key:f9 = say: Thank you.", "key:f7 = call"],
}
BROKEN = "def get_library_path():\n    raise OSError('gone')\nget_data_path = get_library_path\n"


@pytest.fixture
def room() -> Iterator[rig.Room]:
    """A screen for the person, one for the partner, and two loudspeakers."""
    if reason := rig.missing() or missing():
        pytest.skip(reason)
    with NullSink(("spk", "ear")) as sink, two_screens(sink) as room:
        yield room


def prepare(profile: Path, text: str, **settings: object) -> None:
    """A profile in which this message stands, ready to be spoken."""
    profile.mkdir()
    everything = {"version": 1, "settings": {**SETTINGS, "partner_place": "window", **settings}}
    (profile / "settings.json").write_text(json.dumps(everything))
    work = {"version": 1, "text": text, "caret": len(text)}
    (profile / "work.json").write_text(json.dumps(work))


def press(room: rig.Room, key: str) -> float:
    """Press a switch that does one thing; gives the moment just before."""
    moment = time.monotonic()
    for verb in "keydown", "keyup":
        subprocess.run(["xdotool", verb, key], env=room.env, check=True)
        time.sleep(0.15)
    return moment


def scan_goes_on(wren: rig.Wren, steps: int = 3) -> None:
    """The light moves from item to item."""
    lit = wren.wait_until(lambda now: bool(now["lit"]), "the light")
    for _ in range(steps):
        lit = wren.wait_until(
            lambda now, before=lit: bool(now["lit"] and now["t"] > before["t"]), "the next light"
        )


def is_read(room: rig.Room, text: str, qtbot: QtBot) -> None:
    """The partner reads it."""
    shows(room, partners_window(room), qtbot, text)


def test_the_voice_is_killed_and_hangs_in_mid_word(
    room: rig.Room, profile: Path, qtbot: QtBot
) -> None:
    prepare(profile, LONG)
    with rig.running(room, profile) as wren:
        chosen = press(room, SPEAK)
        assert room.sink.onset(chosen) is not None
        worker: psutil.Process = rig.wait_for(wren.speech_worker, "the voice's process")
        worker.kill()
        silence = room.sink.silence(time.monotonic(), lasting=0.1)
        assert silence is not None
        assert room.sink.onset(silence + 0.05, within=3.0) is not None, "it is said again"
        scan_goes_on(wren)
        is_read(room, LONG.strip(), qtbot)

        worker = rig.wait_for(wren.speech_worker, "a new process")
        worker.suspend()
        scan_goes_on(wren)
        struck = press(room, SAY_THANKS)
        assert room.sink.onset(struck, within=5.0) is not None, "another one speaks"
        rig.wait_for(lambda: not worker.is_running(), "the end of the one that hung")
        is_read(room, "Thank you.", qtbot)
        assert "ylophone" not in wren.written_down()


def test_a_missing_library_leaves_the_text_the_scan_and_the_bell(
    room: rig.Room,
    profile: Path,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "espeakng_loader.py").write_text(BROKEN)
    before = room.env.get("PYTHONPATH", "")
    monkeypatch.setitem(room.env, "PYTHONPATH", f"{tmp_path / 'broken'}:{before}")
    prepare(profile, LONG)
    with rig.running(room, profile) as wren:
        press(room, SPEAK)
        scan_goes_on(wren)
        rig.wait_for(lambda: "worker ended" in wren.written_down(), "the log's line")
        is_read(room, LONG.strip(), qtbot)
        called = press(room, CALL)
        assert room.sink.onset(called, within=3.0) is not None, "no bell"
        assert "ylophone" not in wren.written_down()


def test_the_loudspeaker_is_pulled_out_in_mid_word(
    room: rig.Room, profile: Path, qtbot: QtBot
) -> None:
    sink = room.sink
    prepare(profile, LONG, speech_device="ear")
    with rig.running(room, profile) as wren:
        chosen = press(room, SPEAK)
        assert sink.onset(chosen, sink="ear") is not None
        pulled = time.monotonic()
        sink.unplug("ear")
        assert sink.onset(pulled, within=2.0) is not None, "it is said on what is left"
        scan_goes_on(wren)
        is_read(room, LONG.strip(), qtbot)
        sink.unplug("spk")
        scan_goes_on(wren)
        press(room, SAY_THANKS)
        scan_goes_on(wren)
        is_read(room, "Thank you.", qtbot)


def test_a_message_of_five_thousand_odd_signs(room: rig.Room, profile: Path, qtbot: QtBot) -> None:
    text = (ODD * 200)[:5000]
    prepare(profile, text)
    with rig.running(room, profile) as wren:
        chosen = press(room, SPEAK)
        onset = room.sink.onset(chosen)
        assert onset is not None
        print(f"press to sound of 5,000 signs: {onset - chosen:.3f} s")
        scan_goes_on(wren)
        is_read(room, text.strip(), qtbot)
        press(room, SAY_THANKS)
        ended = room.sink.silence(time.monotonic(), within=8.0, lasting=1.0)
        assert ended is not None, "the new message has silenced the old one"
        assert "ylophone" not in wren.written_down()
        assert wren.work()["text"] == text
