"""The computer's clock, as far as the core was told of it: what day it is, and what hour."""

from __future__ import annotations

HOUR, DAY = 3600.0, 86_400.0
BEHIND = 11 * HOUR


class WallClock:
    """Seconds since 1970 where it was told, and 0 and up where it never was."""

    def __init__(self) -> None:
        self._ahead = 0.0  # of the monotonic time
        self._local_ahead = 0.0  # the same by the clock on the wall of this place
        self._local = False

    def told(self, wall: float, hour: float | None, now: float) -> None:
        """It shows ``wall`` at ``now``; ``hour``: of the local day, 13.5 is half past one."""
        self._ahead = wall - now
        offset = 0.0
        if hour is not None:
            # From 11 hours behind to 13 ahead; beyond that only the number of the day is another.
            offset = (hour * HOUR - wall % DAY + BEHIND) % DAY - BEHIND
        self._local_ahead = self._ahead + offset
        self._local = hour is not None

    def wall(self, now: float) -> float:
        return now + self._ahead

    def day(self, now: float) -> int:
        """The local day, counted from 1970."""
        return int((now + self._local_ahead) // DAY)

    def hour(self, now: float) -> float | None:
        """The hour of the local day, 0 to 24; None where it is not known."""
        if not self._local:
            return None
        return (now + self._local_ahead) % DAY / HOUR
