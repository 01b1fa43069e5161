"""Promises of the sound switch: real sound in a null sink, heard by the real process."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from time import monotonic

import pytest
from pytestqt.qtbot import QtBot

from aac.model.events import SwitchPressed, SwitchReleased
from aac.model.settings import Settings
from aac.ports import Setup
from aac.sound.player import Player
from aac.switches import sound_switch
from aac.switches.microphone import Microphone, microphones
from aac.switches.sound_switch import ECHO, SoundSwitch
from tests.sound.null_sink import NullSink
from tests.sound.tones import tone

SLOW = 20_000  # milliseconds
HUM = tone(0.5, 200.0)
WHISTLE = tone(0.5, 3000.0)


class Rig:
    def __init__(self, settings: Settings | None = None) -> None:
        self.news: list[str] = []
        self.heard: list[SwitchPressed | SwitchReleased] = []
        self.times: list[float] = []
        self.levels: list[float] = []
        setup = Setup(settings or Settings())
        self.source = SoundSwitch(("",), self.news.append, setup=setup)
        self.player = Player()

    def take(self, event: SwitchPressed | SwitchReleased, when: float) -> None:
        self.heard.append(event)
        self.times.append(when)


@pytest.fixture
def hearing(sink: NullSink, qtbot: QtBot) -> Iterator[Rig]:
    """A source whose process hears the room."""
    rig = Rig()
    rig.source.meter(rig.levels.append)
    rig.source.start(rig.take)
    qtbot.waitUntil(lambda: len(rig.levels) > 3, timeout=SLOW)
    yield rig
    rig.player.stop()
    rig.source.stop()


def test_a_hum_is_a_press_and_a_whistle_is_none(hearing: Rig, sink: NullSink, qtbot: QtBot) -> None:
    before = monotonic()
    hearing.player.play(WHISTLE)
    onset = sink.onset(before)
    assert onset is not None
    assert sink.silence(onset) is not None
    before = monotonic()
    hearing.player.play(HUM)
    qtbot.waitUntil(lambda: len(hearing.heard) == 2, timeout=SLOW)
    assert hearing.heard == [SwitchPressed(1), SwitchReleased(1)]
    onset = sink.onset(before)
    assert onset is not None
    # The press is stamped where the sound began, not where its hold time was over.
    assert hearing.times[0] == pytest.approx(onset, abs=0.12)
    assert hearing.times[1] - hearing.times[0] == pytest.approx(0.5, abs=0.15)
    assert hearing.news == []


def test_the_meter_follows_the_sound(hearing: Rig, qtbot: QtBot) -> None:
    assert max(hearing.levels) < -60
    hearing.player.play(HUM)
    qtbot.waitUntil(lambda: max(hearing.levels) > -20, timeout=SLOW)
    hearing.source.meter(None)
    qtbot.waitUntil(lambda: len(hearing.heard) == 2, timeout=SLOW)


def test_a_microphone_that_is_gone_is_told_and_heard_again_when_it_is_back(
    hearing: Rig, sink: NullSink, qtbot: QtBot
) -> None:
    sink.unplug()
    qtbot.waitUntil(lambda: hearing.news == ["sound-lost"], timeout=SLOW)
    plug = ["pactl", "load-module", "module-null-sink", "sink_name=spk", "rate=48000"]
    subprocess.run(plug, env=sink.env, check=True, capture_output=True)
    qtbot.waitUntil(lambda: hearing.news == ["sound-lost", "sound-back"], timeout=SLOW)
    hearing.player.play(HUM)
    qtbot.waitUntil(lambda: hearing.heard[:1] == [SwitchPressed(1)], timeout=SLOW)


def test_the_microphones_are_named(sink: NullSink) -> None:
    assert len(microphones()) == 2


def test_without_a_microphone_it_says_so(no_sound: None, qtbot: QtBot) -> None:
    assert microphones() == ()
    rig = Rig()
    rig.source.start(rig.take)
    qtbot.waitUntil(lambda: rig.news == ["sound-missing"], timeout=SLOW)
    rig.source.stop()


def test_a_microphone_that_cannot_be_opened_is_tried_again_only_after_a_while(
    no_sound: None,
) -> None:
    microphone = Microphone()
    assert microphone.listen() == []
    assert not microphone.hears
    microphone.close()


# ------------------------------------------------------------------------ Wren's own sound


class Deaf:
    """A source whose process is replaced by the test's own messages, at the test's own times."""

    def __init__(self, *, while_speaking: bool = False) -> None:
        self.now = 100.0
        self.heard: list[SwitchPressed | SwitchReleased] = []
        setup = Setup(Settings(sound_while_speaking=while_speaking))
        self.source = SoundSwitch(("",), lambda code: None, setup=setup, clock=lambda: self.now)
        self.source.start(lambda event, when: self.heard.append(event))

    def hum(self, began: float, ended: float) -> None:
        self.source.take({"down": "", "at": began})
        self.source.take({"up": "", "at": ended})


@pytest.fixture
def deaf(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Deaf]]:
    monkeypatch.setattr(sound_switch, "WORKER", "tests.switches.idle_worker")
    made: list[Deaf] = []

    def make(*, while_speaking: bool = False) -> Deaf:
        made.append(Deaf(while_speaking=while_speaking))
        return made[-1]

    yield make
    for one in made:
        one.source.stop()


def test_wrens_own_voice_does_not_press(deaf: Callable[..., Deaf]) -> None:
    one = deaf()
    one.source.deafen(True)
    one.hum(100.0, 100.5)
    one.now = 101.0
    one.source.deafen(False)
    one.now = 101.2
    one.source.deafen(False)  # it was not deaf any more
    one.hum(101.0 + ECHO - 0.01, 101.9)  # the room goes on
    assert one.heard == []
    one.hum(101.0 + ECHO, 101.9)
    assert one.heard == [SwitchPressed(1), SwitchReleased(1)]


def test_a_sound_that_was_a_press_before_wren_spoke_still_ends(deaf: Callable[..., Deaf]) -> None:
    one = deaf()
    one.source.take({"down": "", "at": 100.0})
    one.source.deafen(True)
    one.source.take({"up": "", "at": 100.5})
    assert one.heard == [SwitchPressed(1), SwitchReleased(1)]


def test_with_headphones_it_may_listen_while_wren_speaks(deaf: Callable[..., Deaf]) -> None:
    one = deaf(while_speaking=True)
    one.source.deafen(True)
    one.hum(100.0, 100.5)
    assert one.heard == [SwitchPressed(1), SwitchReleased(1)]
