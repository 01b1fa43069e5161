"""The scan time that fits this person's presses, from daily use (guidance G9, G10)."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from aac.core.figures import deviation, mean
from aac.core.limits import within
from aac.model.measures import Measures
from aac.model.settings import Settings

FEWEST = 40  # G10: presses
OLDEST = 7 * 86_400.0  # G10: seconds
DIFFERS = 0.10  # G10: less than this is not worth a change
ROUNDED_UP_TO = 0.05  # G9


def rule_time(times: Sequence[float]) -> float:
    """The greater of mean / 0.65 and mean + 2 deviations, rounded up to 0.05 s (G9)."""
    exact = max(mean(times) / 0.65, mean(times) + 2 * deviation(times))
    return round(ceil(exact / ROUNDED_UP_TO - 1e-9) * ROUNDED_UP_TO, 2)


def recent_times(measures: Measures, wall: float) -> tuple[float, ...]:
    """Press times that still count, whether there are enough of them or not."""
    return tuple(time.delay for time in measures.times if wall - time.at <= OLDEST)


def suggested_time(measures: Measures, settings: Settings, wall: float) -> float | None:
    """A scan time that fits clearly better than the one set, or None."""
    times = recent_times(measures, wall)
    if len(times) < FEWEST or mean(times) <= 0:
        return None
    new = within("scan_time", rule_time(times))
    return new if abs(new - settings.scan_time) >= DIFFERS * settings.scan_time - 1e-9 else None
