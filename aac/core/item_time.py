"""The time of the lit item: since when it is lit, and until when."""

from __future__ import annotations


class ItemTime:
    """``since``: when it lit up.  ``ready``: when its extra time to get ready was over.

    ``deadline``: when its time is over, or None where none runs.
    """

    def __init__(self) -> None:
        self.since = 0.0
        self.ready = 0.0
        self.deadline: float | None = None
        self._left: float | None = None

    @property
    def counts(self) -> bool:
        """Whether its time runs, or stands still for the moment."""
        return self.deadline is not None or self._left is not None

    def light(self, now: float) -> None:
        """An item lights up; no time runs yet."""
        self.since = self.ready = now
        self.stop()

    def run(self, now: float, seconds: float, extra: float) -> None:
        """Its time runs: ``extra`` to get ready, and then ``seconds``."""
        self.light(now)
        self.ready = now + extra
        self.deadline = self.ready + seconds

    def stop(self) -> None:
        self.deadline = self._left = None

    def freeze(self, now: float) -> None:
        """Stand still while a press is being judged."""
        if self.deadline is not None and self._left is None:
            self._left = max(0.0, self.deadline - now)
            self.deadline = None

    def thaw(self, now: float) -> None:
        """Go on with the time that was left."""
        if self._left is not None:
            self.deadline = now + self._left
            self._left = None

    def left(self, at: float) -> float | None:
        """Seconds that are left of it at ``at``, or None where no time runs."""
        return self._left if self.deadline is None else self.deadline - at
