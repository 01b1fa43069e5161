"""Contacts of several sources joined into switches and direct commands.

A switch is down from the first of its contacts that goes down to the last that is let go, so
that two buttons for one switch are one press.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic

from aac.model.events import (
    CommandPressed,
    CommandReleased,
    Movement,
    SwitchPressed,
    SwitchReleased,
)
from aac.model.switch_map import Target

Emit = Callable[[Movement, float], None]
Contact = tuple[str, int]


@dataclass
class Joining:
    """``of``: what a source is to call.  Sources may call from several threads.

    ``deaf_to``: sources whose presses do not count now; what is held can still be let go.
    """

    emit: Emit
    deaf_to: frozenset[str] = frozenset()
    _holders: dict[Target, set[Contact]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def of(
        self, source: str, targets: Sequence[Target]
    ) -> Callable[[SwitchPressed | SwitchReleased, float], None]:
        """Contact i of this source (told as switch i + 1) does ``targets[i]``."""

        def take(event: SwitchPressed | SwitchReleased, when: float) -> None:
            if 1 <= event.switch <= len(targets):
                down = isinstance(event, SwitchPressed)
                if down and source in self.deaf_to:
                    return
                self._move((source, event.switch), targets[event.switch - 1], down, when)

        return take

    def let_go(self, source: str) -> None:
        """This source is gone; what it held is let go."""
        with self._lock:
            held = [
                (contact, target)
                for target, contacts in self._holders.items()
                for contact in sorted(contacts)
                if contact[0] == source
            ]
        for contact, target in held:
            self._move(contact, target, False, monotonic())

    def _move(self, contact: Contact, target: Target, down: bool, when: float) -> None:
        with self._lock:
            holders = self._holders.setdefault(target, set())
            before = bool(holders)
            (holders.add if down else holders.discard)(contact)
            if bool(holders) != before:
                self.emit(_event(target, down), when)


def _event(target: Target, down: bool) -> Movement:
    if isinstance(target, int):
        return SwitchPressed(target) if down else SwitchReleased(target)
    return CommandPressed(target) if down else CommandReleased(target)
