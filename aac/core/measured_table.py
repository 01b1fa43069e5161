"""What is known of the presses, as a table for helpers (guidance G10, G21, 3.5, 3.6)."""

from __future__ import annotations

from aac.core.figures import deviation, mean
from aac.core.rule_time import FEWEST, recent_times, suggested_time
from aac.model.advice_words import measured_text
from aac.model.measures import Measures, Tally
from aac.model.settings import Settings

Row = tuple[str, str]


def measured_table(measures: Measures, settings: Settings, wall: float) -> tuple[Row, ...]:
    """Name and value of each figure."""
    today = measures.days[-1].tally if measures.days else Tally()
    return (
        (measured_text("press_time"), _press_time(measures, wall)),
        (measured_text("scan_time"), _scan_time(settings)),
        (measured_text("suggested"), _suggested(measures, settings, wall)),
        (measured_text("selections"), _selections(today)),
        (measured_text("errors"), _errors(today)),
        (measured_text("others"), _others(today)),
        (measured_text("late_learned"), _late_learned(measures)),
    )


def _press_time(measures: Measures, wall: float) -> str:
    times = recent_times(measures, wall)
    if len(times) < 2:
        return measured_text("none")
    middle, spread = mean(times), deviation(times)
    percent = f"{100 * spread / middle:.0f}" if middle > 0 else "–"
    count = str(len(times))
    return measured_text(
        "press_time_is", mean=f"{middle:.2f}", deviation=f"{spread:.2f}", percent=percent,
        count=count,
    )  # fmt: skip


def _scan_time(settings: Settings) -> str:
    now, by_hand = f"{settings.scan_time:.2f}", settings.scan_time_by_hand
    if by_hand:
        return measured_text("adapted", now=now, by_hand=f"{by_hand:.2f}")
    return measured_text("scan_time_is", now=now)


def _suggested(measures: Measures, settings: Settings, wall: float) -> str:
    count = len(recent_times(measures, wall))
    if count < FEWEST:
        return measured_text("few", count=str(count))
    new = suggested_time(measures, settings, wall)
    return measured_text("suggested_is", new=f"{new:.2f}") if new else measured_text("fits")


def _selections(tally: Tally) -> str:
    if not tally.correct:
        return measured_text("none")
    rate = f"{tally.selections_a_minute:.1f}" if tally.active else "–"
    return measured_text("selections_are", correct=str(tally.correct), rate=rate)


def _errors(tally: Tally) -> str:
    if not tally.correct:
        return measured_text("none")
    return measured_text(
        "errors_are",
        percent=f"{tally.error_percent:.0f}",
        wrong=str(tally.wrong),
        late=str(tally.late),
        missed=str(tally.missed),
    )


def _others(tally: Tally) -> str:
    return measured_text(
        "others_are",
        stray=str(tally.stray),
        rows=str(tally.row_errors),
        changes=str(tally.speed_changes),
    )


def _late_learned(measures: Measures) -> str:
    timing = measures.timing
    if not timing.weight:
        return measured_text("none")
    return measured_text(
        "late_learned_is", offset=f"{timing.offset:.2f}", spread=f"{timing.spread:.2f}"
    )
