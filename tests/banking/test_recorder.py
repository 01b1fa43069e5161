"""The real process that records, before a sound server whose microphone hears its loudspeaker."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from aac.banking.naming import played_beside
from aac.banking.recorder import Recorder, Take
from aac.sound.player import Player
from aac.sound.wav import read_wav
from tests.banking.conftest import sound
from tests.sound.null_sink import NullSink
from tests.sound.tones import tone

SLOW = 15_000  # milliseconds


class Rig:
    """A recorder, and what it told."""

    def __init__(self) -> None:
        self.told: list[object] = []
        self.levels: list[float] = []
        self.recorder = Recorder()
        self.recorder.begun.connect(lambda: self.told.append("begun"))
        self.recorder.level.connect(self.levels.append)
        self.recorder.took.connect(self.told.append)
        self.recorder.listening.connect(lambda: self.told.append("listening"))
        self.recorder.listened.connect(lambda: self.told.append("listened"))
        self.recorder.failed.connect(self.told.append)


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[Rig]:
    rig = Rig()
    yield rig
    rig.recorder.stop()


def test_what_is_heard_is_recorded_and_cut(
    rig: Rig, sink: NullSink, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "takes" / "hum.wav"
    assert rig.recorder.pid == 0
    rig.recorder.record(path)
    qtbot.waitUntil(lambda: rig.told == ["begun"], timeout=SLOW)
    qtbot.wait(400)
    player = Player()
    player.play(tone(0.6))
    qtbot.waitUntil(lambda: max(rig.levels) > -20, timeout=SLOW)
    qtbot.waitUntil(lambda: rig.levels[-1] < -60, timeout=SLOW)
    player.stop()
    qtbot.wait(400)  # silence enough to be cut
    rig.recorder.finish()
    qtbot.waitUntil(lambda: len(rig.told) == 2, timeout=SLOW)
    take = rig.told[1]
    assert isinstance(take, Take) and take.path == path
    assert take.heard.verdict == ""
    assert take.heard.start > 0.1
    whole, played = read_wav(path), read_wav(played_beside(path))
    assert whole.seconds == pytest.approx(take.heard.seconds, abs=0.01)
    assert played.seconds == pytest.approx(0.6 + 0.12 + 0.25, abs=0.12)


def test_a_silent_microphone_is_told_as_one(
    rig: Rig, sink: NullSink, qtbot: QtBot, tmp_path: Path
) -> None:
    rig.recorder.record(tmp_path / "a.wav")
    qtbot.waitUntil(lambda: rig.told == ["begun"], timeout=SLOW)
    qtbot.waitUntil(lambda: len(rig.levels) > 2, timeout=SLOW)
    rig.recorder.finish()
    qtbot.waitUntil(lambda: len(rig.told) == 2, timeout=SLOW)
    assert isinstance(rig.told[1], Take) and rig.told[1].heard.verdict == "nothing"


def test_without_a_microphone_it_says_so(
    rig: Rig, no_sound: None, qtbot: QtBot, tmp_path: Path
) -> None:
    rig.recorder.record(tmp_path / "a.wav")
    qtbot.waitUntil(lambda: rig.told == ["no-microphone"], timeout=SLOW)
    assert not (tmp_path / "a.wav").exists()


def test_a_microphone_that_goes_leaves_what_it_heard(
    rig: Rig, sink: NullSink, qtbot: QtBot, tmp_path: Path
) -> None:
    rig.recorder.record(tmp_path / "a.wav")
    qtbot.waitUntil(lambda: len(rig.levels) > 2, timeout=SLOW)
    sink.unplug()
    qtbot.waitUntil(lambda: rig.told[-1:] == ["lost"], timeout=SLOW)
    assert isinstance(rig.told[1], Take)
    assert read_wav(tmp_path / "a.wav").seconds > 0.1


def test_a_process_that_dies_is_told_once_and_can_be_asked_again(
    rig: Rig, sink: NullSink, qtbot: QtBot, tmp_path: Path
) -> None:
    rig.recorder.record(tmp_path / "a.wav")
    qtbot.waitUntil(lambda: rig.told == ["begun"], timeout=SLOW)
    os.kill(rig.recorder.pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: rig.told == ["begun", "stopped"], timeout=SLOW)
    assert rig.recorder.pid == 0
    rig.recorder.record(tmp_path / "a.wav")
    qtbot.waitUntil(lambda: rig.told == ["begun", "stopped", "begun"], timeout=SLOW)


def test_a_process_that_hangs_is_told_too(
    rig: Rig, sink: NullSink, qtbot: QtBot, tmp_path: Path
) -> None:
    rig.recorder.record(tmp_path / "a.wav")
    qtbot.waitUntil(lambda: rig.told == ["begun"], timeout=SLOW)
    os.kill(rig.recorder.pid, signal.SIGSTOP)
    qtbot.waitUntil(lambda: rig.told == ["begun", "stopped"], timeout=SLOW)


def test_a_recording_is_listened_to_and_stopped(
    rig: Rig, sink: NullSink, qtbot: QtBot, tmp_path: Path
) -> None:
    asked = time.monotonic()
    rig.recorder.listen(sound(tmp_path, "short.wav", 0.4))
    qtbot.waitUntil(lambda: rig.told == ["listening", "listened"], timeout=SLOW)
    assert sink.onset(asked) is not None
    rig.recorder.listen(sound(tmp_path, "long.wav", 20.0))
    qtbot.waitUntil(lambda: rig.told[2:] == ["listening"], timeout=SLOW)
    rig.recorder.hush()
    qtbot.waitUntil(lambda: rig.told[3:] == ["listened"], timeout=SLOW)
    assert sink.silence(time.monotonic(), lasting=0.1) is not None


def test_what_cannot_be_played_is_told(rig: Rig, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "bad.wav").write_bytes(b"RIFF\xff\xff\xff\xffWAVEjunk")
    for path in (tmp_path / "bad.wav", tmp_path / "gone.wav"):
        rig.told.clear()
        rig.recorder.listen(path)
        qtbot.waitUntil(lambda: rig.told == ["unreadable"], timeout=SLOW)
