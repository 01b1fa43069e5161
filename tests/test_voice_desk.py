"""The list of voices: tried in another process before anybody can choose a slow one."""

from __future__ import annotations

import sys

import pytest

from aac import voice_desk
from aac.model.settings import Settings
from aac.model.view import Page
from aac.ports import Voice
from aac.voice_desk import VoiceDesk
from tests.ui import samples

PRINTS = {
    "quick": "print('{\"seconds\": 0.02}')",
    "slow": "print('{\"seconds\": 0.9}')",
    "broken": "print('{\"broken\": true}')",
    "dead": "import os; os.abort()",
}


class Engine:
    """A voice that can load others."""

    def __init__(self) -> None:
        self.prepared: list[str] = []

    def start(self, emit) -> None: ...
    def speak(self, utterance) -> None: ...
    def hush(self) -> None: ...
    def stop(self) -> None: ...

    def voices(self):
        return (Voice("gmw/de", "German", ("de",)), Voice("gmw/en", "English", ("en",)))

    def prepare(self, voice: str) -> None:
        self.prepared.append(voice)


def settings_view(**more):
    return samples.settings_page(settings=Settings(**more))


@pytest.fixture
def rig(qapp, monkeypatch):
    found = tuple(Voice(f"pico:{name}", name, ("en",)) for name in PRINTS)
    monkeypatch.setattr(voice_desk, "installed_voices", lambda: found)
    offered: dict[str, str] = {}
    told: list = []
    trials: list[str] = []

    def start(process, voice: str) -> None:
        trials.append(voice)
        process.start(sys.executable, ["-c", PRINTS[voice.partition(":")[2]]])

    engine = Engine()
    desk = VoiceDesk(engine, lambda key, names: offered.update(names), told.append, start)
    yield desk, engine, offered, told, trials
    desk.stop()


def test_natural_voices_are_tried_once_the_page_is_open_and_say_how_quick_they_are(rig, qtbot):
    desk, _, offered, told, trials = rig
    desk.follow(samples.spelling())
    assert trials == []
    desk.follow(settings_view())
    assert "is being tried" in offered["pico:quick"]
    qtbot.waitUntil(lambda: "does not work here" in offered["pico:dead"], timeout=20000)
    assert "here 0.02 s" in offered["pico:quick"]
    assert "too slow here" in offered["pico:slow"]
    assert "does not work here" in offered["pico:broken"]
    usable = [voice.id for voice in told[-1].voices if voice.usable]
    assert usable == ["pico:quick", "gmw/en", "gmw/de"]
    desk.follow(samples.spelling())
    desk.follow(settings_view())
    assert len(trials) == len(PRINTS)


def test_a_chosen_natural_voice_is_loaded_before_it_is_needed(rig):
    desk, engine, *_ = rig
    for voice in ("pico:quick", "pico:quick", "gmw/en"):
        view = samples.spelling(settings=Settings(voice=voice))
        assert view.page is Page.BOARD
        desk.follow(view)
    assert engine.prepared == ["pico:quick", ""]


def test_a_voice_that_has_gone_stays_named(rig):
    desk, _, offered, *_ = rig
    desk.follow(settings_view(voice="pico:gone"))
    assert offered["pico:gone"] == "pico:gone (not there now)"
