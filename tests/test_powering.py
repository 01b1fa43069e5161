"""The battery is told at 20, 10 and 5 per cent, and when the plug comes and goes (G43)."""

from __future__ import annotations

import pytest

from aac.model.notice import Notice, NoticeKind
from aac.powering import Battery, Powering, battery_of_this_computer

LOW, LOST, BACK = NoticeKind.BATTERY_LOW, NoticeKind.POWER_LOST, NoticeKind.POWER_BACK


def told(qapp: object, *states: Battery | None) -> list[tuple[NoticeKind, str]]:
    notices: list[Notice] = []
    rest = list(states)
    powering = Powering(lambda: rest.pop(0), notices.append)
    for _ in states:
        powering.look()
    return [(one.kind, one.detail) for one in notices]


def test_each_level_is_told_once_on_the_way_down(qapp: object) -> None:
    states = [Battery(percent, False) for percent in (90, 21, 20, 19, 12, 10, 9, 5, 4, 1)]
    assert told(qapp, *states) == [(LOW, "20"), (LOW, "10"), (LOW, "5")]


def test_a_level_that_was_leapt_over_is_told(qapp: object) -> None:
    assert told(qapp, Battery(50, False), Battery(7, False)) == [(LOW, "7")]


def test_the_plug_is_told_when_it_goes_and_comes_and_levels_count_anew(qapp: object) -> None:
    states = [Battery(15, True), Battery(15, False), Battery(16, True), Battery(14, False)]
    assert told(qapp, *states) == [(LOW, "15"), (BACK, ""), (LOW, "14")]
    assert told(qapp, Battery(80, True), Battery(79, False)) == [(LOST, "79")]


@pytest.mark.parametrize("state", [None, Battery(3, None), Battery(3, True)])
def test_without_a_battery_or_with_the_plug_in_nothing_is_told(
    qapp: object, state: Battery | None
) -> None:
    assert told(qapp, state, state) == []


def test_this_computer_can_be_asked() -> None:
    found = battery_of_this_computer()
    assert found is None or 0 <= found.percent <= 100
