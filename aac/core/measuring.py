"""What is learned of the person's presses while they write."""

from __future__ import annotations

from aac.model.measures import Measures


class Measuring:
    """``measures``: all that is known now."""

    def __init__(self, measures: Measures) -> None:
        self.measures = measures
        self._ahead = 0.0

    def told(self, wall: float, now: float) -> None:
        """The computer's clock shows ``wall`` at ``now``."""
        self._ahead = wall - now

    def wall(self, now: float) -> float:
        """Seconds since 1970 by the computer's clock; 0 and up where it was never told."""
        return now + self._ahead
