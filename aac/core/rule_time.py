"""The scan time that fits this person's presses, from daily use (guidance G9, G10)."""

from __future__ import annotations

from collections.abc import Sequence

from aac.core.figures import deviation, mean
from aac.core.press_rules import scan_time
from aac.model.measures import Measures
from aac.model.settings import Settings

FEWEST = 40  # G10: presses
OLDEST = 7 * 86_400.0  # G10: seconds
DIFFERS = 0.10  # G10: less than this is not worth a change


def rule_time(times: Sequence[float]) -> float:
    """The scan time of the .65 rule for these times from light to press (G9)."""
    return scan_time(mean(times), deviation(times))


def recent_times(measures: Measures, wall: float) -> tuple[float, ...]:
    """Press times that still count, whether there are enough of them or not."""
    return tuple(time.delay for time in measures.times if wall - time.at <= OLDEST)


def suggested_time(measures: Measures, settings: Settings, wall: float) -> float | None:
    """A scan time that fits clearly better than the one set, or None."""
    times = recent_times(measures, wall)
    if len(times) < FEWEST or mean(times) <= 0:
        return None
    new = rule_time(times)
    return new if abs(new - settings.scan_time) >= DIFFERS * settings.scan_time - 1e-9 else None
