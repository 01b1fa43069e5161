"""The bell sounds, whatever happens."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator

import pytest

from aac.sound.bell import Bell
from aac.speech.voice_process import VoiceProcess
from tests.sound.tones import sound_folder

LIMIT = 0.3
"""Seconds from the ring to the sound, by guidance G43."""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "broken.wav").write_bytes(b"RIFF")
    return sound_folder(tmp_path, chime=0.2, B01=0.3, alarm=20.0)


@pytest.fixture
def bell(folder, qtbot, sink) -> Iterator[Bell]:
    bell = Bell(folder)
    with qtbot.waitSignal(bell.ready):
        bell.start()
    yield bell
    bell.close()


def rings(bell, qtbot, sounds=("chime",)) -> float:
    """Ring; when it was asked for."""
    asked = time.monotonic()
    with qtbot.waitSignal(bell.rang):
        bell.ring(sounds)
    return asked


def test_it_sounds_within_the_limit(bell, sink, qtbot):
    asked = rings(bell, qtbot)
    assert sink.onset(asked) - asked < LIMIT


def test_sounds_follow_each_other_without_a_gap_to_speak_of(bell, sink, qtbot):
    asked = time.monotonic()
    with qtbot.waitSignal(bell.ended):
        bell.ring(["chime", "B01"])
    assert sink.sound_time(asked, time.monotonic()) == pytest.approx(0.5, abs=0.1)


def test_it_is_silent_when_told(bell, sink, qtbot):
    asked = rings(bell, qtbot, ["alarm"])
    assert sink.onset(asked) is not None
    told = time.monotonic()
    bell.stop_ringing()
    qtbot.wait(1)  # the order leaves with the next turn of the event loop
    assert sink.silence(told) - told < LIMIT


@pytest.fixture
def voice(qtbot, sink) -> Iterator[VoiceProcess]:
    voice = VoiceProcess()
    voice.start(lambda event: None)
    qtbot.waitUntil(lambda: bool(voice.voices()))
    yield voice
    voice.stop()


@pytest.mark.parametrize("blow", [signal.SIGSTOP, signal.SIGKILL], ids=["frozen", "killed"])
def test_it_sounds_when_the_speech_process_is(blow, voice, bell, sink, qtbot):
    os.kill(voice.worker_pid, blow)
    asked = rings(bell, qtbot)
    assert sink.onset(asked) - asked < LIMIT


def test_killed_while_it_rings_it_rings_again(bell, sink, qtbot):
    rings(bell, qtbot, ["alarm"])
    old = bell.worker_pid
    with qtbot.waitSignal(bell.rang):
        os.kill(old, signal.SIGKILL)
    assert bell.worker_pid != old
    assert sink.onset(time.monotonic()) is not None


def test_frozen_before_the_ring_it_rings_all_the_same(bell, sink, qtbot):
    os.kill(bell.worker_pid, signal.SIGSTOP)
    asked = rings(bell, qtbot)
    assert sink.onset(asked) - asked < 2.0


def test_a_ring_before_it_is_ready_is_not_lost(folder, sink, qtbot):
    bell = Bell(folder)
    bell.start()
    rings(bell, qtbot)
    bell.close()


def test_a_sound_that_is_not_there_is_said_and_the_rest_sounds(bell, qtbot):
    with qtbot.waitSignals([bell.failed, bell.rang]):
        bell.ring(["nonsense", "chime"])


@pytest.mark.usefixtures("no_sound")
def test_without_sound_it_says_so_at_the_start_and_at_the_ring(folder, qtbot):
    bell = Bell(folder)
    with qtbot.waitSignal(bell.ready) as ready:
        bell.start()
    with qtbot.waitSignal(bell.failed) as failed:
        bell.ring(["chime"])
    bell.close()
    assert (ready.args, failed.args) == ([""], ["no-device"])


def test_its_process_ends_with_the_window(bell):
    pid = bell.worker_pid
    bell.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_it_turns_a_muted_output_on(bell, sink, qtbot):
    subprocess.run(["pactl", "set-sink-mute", "spk", "1"], env=sink.env, check=True)
    asked = rings(bell, qtbot, ["alarm"])
    assert sink.onset(asked) is not None


def test_a_bell_that_cannot_live_is_reported_and_tried_again(bell, qtbot):
    for _ in range(3):
        old = bell.worker_pid
        os.kill(old, signal.SIGKILL)
        qtbot.waitUntil(lambda old=old: bell.worker_pid not in (old, 0))
    with qtbot.waitSignal(bell.failed) as failed:
        os.kill(bell.worker_pid, signal.SIGKILL)
    assert failed.args == ["worker-died"]
    with qtbot.waitSignal(bell.ready):
        pass


def test_sounds_in_the_persons_language_take_the_place_of_others(folder, tmp_path, sink, qtbot):
    own = tmp_path / "own"
    own.mkdir()
    bell = Bell(folder, own=sound_folder(own, B01=1.0))
    with qtbot.waitSignal(bell.ready):
        bell.start()
    asked = time.monotonic()
    with qtbot.waitSignal(bell.ended):
        bell.ring(["chime", "B01"])
    assert sink.sound_time(asked, time.monotonic()) == pytest.approx(1.2, abs=0.1)
    bell.close()
