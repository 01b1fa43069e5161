"""Counting what became of presses, and keeping what is worth keeping of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from aac.core.recorder import Fact, Meant, RowLeft, Settled, Stray
from aac.model.measures import Day, Measures, PressTime, Tally

TIMES = 60  # G10
DAYS = 30
HOUR = 3600.0
FIRST_HOUR_MOST = 60  # more tell no more of a median


def counted(tally: Tally, fact: Fact) -> Tally:
    """One more fact."""
    match fact:
        case Settled():
            return _settled(tally, fact)
        case RowLeft():
            return replace(tally, row_errors=tally.row_errors + 1)
        case Stray():
            return replace(tally, stray=tally.stray + 1)
        case Meant():
            return tally


def _settled(tally: Tally, fact: Settled) -> Tally:
    late_first = sum(press.late and press.top for press in fact.presses)
    late_next = sum(press.late and not press.top for press in fact.presses)
    undone_late = bool(late_first or late_next)
    missed = [press for press in fact.presses if press.missed]
    first_row = sum(press.top and press.item == press.group.items[0] for press in missed)
    return replace(
        tally,
        correct=tally.correct + fact.right,
        wrong=tally.wrong + (not fact.right and not undone_late),
        late_first=tally.late_first + late_first,
        late_next=tally.late_next + late_next,
        missed=tally.missed + len(missed),
        missed_first_row=tally.missed_first_row + first_row,
    )


def press_delays(fact: Fact) -> tuple[float, ...]:
    """Delays that are known to have been meant, of items without extra time."""
    if isinstance(fact, Settled) and fact.right:
        return tuple(press.delay for press in fact.presses if not press.first)
    return ()


def timing_delays(fact: Fact) -> tuple[float, ...]:
    """The same, and what undone presses were meant for: late ones are seen only there."""
    return (fact.delay,) if isinstance(fact, Meant) else press_delays(fact)


def with_times(measures: Measures, delays: tuple[float, ...], wall: float) -> Measures:
    """Press times kept for the scan time (G10) and for the course of the day (G29)."""
    if not delays:
        return measures
    times = (*measures.times, *(PressTime(delay, wall) for delay in delays))[-TIMES:]
    measures = replace(measures, times=times)
    if not measures.days:
        return measures
    today = measures.days[-1]
    began = today.began or wall
    if wall - began <= HOUR and len(today.first_hour) < FIRST_HOUR_MOST:
        today = replace(today, began=began, first_hour=(*today.first_hour, *delays))
    return replace(measures, days=(*measures.days[:-1], today))


def on_day(measures: Measures, day: int) -> Measures:
    """The measures with this day as the last one.

    A clock that goes back a day or two counts on with the day that is there.
    """
    if measures.days and abs(measures.days[-1].day - day) <= 2 and measures.days[-1].day >= day:
        return measures
    return replace(measures, days=(*measures.days, Day(day))[-DAYS:])


def tallied(measures: Measures, fact: Fact) -> Measures:
    """One more fact in the count since the timing was changed, and in that of the day."""
    measures = replace(measures, tally=counted(measures.tally, fact))
    return in_day(measures, lambda tally: counted(tally, fact))


def active_for(measures: Measures, seconds: float) -> Measures:
    """So much more time was spent writing."""
    measures = replace(measures, tally=_longer(measures.tally, seconds))
    return in_day(measures, lambda tally: _longer(tally, seconds))


def in_day(measures: Measures, change: Callable[[Tally], Tally]) -> Measures:
    """The count of the day, changed."""
    *before, today = measures.days or (Day(0),)
    return replace(measures, days=(*before, replace(today, tally=change(today.tally))))


def _longer(tally: Tally, seconds: float) -> Tally:
    return replace(tally, active=tally.active + seconds)


def changed_by_wren(measures: Measures) -> Measures:
    """Wren has changed the scan time by itself: an event that is counted (G11)."""
    return in_day(measures, lambda tally: replace(tally, speed_changes=tally.speed_changes + 1))
