"""How often something may happen in a minute: for each one, and for all together."""

from __future__ import annotations

from collections import deque

WINDOW = 60.0  # seconds
MOST_KEYS = 500  # addresses that are remembered; beyond, the oldest are forgotten


class Allowance:
    """``each``, ``together``: how many in `WINDOW` seconds.  It is told the time."""

    def __init__(self, each: int, together: int) -> None:
        self._each, self._together = each, together
        self._all: deque[float] = deque()
        self._by: dict[str, deque[float]] = {}

    def spend(self, key: str, now: float) -> bool:
        """Count one, and tell whether it was still allowed.  What is refused counts too."""
        mine = self._by.pop(key, None) or deque(maxlen=self._each + 1)
        self._by[key] = mine  # the newest stand last
        if len(self._by) > MOST_KEYS:
            del self._by[next(iter(self._by))]
        _forget(mine, now)
        mine.append(now)
        if len(mine) > self._each:
            return False
        _forget(self._all, now)
        if len(self._all) >= self._together:
            return False
        self._all.append(now)
        return True

    def spent(self, key: str, now: float) -> bool:
        """Whether nothing is left for this one, or for all, without counting."""
        mine = self._by.get(key, deque())
        _forget(mine, now)
        _forget(self._all, now)
        return len(mine) >= self._each or len(self._all) >= self._together


def _forget(times: deque[float], now: float) -> None:
    while times and now - times[0] >= WINDOW:
        times.popleft()
