"""Promises of the simulated users' movements: the table of SU-1, drawn and counted."""

from __future__ import annotations

import math
import statistics
from dataclasses import replace

import pytest

from aac.cli.rate.body import HALF_HOUR, TEN_MINUTES, Body
from aac.cli.rate.person import DEGREES, PEOPLE, TERMS, Person, without

MANY = 20_000
NAMES = sorted(PEOPLE)
# entry-rate.md, section 5a: mean and sd of reactions; scale of aimed presses; shares; gap; search
TABLE = {
    "fast": (0.356, 0.082, 0.030, 0.01, 0.01, 0.01, 0.05, 0.005, 0.25, 0.25),
    "typical": (0.82, 0.25, 0.060, 0.05, 0.01, 0.03, 0.2, 0.01, 0.9, 0.6),
    "noisy": (1.06, 0.40, 0.175, 0.08, 0.03, 0.10, 0.33, 0.03, 1.2, 1.0),
}


def body(name: str, **changes: float) -> Body:
    return Body(replace(PEOPLE[name], **changes), "1")  # type: ignore[arg-type]  # all numbers


def within(x: float) -> float:
    """The share of Student's t within ``x``, by the rule of rectangles."""
    half = (DEGREES + 1) / 2
    scale = math.gamma(half) / math.sqrt(DEGREES * math.pi) / math.gamma(DEGREES / 2)
    cuts = 20_000
    middles = (x * (n + 0.5) / cuts for n in range(cuts))
    return 2 * scale * x / cuts * sum((1 + t * t / DEGREES) ** -half for t in middles)


@pytest.mark.parametrize("name", NAMES)
def test_the_persons_are_those_of_the_table(name: str) -> None:
    p = PEOPLE[name]
    shares = (p.astray, p.astray_paced, p.misses, p.false_per_minute, p.doubles)
    assert (p.reaction, p.reaction_sd, p.scale, *shares, p.gap, p.search) == TABLE[name]
    assert (p.overlooks, p.drift, p.fatigue) == (0.06, 0.05, 0.10)


@pytest.mark.parametrize("name", NAMES)
def test_reactions_have_the_mean_the_spread_and_the_long_tail_of_the_table(name: str) -> None:
    one = body(name)
    times = sorted(one.reaction() for _ in range(MANY))
    mean, spread = TABLE[name][:2]
    assert statistics.mean(times) == pytest.approx(mean, rel=0.02)
    assert statistics.stdev(times) == pytest.approx(spread, rel=0.05)
    assert statistics.median(times) < mean - 0.1 * spread
    # Of a normal spread 2.3 % lie beyond two standard deviations on either side.
    assert sum(time > mean + 2 * spread for time in times) > 0.03 * MANY
    assert sum(time < mean - 2 * spread for time in times) < 0.01 * MANY
    assert times[0] > 0


@pytest.mark.parametrize("name", NAMES)
def test_aimed_presses_are_students_t_about_the_persons_own_mean(name: str) -> None:
    one = body(name)
    off = [one.aim() - one.offset for _ in range(MANY)]
    assert statistics.median(off) == pytest.approx(0, abs=0.03 * one.person.scale)
    for times in (0.5, 1.0, 3.0):
        share = sum(abs(each) <= times * one.person.scale for each in off) / MANY
        assert share == pytest.approx(within(times), abs=0.015)
    assert max(map(abs, off)) <= one.person.furthest


@pytest.mark.parametrize("name", NAMES)
def test_faults_come_as_often_as_the_table_says(name: str) -> None:
    one = body(name)
    p = one.person

    def share(happens: object) -> float:
        return sum(happens() for _ in range(MANY)) / MANY  # type: ignore[operator]

    assert share(one.misses) == pytest.approx(p.misses, abs=0.007)
    assert share(one.doubles) == pytest.approx(p.doubles, abs=0.007)
    assert share(one.overlooks) == pytest.approx(p.overlooks, abs=0.007)
    assert share(lambda: one.goes_astray(paced=False)) == pytest.approx(p.astray, abs=0.007)
    assert share(lambda: one.goes_astray(paced=True)) == pytest.approx(p.astray_paced, abs=0.007)
    waits = [one.until_false_press() for _ in range(MANY)]
    assert 60 / statistics.mean(waits) == pytest.approx(p.false_per_minute, rel=0.05)


def test_people_differ_in_where_their_presses_fall() -> None:
    offsets = [Body(PEOPLE["typical"], str(seed)).offset for seed in range(2000)]
    assert statistics.mean(offsets) == pytest.approx(0.10, abs=0.01)
    assert statistics.stdev(offsets) == pytest.approx(0.08, rel=0.08)


def test_the_mean_drifts_by_a_twentieth_of_a_second_in_half_an_hour() -> None:
    one = body("typical")
    one.offset = 0.10
    one.wrote(HALF_HOUR / 2)
    halfway = one.offset
    one.wrote(HALF_HOUR / 2)
    assert abs(halfway - 0.10) == pytest.approx(0.025)
    assert abs(one.offset - 0.10) == pytest.approx(0.05)


def test_the_drift_goes_both_ways_and_stays_where_people_are() -> None:
    one = body("typical")
    seen = []
    for _ in range(500):
        one.wrote(700.0)
        seen.append(one.offset)
    assert min(seen) < 0.05 < 0.15 < max(seen)
    assert min(seen) > -0.07
    assert max(seen) < 0.27


def test_fatigue_spreads_presses_and_misses_more_until_they_rest() -> None:
    one = body("noisy", drift=0.0)
    one.wrote(2 * TEN_MINUTES)
    tired = statistics.stdev(one.reaction() for _ in range(MANY))
    missed = sum(one.misses() for _ in range(MANY)) / MANY
    mean = statistics.mean(one.reaction() for _ in range(MANY))
    assert tired == pytest.approx(1.2 * 0.40, rel=0.06)
    assert missed == pytest.approx(1.2 * 0.10, abs=0.007)
    assert mean == pytest.approx(1.06, rel=0.02)
    one.rest()
    assert one.since_rest == 0
    assert statistics.stdev(one.reaction() for _ in range(MANY)) == pytest.approx(0.40, rel=0.05)


def test_the_same_seed_makes_the_same_person() -> None:
    def drawn(seed: str) -> list[float]:
        one = Body(PEOPLE["noisy"], seed)
        return [one.offset, one.reaction(), one.aim(), one.until_false_press()]

    assert drawn("1") == drawn("1")
    assert drawn("1") != drawn("2")


def test_each_term_can_be_taken_away_and_all_of_them_leave_nothing_to_chance() -> None:
    typical = PEOPLE["typical"]
    for term in TERMS:
        assert without(typical, term) != typical
    calm = Body(without(typical, *TERMS), "1")
    assert [calm.reaction() for _ in range(100)] == pytest.approx([0.82] * 100)
    assert {calm.aim() for _ in range(100)} == {calm.offset}
    assert calm.until_false_press() == math.inf
    assert not any(calm.misses() or calm.doubles() or calm.overlooks() for _ in range(1000))
    assert not any(calm.goes_astray(paced=paced) for paced in (True, False) for _ in range(1000))


def test_a_term_of_the_table_names_only_numbers_of_a_person() -> None:
    for changes in TERMS.values():
        assert changes.keys() <= Person.__dataclass_fields__.keys()
