"""When the night begins and ends by the clock, for those who want that (guidance G44)."""

from __future__ import annotations

from aac.model.settings import Settings

HOUR = 3600.0  # seconds
CALM = 600.0  # seconds without a choice, where the scan never rests by itself


class NightHours:
    """Knows the clock as it was told last; times are monotonic seconds."""

    def __init__(self) -> None:
        self._told: tuple[float, float] | None = None  # hour of the day, and when it was told
        self._was_within: bool | None = None
        self._due = False
        self._acted_at = 0.0
        self._looked_at = 0.0

    def told(self, hour: float | None, now: float) -> None:
        """The clock shows ``hour``."""
        if hour is not None:
            self._told = hour, now

    def acted(self, now: float) -> None:
        """The person or a helper does something."""
        self._acted_at = now

    def deadline(self, settings: Settings) -> float | None:
        """When to look again."""
        if self._told is None or not settings.night_hours:
            return None
        hour, at = self._told
        edges = (settings.night_from, settings.night_until)
        now = max(at, self._looked_at)
        turns = [self._next(edge, hour, at, now) for edge in edges]
        return min([*turns, *([self._acted_at + CALM] if self._waits else [])])

    def changes(self, settings: Settings, now: float, *, calm: bool, free: bool) -> bool:
        """Whether it is to become night, or to be night no longer.

        ``free``: nothing is in the way.  ``calm``: the scan rests, too.
        """
        self._looked_at = now
        within = self._within(settings, now)
        was, self._was_within = self._was_within, within
        if within is None:
            self._due = False
            return False
        if was is not None and was != within:
            self._due = within
            if not within:
                return settings.night
        if not self._due or settings.night:
            self._due = False
            return False
        begins = calm or (free and now >= self._acted_at + CALM)
        self._due = not begins
        return begins

    @property
    def _waits(self) -> bool:
        return self._due and self._acted_at + CALM > self._looked_at

    def _within(self, settings: Settings, now: float) -> bool | None:
        """Whether the clock is between the two hours; ``None`` where that does not matter."""
        if self._told is None or not settings.night_hours:
            return None
        hour, at = self._told
        hour = (hour + (now - at) / HOUR) % 24
        start, end = settings.night_from, settings.night_until
        return start <= hour < end if start <= end else hour >= start or hour < end

    def _next(self, edge: float, hour: float, at: float, now: float) -> float:
        """The next moment after ``now`` at which the clock shows ``edge``."""
        first = at + ((edge - hour) % 24) * HOUR
        while first <= now:
            first += 24 * HOUR
        return first
