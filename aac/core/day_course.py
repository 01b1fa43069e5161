"""The course of a day: presses that become slower, and the hours of the tired settings."""

from __future__ import annotations

from collections import deque

from aac.core.figures import median
from aac.core.presets import TIRED
from aac.core.tallying import HOUR
from aac.model.measures import Day
from aac.model.settings import Settings

# All figures but `ENOUGH`: G29.
LATELY = 15 * 60.0
MUCH_SLOWER = 1.25
OFFERED_EVERY = 2 * HOUR
ENOUGH = 10  # presses on either side
MORNING = 5.0  # o'clock: when the tired hours end


class Lately:
    """Press times of the last quarter of an hour."""

    def __init__(self) -> None:
        self._times: deque[tuple[float, float]] = deque()

    def add(self, delays: tuple[float, ...], wall: float) -> None:
        self._times.extend((wall, delay) for delay in delays)

    def forget(self) -> None:
        self._times.clear()

    def much_slower(self, today: Day, wall: float) -> bool:
        """Whether presses come much later than in the first hour of this day."""
        while self._times and not 0 <= wall - self._times[0][0] <= LATELY:
            self._times.popleft()
        if min(len(self._times), len(today.first_hour)) < ENOUGH or wall - today.began < HOUR:
            return False
        now = median([delay for _, delay in self._times])
        return now > MUCH_SLOWER * median(today.first_hour)


class TiredHours:
    """Says when the clock asks for the other preset.

    Only when the hours begin or end: what the person chose in between stays.
    """

    def __init__(self) -> None:
        self._tired = False

    def asks(self, settings: Settings, hour: float | None) -> bool:
        """Whether the other preset is to be taken at this hour of the local clock."""
        if hour is None:
            return False
        tired = settings.tired_hours and is_tired_hour(settings.tired_from, hour)
        if tired == self._tired:
            return False
        self._tired = tired
        return settings.tired_hours and tired != (settings.preset == TIRED)


def is_tired_hour(tired_from: float, hour: float) -> bool:
    """From that hour until the morning; a start before the morning is one at night."""
    if tired_from < MORNING:
        return tired_from <= hour < MORNING
    return hour >= tired_from or hour < MORNING
