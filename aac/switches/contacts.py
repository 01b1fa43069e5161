"""A worker's account of its contacts: who is down, who has to hear of it, what is plugged in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic


class Contacts:
    """Tells each movement once, by ``send(down=NAME, at=SECONDS)`` or ``send(up=…, at=…)``.

    Only the contacts that mean something are told of, unless somebody is seeking one: what else
    a device sends is nobody's business.
    """

    def __init__(self, send: Callable[..., None], wanted: Sequence[str]) -> None:
        self.seeking = False
        self._send = send
        self._wanted = frozenset(wanted)
        self._down: set[str] = set()
        self._there: tuple[bool, str] | None = None

    def move(self, name: str, down: bool, at: float | None = None) -> None:
        """A contact moved, at ``at`` monotonic seconds or just now."""
        if down == (name in self._down) or not (name in self._wanted or self.seeking or not down):
            return
        (self._down.add if down else self._down.discard)(name)
        self._send(**{"down" if down else "up": name, "at": monotonic() if at is None else at})

    def tap(self, name: str, at: float | None = None) -> None:
        """A press of a device that cannot tell when it ends."""
        at = monotonic() if at is None else at
        self.move(name, True, at)
        self.move(name, False, at)

    def let_go(self) -> None:
        """Nothing is down any more."""
        for name in sorted(self._down):
            self.move(name, False)

    def there(self, is_there: bool, why: str = "") -> None:
        """Whether there is a device; a new state is told once.  ``why``: why there is none."""
        if (is_there, why) == self._there:
            return
        self._there = is_there, why
        if not is_there:
            self.let_go()
        self._send(there=is_there, why=why)
