"""Where speech begins and ends in a recording."""

from __future__ import annotations

import math
from array import array
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.sound.trimming import BEFORE, BEHIND, SILENCE, cut, heard

RATE = 8000


def noise(seconds: float, loud: int = 20) -> array[int]:
    chance = Random(1)
    return array("h", (chance.randint(-loud, loud) for _ in range(round(seconds * RATE))))


def hum(seconds: float, loud: int = 8000) -> array[int]:
    turn = 2 * math.pi * 200 / RATE
    return array("h", (round(loud * math.sin(turn * n)) for n in range(round(seconds * RATE))))


@given(st.floats(0.0, 2.0), st.floats(0.2, 2.0), st.floats(0.0, 2.0), st.sampled_from([500, 8000]))
def test_the_silence_at_both_ends_goes_and_a_little_stays(
    before: float, long: float, behind: float, loud: int
) -> None:
    found = heard(noise(before) + hum(long, loud) + noise(behind), RATE)
    assert found.start == pytest.approx(max(0.0, before - BEFORE), abs=0.021)
    whole = before + long + behind
    assert found.end == pytest.approx(min(whole, before + long + BEHIND), abs=0.021)


@given(st.lists(st.integers(-32768, 32767), max_size=2000))
def test_any_sound_at_all_has_marks_within_itself(samples: list[int]) -> None:
    found = heard(array("h", samples), RATE)
    assert 0 <= found.start <= found.end <= found.seconds + 1e-9
    assert SILENCE <= found.level <= found.peak + 1e-6 <= 0.01 or found.level == SILENCE
    part = cut(array("h", samples), RATE, found.start, found.end)
    assert len(part) <= len(samples)


def test_a_pause_within_a_sentence_stays() -> None:
    sound = noise(0.5) + hum(0.4) + noise(0.8) + hum(0.4) + noise(0.5)
    found = heard(sound, RATE)
    assert (found.start, found.end) == pytest.approx((0.5 - BEFORE, 2.1 + BEHIND), abs=0.021)


def test_the_click_of_the_mouse_is_no_speech() -> None:
    found = heard(hum(0.02) + noise(1.0) + hum(0.5) + noise(1.0) + hum(0.03), RATE)
    assert (found.start, found.end) == pytest.approx((1.02 - BEFORE, 1.52 + BEHIND), abs=0.021)


def test_a_very_short_sound_alone_is_kept() -> None:
    found = heard(noise(0.5) + hum(0.03) + noise(0.5), RATE)
    assert found.start < 0.5 < 0.53 < found.end < 1.0


def test_speech_from_the_first_to_the_last_moment_is_kept_whole() -> None:
    found = heard(hum(1.0), RATE)
    assert (found.start, found.end) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("sound", "verdict"),
    [
        (hum(1.0, 8000), ""),
        (hum(1.0, 300), "quiet"),
        (hum(1.0, 32767), "clipped"),
        (noise(1.0, 3), "nothing"),
        (array("h", [0] * RATE), "nothing"),
        (array("h"), "nothing"),
    ],
    ids=["good", "quiet", "clipped", "only noise", "silence", "empty"],
)
def test_what_is_wrong_with_it_is_told(sound: array[int], verdict: str) -> None:
    assert heard(sound, RATE).verdict == verdict


def test_one_loud_sample_is_no_clipping() -> None:
    sound = hum(1.0, 8000)
    sound[100] = 32767
    assert heard(sound, RATE).verdict == ""


def test_a_cut_begins_and_ends_without_a_click() -> None:
    part = cut(array("h", [10000] * RATE), RATE, 0.25, 0.75)
    assert len(part) == RATE // 2
    assert part[0] == part[-1] == 0 and part[len(part) // 2] == 10000
