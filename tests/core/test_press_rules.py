"""What follows from measured presses (guidance G9, G13, G17, G20, G28 and section 3.1)."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.core.figures import deviation, mean, median
from aac.core.press_rules import (
    attributed_time,
    first_item_extra,
    fit,
    lock_out,
    rounded_up,
    scan_time,
    unmeasured,
)
from aac.model.measures import SwitchCheck
from aac.model.settings import Settings, with_values

STEADY = (0.62, 0.71, 0.58, 0.80, 0.66, 0.74, 0.69, 0.61, 0.77, 0.72)
VARIABLE = (0.70, 1.30, 0.85, 0.60, 1.75, 0.90, 1.10, 0.65, 1.40, 0.95)


def test_the_steady_person_of_the_guidance_gets_1_10_s() -> None:
    found = fit(STEADY, (), 0.1)
    assert found.mean == pytest.approx(0.690, abs=5e-4)
    assert found.deviation == pytest.approx(0.072, abs=5e-4)
    assert found.variation == pytest.approx(0.10, abs=5e-3)
    assert found.by_ratio == pytest.approx(1.06, abs=5e-3)
    assert found.by_spread == pytest.approx(0.83, abs=5e-3)
    assert found.scan_time == 1.10
    assert not found.varies


def test_the_variable_person_of_the_guidance_gets_1_80_s_and_a_warning() -> None:
    found = fit(VARIABLE, (), 0.1)
    assert found.mean == pytest.approx(1.020, abs=5e-4)
    assert found.deviation == pytest.approx(0.369, abs=5e-4)
    assert found.by_ratio == pytest.approx(1.57, abs=5e-3)
    assert found.by_spread == pytest.approx(1.76, abs=5e-3)
    assert found.scan_time == 1.80
    assert found.varies


def test_the_warning_comes_where_the_spread_decides() -> None:
    edge = (1 / 0.65 - 1) / 2
    for variation in (edge - 0.01, edge + 0.01):
        half = variation / 2**0.5
        found = fit((1 - half, 1 + half), (), 0.1)
        assert found.variation == pytest.approx(variation)
        assert found.varies == (found.by_spread > found.by_ratio)


@pytest.mark.parametrize(
    ("seconds", "up"), [(1.0, 1.0), (1.0001, 1.05), (1.05, 1.05), (0.3, 0.3), (1.061, 1.1)]
)
def test_times_are_rounded_up_to_a_twentieth(seconds: float, up: float) -> None:
    assert rounded_up(seconds) == up


def test_a_scan_time_is_one_that_can_be_set() -> None:
    assert scan_time(0.01, 0.0) == 0.1
    assert scan_time(10.0, 30.0) == 20.0


@pytest.mark.parametrize(
    ("chosen", "repeat", "extra"),
    [
        (1.35, 0.9, None),  # half of the scan time is enough
        (1.0, 1.25, None),  # just enough: 1.5 s
        (1.0, 1.3, 0.6),
        (0.5, 1.06, 0.8),
        (0.5, 9.0, 3.0),  # the longest that can be set
    ],
)
def test_a_first_item_is_lit_longer_than_a_hand_needs_to_press_again(
    chosen: float, repeat: float, extra: float | None
) -> None:
    assert first_item_extra(chosen, repeat) == extra


@pytest.mark.parametrize(
    ("fastest", "debounce", "seconds"),
    [
        (1.06, 0.1, 0.3),  # as usual
        (0.6, 0.1, 0.3),
        (0.5, 0.1, 0.25),
        (0.25, 0.1, 0.1),
        (0.12, 0.1, 0.1),  # never less than a bounce
        (0.5, 0.28, 0.3),
    ],
)
def test_a_lock_out_hides_bounces_and_no_press(
    fastest: float, debounce: float, seconds: float
) -> None:
    assert lock_out(fastest, debounce) == seconds


def test_quick_presses_give_first_items_and_lock_out() -> None:
    found = fit(STEADY, (10.0, 11.4, 12.9, 14.4, 15.9), 0.1)
    assert found.repeat == pytest.approx(1.5)
    assert found.changes() == {
        "scan_time": 1.1,
        "first_row_extra": 0.7,
        "first_cell_extra": 0.7,
        "lock_out": 0.3,
    }


def test_two_quick_presses_say_nothing_of_the_repeat() -> None:
    found = fit(STEADY, (10.0, 11.4), 0.1)
    assert found.repeat is None
    assert found.changes() == {
        "scan_time": 1.1, "first_row_extra": None, "first_cell_extra": None}  # fmt: skip


@pytest.mark.parametrize(
    ("mean", "spread", "repeat", "seconds"),
    [
        (0.82, 0.10, 0.9, 0.95),  # mean and spread: ten trials tell the spread badly
        (0.82, 0.30, 0.9, 1.2),  # four spreads
        (0.82, 0.05, 2.0, 1.0),  # half of the repeat
        (0.25, 0.02, 0.25, 0.35),  # no faster than the light may change
        (1.0, 0.8, 1.0, 2.6),  # attribution gains nothing: the ordinary scan time
    ],
)
def test_with_late_presses_counted_the_spread_bounds_the_scan_time(
    mean: float, spread: float, repeat: float, seconds: float
) -> None:
    assert attributed_time(mean, spread, repeat) == seconds


@given(st.floats(0.15, 10.0), st.floats(0.0, 5.0), st.floats(0.1, 10.0))
def test_counting_late_presses_never_makes_the_scan_slower(
    mean: float, spread: float, repeat: float
) -> None:
    assert attributed_time(mean, spread, repeat) <= scan_time(mean, spread)


some_times = st.lists(st.floats(0.15, 10.0), min_size=8, max_size=20)
some_presses = st.lists(st.floats(0.0, 40.0), max_size=5, unique=True).map(sorted)


@given(some_times, some_presses, st.floats(0.0, 1.0))
def test_whatever_was_measured_can_be_set(
    times: list[float], presses: list[float], debounce: float
) -> None:
    found = fit(times, presses, debounce)
    settings = with_values(Settings(), found.changes())
    assert settings.scan_time >= min(found.mean, 20.0)
    if found.repeat is not None and settings.first_row_extra != 3.0:
        first = settings.scan_time + settings.first_row_delay
        assert first >= min(1.2 * found.repeat, 3.0) - 1e-9
        shortest = min(later - press for press, later in pairwise(presses))
        assert settings.lock_out <= max(shortest, 0.1, rounded_up(debounce))


@given(st.lists(st.floats(0.0, 10.0), min_size=2))
def test_the_spread_is_that_of_a_sample(values: list[float]) -> None:
    middle = mean(values)
    squares = sum((value - middle) ** 2 for value in values)
    assert deviation(values) ** 2 * (len(values) - 1) == pytest.approx(squares, abs=1e-9)


def test_the_middle_value() -> None:
    assert median([3.0, 1.0, 2.0]) == 2.0
    assert median([4.0, 1.0, 2.0, 3.0]) == 2.5
    assert median([]) == 0.0


BOTH = frozenset({"long_press", "three_presses_call"})


@pytest.mark.parametrize(
    ("check", "missing"),
    [
        (None, BOTH),
        (SwitchCheck(), BOTH),
        (SwitchCheck(long_presses=2, three_presses=True), {"long_press"}),
        (SwitchCheck(long_presses=3), {"three_presses_call"}),
        (SwitchCheck(long_presses=3, three_presses=True), set()),
    ],
)
def test_only_what_was_shown_to_work_can_be_turned_on(
    check: SwitchCheck | None, missing: set[str]
) -> None:
    assert unmeasured(Settings(), check) == missing
    assert unmeasured(Settings(long_press=True, three_presses_call=True), check) == set()
