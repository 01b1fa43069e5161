"""Auditory scanning from end to end: cues in the ear, the message in the room, one key."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e import rig
from tests.sound.null_sink import NullSink

pytestmark = pytest.mark.x11


@pytest.fixture
def two_outputs() -> Iterator[rig.Room]:
    reason = rig.missing()
    if reason:
        pytest.skip(reason)
    with rig.screen() as display, NullSink(("spk", "ear")) as sink:
        yield rig.Room(display, sink)


@pytest.fixture
def wren(two_outputs: rig.Room, profile: Path) -> Iterator[rig.Wren]:
    profile.mkdir()
    settings = {**rig.SETTINGS, "cues": True, "cue_device": "ear", "cue_minimum": 0.0,
                "loop_sound": "off", "cue_rate": 2.0}  # fmt: skip
    (profile / "settings.json").write_text(json.dumps({"version": 1, "settings": settings}))
    with rig.running(two_outputs, profile) as wren:
        yield wren


def test_cues_are_private_and_the_message_is_not(two_outputs: rig.Room, wren: rig.Wren) -> None:
    sink = two_outputs.sink
    began = time.monotonic()
    assert sink.onset(began, within=10.0, sink="ear") is not None
    chosen = wren.select("strip-yes")
    assert sink.sound_time(began, chosen, "spk") == 0, "no cue is heard in the room"
    said = sink.onset(chosen)
    assert said is not None
    ended = sink.silence(said, lasting=0.5)
    assert ended is not None
    assert sink.sound_time(said + 0.05, ended, "ear") == 0, "no cue while a message is spoken"
    assert sink.onset(ended, within=10.0, sink="ear") is not None, "cues go on"


def test_the_scan_goes_on_without_the_earphone(two_outputs: rig.Room, wren: rig.Wren) -> None:
    sink = two_outputs.sink
    sink.moves_streams()
    assert sink.onset(time.monotonic(), within=10.0, sink="ear") is not None
    pulled = time.monotonic()
    sink.unplug("ear")
    lit = wren.shown()["t"]
    for _ in range(4):
        lit = wren.wait_until(lambda now, before=lit: bool(now["t"] > before), "the next light")[
            "t"
        ]
    assert sink.sound_time(pulled, time.monotonic(), "spk") == 0
