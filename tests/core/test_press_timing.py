"""What is learned of a person's press times, by simulated people with seeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from statistics import mean, median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.core.press_timing import LEAST_SPREAD, learned
from aac.model.measures import PressTiming

SEEDS = range(120)
Delays = Callable[[Random], float]


def ex_gaussian(centre: float, deviation: float, tail: float) -> Delays:
    """As reactions are: a bell and a tail."""
    return lambda chance: chance.gauss(centre, deviation) + chance.expovariate(1 / tail)


def student(centre: float, scale: float, freedom: int) -> Delays:
    """As presses are that keep a beat, with slips to both sides."""

    def delay(chance: Random) -> float:
        square = sum(chance.gauss(0, 1) ** 2 for _ in range(freedom)) / freedom
        return centre + scale * chance.gauss(0, 1) / square**0.5

    return delay


def with_wild_ones(delays: Delays, chance: Random) -> Iterator[float]:
    """One in twenty presses has nothing to do with the light."""
    while True:
        yield chance.uniform(-0.5, 2.0) if chance.random() < 0.05 else delays(chance)


def after(presses: int, delays: Delays, seed: int, shift: float = 0.0) -> PressTiming:
    """``shift``: from then on all presses come that much later, for 40 more."""
    chance, timing = Random(seed), PressTiming()
    every = with_wild_ones(delays, chance)
    for _ in range(presses):
        timing = learned(timing, next(every))
    for _ in range(40 if shift else 0):
        timing = learned(timing, next(every) + shift)
    return timing


# Delays, their mean and their deviation.
PEOPLE = {
    "fast": (ex_gaussian(0.25, 0.03, 0.05), 0.30, (0.03**2 + 0.05**2) ** 0.5),
    "typical": (ex_gaussian(0.35, 0.05, 0.08), 0.43, (0.05**2 + 0.08**2) ** 0.5),
    "with slips": (student(0.4, 0.08, 5), 0.40, 0.08 * (5 / 3) ** 0.5),
    "ahead of the light": (student(-0.05, 0.06, 4), -0.05, 0.06 * 2**0.5),
}
EVERYBODY = pytest.mark.parametrize(
    ("delays", "offset", "spread"), PEOPLE.values(), ids=PEOPLE.keys()
)


@EVERYBODY
def test_sixty_presses_with_wild_ones_tell_the_offset(
    delays: Delays, offset: float, spread: float
) -> None:
    away = [abs(after(60, delays, seed).offset - offset) for seed in SEEDS]
    assert median(away) < 0.015
    assert sum(each < 0.03 for each in away) >= 0.88 * len(away)


@EVERYBODY
def test_sixty_presses_with_wild_ones_tell_the_spread(
    delays: Delays, offset: float, spread: float
) -> None:
    away = [abs(after(60, delays, seed).spread / spread - 1) for seed in SEEDS]
    assert median(away) < 0.15
    assert sum(each < 0.25 for each in away) >= 0.8 * len(away)


@EVERYBODY
def test_a_drift_is_followed_within_forty_presses(
    delays: Delays, offset: float, spread: float
) -> None:
    left = [after(100, delays, seed, shift=0.1).offset - offset - 0.1 for seed in SEEDS]
    assert abs(mean(left)) < 0.04


def test_one_wild_press_moves_little_and_says_nothing_of_the_others() -> None:
    steady = after(60, lambda chance: chance.gauss(0.4, 0.05), seed=1)
    shaken = learned(steady, 3.0)
    assert abs(shaken.offset - steady.offset) < 0.005
    assert shaken.spread == steady.spread


def test_a_new_switch_is_learned_though_every_press_seems_wild_at_first() -> None:
    timing = after(60, lambda chance: chance.gauss(0.3, 0.04), seed=2)
    chance = Random(3)
    for _ in range(80):
        timing = learned(timing, chance.gauss(0.9, 0.04))
    assert timing.offset == pytest.approx(0.9, abs=0.1)


def test_older_presses_fade() -> None:
    timing = PressTiming()
    for _ in range(500):
        timing = learned(timing, 0.4)
    assert timing.weight == pytest.approx(1 / 0.03, abs=0.5)
    assert timing.spread == LEAST_SPREAD


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=80))
def test_whatever_comes_the_numbers_stay_sound(delays: list[float]) -> None:
    timing = PressTiming()
    for delay in delays:
        timing = learned(timing, delay)
    assert min(delays) - 1e-9 <= timing.offset <= max(delays) + 1e-9
    assert LEAST_SPREAD <= timing.spread <= 1.0
    assert 0 < timing.weight <= 1 / 0.03 + 1
