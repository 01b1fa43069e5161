"""One key, from the first letter to a sentence in the room; and what happens when parts die."""

from __future__ import annotations

import json
import wave
from array import array
from pathlib import Path

import psutil
import pytest

from tests.e2e import rig
from tests.sound.null_sink import LOUD

pytestmark = pytest.mark.x11


def sound_of(path: Path) -> tuple[float, bool]:
    """Seconds from the first to the last sound of a file, and whether there is any."""
    with wave.open(str(path), "rb") as file:
        assert file.getsampwidth() == 2
        channels, rate = file.getnchannels(), file.getframerate()
        samples = array("h", file.readframes(file.getnframes()))[::channels]
    loud = [place for place, sample in enumerate(samples) if abs(sample) > LOUD]
    return ((loud[-1] - loud[0]) / rate, True) if loud else (0.0, False)


def test_a_sentence_is_spelled_with_one_key_and_heard(
    room: rig.Room, wren: rig.Wren, profile: Path, tmp_path: Path
) -> None:
    wren.spell("i need water")
    wren.wait_for_text("i need water")
    heard = room.spoken_span(after=wren.select("speak"))

    file = tmp_path / "said.wav"
    rig.command(room, "say", "I need water", "--wav", file, "--profile", profile)
    length, audible = sound_of(file)
    assert audible
    assert heard == pytest.approx(length, rel=0.2)

    assert "the scan has begun" in wren.written_down()
    assert "water" not in wren.written_down().lower()


def test_a_killed_window_comes_back_with_the_same_text_and_scans_on(wren: rig.Wren) -> None:
    wren.spell("wat")
    wren.wait_for_text("wat")

    wren.kill_window()
    rig.wait_for(lambda: len(wren.window_pids()) == 2, "a new window", within=10)
    wren.wait_for_scan()

    assert wren.shown()["text_length"] == len("wat")
    wren.spell("er")
    wren.wait_for_text("water")


def test_the_bell_sounds_though_the_voice_has_just_died(room: rig.Room, wren: rig.Wren) -> None:
    worker = rig.wait_for(wren.speech_worker, "the voice's process")
    worker.kill()
    moment = wren.select("strip-call")
    onset = room.sink.onset(moment, within=3)
    assert onset is not None, "no bell"
    assert onset - moment <= 0.3


def test_the_bell_sounds_while_the_voice_hangs(room: rig.Room, wren: rig.Wren) -> None:
    worker: psutil.Process = rig.wait_for(wren.speech_worker, "the voice's process")
    worker.suspend()
    moment = wren.select("strip-call")
    onset = room.sink.onset(moment, within=3)
    assert onset is not None, "no bell"
    assert onset - moment <= 0.3


def test_the_switch_works_while_another_program_is_in_front(room: rig.Room, profile: Path) -> None:
    profile.mkdir()
    (profile / "settings.json").write_text(
        json.dumps({"settings": {**rig.SETTINGS, "global_switch": True, "full_screen": False}})
    )
    with rig.running(room, profile) as wren, rig.another_program(room):
        wren.spell("no")
        wren.wait_for_text("no")
