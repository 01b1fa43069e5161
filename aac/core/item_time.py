"""The time of the lit item: since when it is lit, and until when."""

from __future__ import annotations

from math import inf


class ItemTime:
    """``since``: when it lit up.  ``ready``: when its extra time to get ready was over.

    ``deadline``: when its time is over, or None where none runs.  ``held``: its time has not begun,
    because it is still being said.  ``chosen_from``: a press made before does not choose it.
    """

    def __init__(self) -> None:
        self.since = 0.0
        self.ready = 0.0
        self.chosen_from = -inf
        self.deadline: float | None = None
        self.held = False
        self._left: float | None = None
        self._whole = (0.0, 0.0)  # extra time, and its own

    @property
    def counts(self) -> bool:
        """Whether its time runs, or stands still for the moment."""
        return self.held or self.deadline is not None or self._left is not None

    def light(self, now: float) -> None:
        """An item lights up; no time runs yet."""
        self.since = self.ready = now
        self.chosen_from = -inf
        self.stop()

    def run(self, now: float, seconds: float, extra: float) -> None:
        """Its time runs: ``extra`` to get ready, and then ``seconds``."""
        self.light(now)
        self._whole = extra, seconds
        self._start(now)

    def hold(self) -> None:
        """All of its time, where it has any, is still to come."""
        self.held = self.counts
        self.deadline = self._left = None

    def begin(self, now: float) -> None:
        """Its time begins, where it was held."""
        if self.held:
            self._start(now)

    def stop(self) -> None:
        self.deadline = self._left = None
        self.held = False

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

    def _start(self, now: float) -> None:
        extra, seconds = self._whole
        self.held = False
        self.ready = now + extra
        self.deadline = self.ready + seconds
