"""One loudness for voices and recordings, without cut-off peaks."""

from __future__ import annotations

import array
import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.sound.level import MOST_RAISED, TARGET, amplified, gain_of, levelled, loudness
from aac.sound.player import Pcm

RATE = 16_000


def noise(seconds: float, size: float) -> Pcm:
    """Like speech in that its peaks are far above its mean."""
    chance = random.Random(1)
    samples = (int(chance.gauss(0, size)) for _ in range(int(seconds * RATE)))
    return Pcm(array.array("h", (max(-32768, min(32767, x)) for x in samples)).tobytes(), RATE)


def joined(pieces) -> Pcm:
    return Pcm(b"".join(piece.samples for piece in pieces), RATE)


def decibels(sound: Pcm) -> float:
    return 20 * math.log10(loudness([sound]) / TARGET)


@pytest.mark.parametrize("size", [1000, 2500, 4000, 9000])
def test_loud_and_quiet_sounds_come_out_equally_loud(size):
    assert abs(decibels(joined(levelled([noise(2.0, size)])))) < 1.0


def test_silence_between_words_and_before_them_does_not_count():
    silence = Pcm(bytes(2 * RATE), RATE)
    sound = [silence, silence, noise(0.5, 2000), silence, silence, noise(0.5, 2000)]
    levels = joined(levelled(sound, look=3.0))
    assert len(levels.samples) == sum(len(piece.samples) for piece in sound)
    assert abs(20 * math.log10(loudness([Pcm(levels.samples[4 * RATE :], RATE)]) / TARGET)) < 1.0


def test_one_gain_serves_for_the_whole_so_that_an_aside_stays_an_aside():
    first, aside = levelled([noise(1.0, 4000), noise(1.0, 1000)])
    assert decibels(first) - decibels(aside) == pytest.approx(12, abs=0.5)


def test_the_volume_counts_afterwards():
    assert decibels(joined(levelled([noise(1.0, 4000)], 0.5))) == pytest.approx(-6, abs=0.8)
    assert loudness(list(levelled([noise(1.0, 4000)], 0.0))) == 0


def test_louder_than_full_bends_the_peaks_and_cuts_none_off():
    sound = amplified(noise(1.0, 4000), 0.0, 4.0)
    samples = array.array("h", sound.samples)
    assert decibels(sound) > 6
    assert sum(abs(x) >= 32766 for x in samples) < len(samples) / 1000


def test_hiss_is_not_raised_to_the_loudness_of_speech():
    assert gain_of([noise(1.0, 20)]) == MOST_RAISED


@given(st.binary(max_size=400), st.floats(-30, 30), st.floats(0, 4))
def test_no_sample_changes_its_sign_or_its_rank(raw, gain, volume):
    """Whatever the samples: the order of their sizes stays, and nothing overflows."""
    before = array.array("h", raw[: len(raw) // 2 * 2])
    after = array.array("h", amplified(Pcm(before.tobytes(), RATE), gain, volume).samples)
    assert len(after) == len(before)
    pairs = sorted(zip(before, after, strict=True))
    assert all(a <= b for (_, a), (_, b) in zip(pairs, pairs[1:], strict=False))
    assert all(x * y >= 0 for x, y in pairs)


def test_nothing_stays_nothing():
    assert list(levelled([])) == []
    assert gain_of([Pcm(b"", RATE)]) == gain_of([Pcm(bytes(100), RATE)]) == 0
