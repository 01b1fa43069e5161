"""Playing on a sound server that nobody hears."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from aac.sound import player as module
from aac.sound.player import Backend, NoDevice, Pcm, Player, outputs
from tests.sound.tones import tone


def test_a_sound_is_heard_and_is_silent_before_its_end(sink):
    player = Player()
    before = time.monotonic()
    player.play(tone(5))
    onset = sink.onset(before)
    assert onset is not None
    player.stop()
    silence = sink.silence(onset + 0.02)
    assert silence is not None and silence - onset < 4


def test_nothing_of_a_stopped_sound_is_heard_later(sink):
    player = Player()
    player.play(tone(5))
    assert sink.onset(time.monotonic()) is not None
    player.stop()
    silent = sink.silence(time.monotonic())
    player.play(Pcm(bytes(20000), 22050))
    assert sink.onset(silent + 0.02, within=0.4) is None
    player.stop()


def test_a_sound_is_played_whole_and_ends_when_the_clock_says(sink):
    player = Player()
    before = time.monotonic()
    player.play(tone(0.3))
    player.more(tone(0.2))
    assert player.ends_at == pytest.approx(time.monotonic() + 0.5, abs=0.1)
    onset = sink.onset(before)
    silence = sink.silence(onset)
    player.stop()
    assert silence - onset == pytest.approx(0.5, abs=0.03)


def test_a_sound_goes_to_the_output_that_was_chosen(sink):
    spk, ear = sorted(outputs(), reverse=True)
    names = {spk, ear}
    assert len(names) == 2
    heard = set()
    for name in names:
        player = Player()
        before = time.monotonic()
        player.play(tone(0.1), name)
        found = sink.onset(before, within=0.5, sink="spk"), sink.onset(before, 0.5, sink="ear")
        player.stop()
        assert sum(onset is not None for onset in found) == 1
        heard.add(found[0] is None)
    assert len(heard) == 2


def test_hundreds_of_sounds_leave_nothing_open(sink):
    player = Player()
    player.play(tone(0.05))
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(150):
        player.play(tone(0.01))
    assert len(list(Path("/proc/self/fd").iterdir())) == before
    player.stop()


def test_an_output_that_is_gone_is_said_plainly(sink):
    with pytest.raises(NoDevice):
        Player().play(tone(0.1), "no such output")
    sink.unplug()
    with pytest.raises(NoDevice):
        Player().play(tone(0.1))


@pytest.mark.usefixtures("no_sound")
def test_without_sound_nothing_pretends_to_play():
    player = Player()
    with pytest.raises(NoDevice):
        player.play(tone(0.1))
    assert outputs() == ()
    assert player.ends_at is None
    player.more(tone(0.1))
    player.stop()


def test_the_output_that_swallows_sound_is_never_taken():
    """Where no library of any sound system is installed, it would be the only one left."""
    taken = {*module._OTHER_BACKENDS}.union(*module._BACKENDS.values())
    assert Backend.NULL not in taken
