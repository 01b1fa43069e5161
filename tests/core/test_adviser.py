"""One piece of advice at a time, errors first (guidance G10, G22, 3.5, 3.6)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aac.core.adviser import advice
from aac.core.measured_table import measured_table
from aac.core.rule_time import rule_time, suggested_time
from aac.model.advice import Advice, AdviceKind
from aac.model.advice_words import ADVICE
from aac.model.declared import Value
from aac.model.measures import Calibration, Day, Measures, PressTime, PutOff, Tally
from aac.model.settings import Settings, with_values

NOW = 1_000_000_000.0
DAY = 86_400.0
CALIBRATED = Calibration(0.6, 0.1, 1.0, 10, NOW - DAY)


def times(*delays: float, at: float = NOW - 60) -> tuple[PressTime, ...]:
    return tuple(PressTime(delay, at) for delay in delays)


STEADY = times(*[0.6, 0.7] * 20)  # fits a scan time of 1.00 s
WILD = times(*[0.2, 1.1] * 20)


def given(
    tally: Tally, *, pressed: tuple[PressTime, ...] = STEADY, **settings: Value
) -> Advice | None:
    measures = Measures(tally=tally, times=pressed, calibration=CALIBRATED)
    every = with_values(Settings(), {"scan_time": 1.0, **settings})
    return advice(measures, every, NOW)


def changes(found: Advice | None) -> dict[str, Value]:
    assert found is not None
    return dict(found.changes)


MANY = Tally(correct=60, wrong=10, missed=8)  # 30 for a hundred


@pytest.mark.parametrize(
    ("tally", "kind", "changed"),
    [
        (replace(MANY, late_first=5), AdviceKind.LATE_FIRST, {"scan_time": 1.15}),
        (replace(MANY, late_next=5), AdviceKind.LATE_NEXT, {"first_cell_extra": 0.75}),
        (replace(MANY, stray=5), AdviceKind.STRAY, {"acceptance": 0.15}),
        (replace(MANY, missed_first_row=3), AdviceKind.FIRST_ROW, {"first_row_extra": 0.75}),
        (MANY, AdviceKind.MANY_ERRORS, {"scan_time": 1.15}),
    ],
)
def test_with_many_errors_the_kind_that_stands_out_is_advised_on(
    tally: Tally, kind: AdviceKind, changed: dict[str, Value]
) -> None:
    found = given(tally)
    assert found is not None
    assert (found.kind, changes(found)) == (kind, changed)


def test_the_order_is_that_of_the_guidance() -> None:
    everything = replace(MANY, late_first=5, late_next=5, stray=5, missed_first_row=5)
    seen, put_off = [], tuple[PutOff, ...]()
    for _ in range(10):
        measures = Measures(tally=everything, times=WILD, put_off=put_off)
        found = advice(measures, Settings(scan_time=1.0), NOW)
        if found is None:
            break
        seen.append(found.kind)
        put_off = (*put_off, PutOff(found.kind.value, NOW + 1))
    assert seen == [
        AdviceKind.IRREGULAR,
        AdviceKind.MEASURED_TIME,
        AdviceKind.LATE_FIRST,
        AdviceKind.LATE_NEXT,
        AdviceKind.STRAY,
        AdviceKind.FIRST_ROW,
        AdviceKind.MANY_ERRORS,
    ]


def test_irregular_presses_change_no_setting_but_send_to_the_switch() -> None:
    found = given(MANY, pressed=WILD)
    assert found is not None
    assert (found.kind, found.changes) == (AdviceKind.IRREGULAR, ())
    assert "30 errors" in found.evidence


def test_a_first_row_that_is_lit_long_and_missed_is_started_by_hand() -> None:
    tally = replace(MANY, missed_first_row=3)
    found = given(tally, first_row_extra=1.0)
    assert changes(found) == {"scan_start": "manual"}
    found = given(tally, first_row_extra=1.0, scan_start="manual")
    assert found is not None and found.kind is AdviceKind.MANY_ERRORS


def test_holding_is_never_advised_for_more_than_half_of_the_scan_time() -> None:
    tally = replace(MANY, stray=20)
    found = given(tally, acceptance=0.4)
    assert found is not None and found.kind is AdviceKind.MANY_ERRORS


def test_what_is_at_the_end_of_its_range_is_not_advised() -> None:
    slow = given(MANY, scan_time=20.0, pressed=())
    assert slow is None


FEW = Tally(correct=84, wrong=3, missed=2)


def test_few_errors_and_presses_that_fit_need_no_advice() -> None:
    assert given(FEW) is None


@pytest.mark.parametrize(("scan_time", "new"), [(1.15, 1.0), (0.9, 1.0), (1.1, None), (0.95, None)])
def test_a_scan_time_that_differs_by_a_tenth_is_advised(
    scan_time: float, new: float | None
) -> None:
    found = given(FEW, scan_time=scan_time)
    assert (found and changes(found)["scan_time"]) == new
    assert found is None or found.kind is AdviceKind.MEASURED_TIME


@pytest.mark.parametrize(("wrong", "many"), [(25, False), (26, True)])
def test_many_errors_are_more_than_a_quarter(wrong: int, many: bool) -> None:
    assert (given(Tally(correct=100, wrong=wrong)) is not None) is many


def test_with_many_errors_a_shorter_time_is_not_advised() -> None:
    found = given(MANY, scan_time=1.5)
    assert found is not None and found.kind is AdviceKind.MANY_ERRORS


def test_who_waits_long_gets_a_little_less_of_everything() -> None:
    measures = Measures(
        tally=FEW, times=times(*[0.3] * 40), put_off=(PutOff("measured_time", NOW + 1),)
    )
    found = advice(measures, Settings(scan_time=1.0), NOW)
    assert changes(found) == {
        "scan_time": 0.95, "first_row_extra": 0.38, "first_cell_extra": 0.38,
    }  # fmt: skip
    missing = replace(measures, tally=replace(FEW, missed=5, missed_first_row=5))
    assert changes(advice(missing, Settings(scan_time=1.0), NOW)) == {"scan_time": 0.95}


def test_offers_that_are_rarely_taken_become_fewer_and_then_none() -> None:
    measures = Measures(tally=FEW, times=STEADY, words_unused=True, letters_unused=True)
    settings = Settings(scan_time=1.0)
    seen = []
    while (found := advice(measures, settings, NOW)) is not None:
        seen += found.changes
        settings = with_values(settings, changes(found))
    assert seen == [("predictions", 3), ("predictions", 0), ("likely_letters", 0)]
    assert advice(measures, Settings(scan_time=1.0, prediction_on=False), NOW) is None


def test_the_order_of_the_letters_comes_last() -> None:
    found = given(FEW, spelling_board="alphabet-abc", home_board="alphabet-abc")
    best = "alphabet-frequency"
    assert changes(found) == {"spelling_board": best, "home_board": best}
    assert found is not None and "6.0" in found.evidence and "4.2" in found.evidence
    found = given(FEW, spelling_board="alphabet-abc", home_board="quick")
    assert changes(found) == {"spelling_board": best}


def test_fewer_than_forty_selections_advise_nothing() -> None:
    assert given(Tally(correct=39, wrong=30, missed=30), pressed=()) is None


def test_what_was_put_off_waits_and_comes_again() -> None:
    measures = Measures(tally=MANY, times=STEADY, put_off=(PutOff("many_errors", NOW + DAY),))
    settings = Settings(scan_time=1.0)
    assert advice(measures, settings, NOW) is None
    assert advice(measures, settings, NOW + DAY) is not None


def test_measuring_once_more_is_advised_after_another_switch_tiring_days_and_a_month() -> None:
    settings = Settings(scan_time=1.0)
    fresh = Measures(calibration=CALIBRATED)
    assert advice(fresh, settings, NOW) is None
    switch = advice(replace(fresh, switch_changed=NOW), settings, NOW)
    assert switch is not None and switch.kind is AdviceKind.RETEST_SWITCH
    month = advice(fresh, settings, NOW + 31 * DAY)
    assert month is not None and month.kind is AdviceKind.RETEST_MONTH
    old = Measures(
        calibration=replace(CALIBRATED, at=NOW - 8 * DAY),
        days=(Day(1, tired=True), Day(8), Day(9, tired=True), Day(14, tired=True)),
    )
    tired = advice(old, settings, NOW)
    assert tired is not None and tired.kind is AdviceKind.RETEST_TIRED
    assert "On 2 of the last 7" in tired.evidence
    assert advice(replace(old, days=old.days[:3]), settings, NOW) is None


def test_where_the_person_moves_the_light_no_time_is_advised() -> None:
    assert given(MANY, scan_method="two_switch") is None


@pytest.mark.parametrize("kind", ADVICE)
def test_advice_is_said_in_whole_plain_sentences(kind: AdviceKind) -> None:
    for sentence in ADVICE[kind]:
        assert sentence[0].isupper() or sentence[0] == "{"
        assert sentence[-1] in ".?"
        assert len(sentence) < 200
    assert set(ADVICE) == set(AdviceKind)


# -------------------------------------------------------------------------- the figures


def test_the_rule_gives_the_times_of_the_worked_examples() -> None:
    steady = [0.62, 0.71, 0.58, 0.80, 0.66, 0.74, 0.69, 0.61, 0.77, 0.72]
    varied = [0.70, 1.30, 0.85, 0.60, 1.75, 0.90, 1.10, 0.65, 1.40, 0.95]
    assert (rule_time(steady), rule_time(varied)) == (1.10, 1.80)


def test_forty_presses_are_needed_and_none_older_than_a_week() -> None:
    settings = Settings(scan_time=2.0)
    some = STEADY[:39]
    assert suggested_time(Measures(times=some), settings, NOW) is None
    assert suggested_time(Measures(times=STEADY), settings, NOW) == 1.0
    old = times(0.6, at=NOW - 7 * DAY - 1)
    assert suggested_time(Measures(times=(*old, *some)), settings, NOW) is None


def test_errors_and_pace_are_those_of_the_worked_example() -> None:
    tally = Tally(correct=84, wrong=7, missed=9, late_first=2, active=360.0)
    assert tally.error_percent == pytest.approx(21.4, abs=0.05)
    assert tally.selections_a_minute == pytest.approx(14.0)


def test_the_table_says_what_is_known_and_what_is_not_yet() -> None:
    assert [value for _, value in measured_table(Measures(), Settings(), NOW)] == [
        "Nothing yet",
        "1.50 s",
        "0 of the 40 presses that are needed",
        "Nothing yet",
        "Nothing yet",
        "0 presses for nothing, 0 rows left, 0 speed changes by Wren",
        "Nothing yet",
    ]
    tally = Tally(84, 7, 1, 1, 9, 2, 3, 4, 1, 360.0)
    measures = Measures(times=STEADY, days=(Day(1, tally),))
    known = measured_table(measures, Settings(scan_time=1.65, scan_time_by_hand=1.5), NOW)
    assert [value for _, value in known[:6]] == [
        "0.65 s, give or take 0.05 s (8 %), from 40 presses",
        "1.65 s, changed by Wren from 1.50 s",
        "1.00 s",
        "84, 14.0 in a minute",
        "21 (7 undone, 2 late, 9 a round late)",
        "3 presses for nothing, 4 rows left, 1 speed changes by Wren",
    ]
