"""Promises of the sound switch's arithmetic, on sounds that are made up."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.model.source_settings import SOUND_BANDS
from aac.switches.sound_press import ENDS_AFTER, RATE, SILENCE, Edge, SoundPress

LIMIT = -30.0


def tone(hertz: float, seconds: float, level: float = -15.0) -> list[int]:
    """A sine of so many dB."""
    most = 32768 * 10 ** (level / 20) * math.sqrt(2)
    turn = 2 * math.pi * hertz / RATE
    return [round(most * math.sin(turn * i)) for i in range(round(seconds * RATE))]


def silence(seconds: float) -> list[int]:
    return [0] * round(seconds * RATE)


def noise(seconds: float, level: float, seed: int = 1) -> list[int]:
    chance = random.Random(seed)
    most = 32768 * 10 ** (level / 20)
    return [
        max(-32768, min(32767, round(chance.gauss(0, most)))) for _ in range(int(seconds * RATE))
    ]


def mixed(*sounds: Sequence[int]) -> list[int]:
    return [sum(samples) for samples in zip(*sounds, strict=True)]


def press(kind: str = "hum", hold: float = 0.15, limit: float = LIMIT) -> SoundPress:
    low, high = SOUND_BANDS[kind]
    return SoundPress(low, high, limit, hold)


def times(edges: list[Edge]) -> list[tuple[bool, float]]:
    return [(edge.down, edge.at) for edge in edges]


@pytest.mark.parametrize("hertz", [90, 150, 300, 450])
def test_a_hum_is_a_press_from_its_beginning_to_its_end(hertz: float) -> None:
    edges = press().feed(silence(0.5) + tone(hertz, 0.6) + silence(0.5))
    assert times(edges) == [
        (True, pytest.approx(0.5, abs=0.02)),
        (False, pytest.approx(1.1, abs=0.03)),
    ]


@pytest.mark.parametrize(("kind", "hertz"), [("hum", 2000), ("hum", 3500), ("click", 120)])
def test_a_sound_outside_the_band_is_none(kind: str, hertz: float) -> None:
    assert press(kind).feed(tone(hertz, 1.0, -12.0)) == []


def test_a_click_of_the_tongue_is_a_press_where_clicks_are_listened_for() -> None:
    click = [
        round(sample * math.exp(-i / (0.006 * RATE)))
        for i, sample in enumerate(tone(1800, 0.03, -9.0))
    ]
    sound = silence(0.3) + click + silence(0.5)
    assert times(press("click", hold=0.0).feed(sound)) == [
        (True, pytest.approx(0.3, abs=0.011)),
        (False, pytest.approx(0.33, abs=0.03)),
    ]
    assert press("hum").feed(sound) == []


def test_what_is_too_short_is_no_press() -> None:
    assert press(hold=0.3).feed(tone(200, 0.2) + silence(0.5)) == []
    assert press(hold=0.3).feed(tone(200, 0.32) + silence(0.5)) != []


def test_what_is_too_soft_is_no_press() -> None:
    assert press().feed(tone(200, 1.0, LIMIT - 2)) == []
    assert press().feed(tone(200, 1.0, LIMIT + 2)) != []


def test_a_hum_that_wavers_is_one_press() -> None:
    breath = silence(ENDS_AFTER / 2)
    sound = tone(200, 0.4) + breath + tone(200, 0.3, LIMIT - 3) + breath + tone(200, 0.4)
    edges = press().feed(sound + silence(0.5))
    assert [edge.down for edge in edges] == [True, False]


def test_two_hums_are_two_presses() -> None:
    hum = tone(200, 0.4) + silence(0.3)
    assert [edge.down for edge in press().feed(hum + hum)] == [True, False, True, False]


def test_a_fan_does_not_press_and_does_not_hide_the_hum() -> None:
    fan = noise(2.0, -38.0)
    assert press().feed(fan) == []
    hum = silence(0.7) + tone(150, 0.6) + silence(0.7)
    assert [edge.down for edge in press().feed(mixed(fan, hum))] == [True, False]


def test_a_cheap_microphone_whose_silence_is_not_zero_is_silent() -> None:
    sound = press("any", hold=0.0)
    sound.feed([6000] * RATE)  # the step at its beginning is a sound
    assert sound.feed([6000] * RATE) == []
    assert sound.level < -60


def test_a_hum_that_does_not_end_is_held() -> None:
    sound = press()
    assert [edge.down for edge in sound.feed(tone(200, 20.0))] == [True]
    assert [edge.down for edge in sound.feed(silence(1.0))] == [False]


def test_the_meter_shows_the_loudness_of_the_band() -> None:
    sound = press("any")
    sound.feed(tone(500, 0.3, -20.0))
    assert sound.level == pytest.approx(-20.0, abs=0.5)
    sound.feed(silence(0.5))
    assert sound.level == SILENCE


def test_nothing_at_all_is_silence() -> None:
    sound = press()
    assert sound.feed([]) == []
    assert sound.level == SILENCE
    assert sound.heard == 0.0


@given(st.lists(st.integers(1, 400), max_size=20), st.integers(0, 5))
def test_how_the_sound_is_cut_into_blocks_does_not_matter(cuts: list[int], seed: int) -> None:
    sound = silence(0.1) + tone(200, 0.3) + noise(0.2, -25.0, seed) + silence(0.2)
    whole, apart = press(), press()
    expected = whole.feed(sound)
    edges: list[Edge] = []
    place = 0
    for cut in [*cuts, len(sound)]:
        edges += apart.feed(sound[place : place + cut])
        place += cut
    assert edges == expected
    assert apart.heard == pytest.approx(whole.heard)
