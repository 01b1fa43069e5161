"""Sentences for the person, one at a time: none is lost because another comes at once."""

from __future__ import annotations

from aac.model.notice import Notice

STAYS = 4.0  # seconds: long enough to be read
MOST = 10  # more trouble than this at one time is not read to its end


class Notices:
    """``current``: what is shown now.  ``deadline``: when the next one takes its place."""

    def __init__(self) -> None:
        self._waiting: list[Notice] = []
        self._since = 0.0

    @property
    def current(self) -> Notice | None:
        return self._waiting[0] if self._waiting else None

    @property
    def deadline(self) -> float | None:
        return self._since + STAYS if len(self._waiting) > 1 else None

    def tell(self, notice: Notice, now: float) -> None:
        """Show what a choice has done, at once; an older word on the same matter is dropped."""
        others = [each for each in self._waiting if each.kind is not notice.kind]
        self._waiting = [notice, *others][:MOST]
        self._since = now

    def add(self, notice: Notice, now: float) -> None:
        """Show what has happened elsewhere, after what is being read."""
        if notice in self._waiting:
            return
        if not self._waiting:
            self._since = now
        self._waiting = [*self._waiting, notice][-MOST:]
        self.wake(now)  # what has been there for long makes room

    def wake(self, now: float) -> None:
        """The next one, where it is time."""
        if self.deadline is not None and now >= self.deadline:
            self._next(now)

    def choice(self, now: float) -> None:
        """A choice takes away what has been read."""
        if self._waiting and now - self._since >= STAYS:
            self._next(now)

    def _next(self, now: float) -> None:
        self._waiting = self._waiting[1:]
        self._since = now
