"""Does this movement of the switch count?

A raw press becomes a *pending* press; held for the acceptance time it *counts*.  Bounces are
ignored for the debounce time after each edge that counted, further presses for the lock-out
time (guidance G16-G18).  The same switch again within the ignore-repeat time does not count
unless another switch counted in between (G19).  With the long press switched on (G20) a press is
told apart only when it ends: short selects, long goes back, very long calls.  Times are those at
which the switch moved, not those at which the program heard of it.

A switch that is stuck stops the scan, and is set aside as soon as a press of another one counts:
what still works must not wait for what is broken.
"""

from __future__ import annotations

from collections.abc import Callable
from math import inf

from aac.core.signals import (
    CallPressed,
    HeldEnded,
    HeldTooLong,
    LongPressed,
    Pressed,
    Released,
    Signal,
)
from aac.core.switch_timing import Contact, Timing
from aac.model.events import SwitchPressed, SwitchReleased


class SwitchFilter:
    """Raw movements in, signals out.

    ``useful_until``: a hold that makes the light move is not too long before then.
    ``locked_out``: presses that came in the lock-out time.
    ``holding``: switches whose holding moves the light, so that a long press on them means nothing.
    """

    def __init__(self, timing: Timing) -> None:
        self.useful_until = -inf
        self.locked_out = 0
        self.holding: frozenset[int] = frozenset()
        self._last: tuple[int, float] | None = None  # the press that counted last: switch, time
        self._timing = timing
        self._contacts: dict[int, Contact] = {}

    def keep_down(self, other: SwitchFilter) -> None:
        """Carry over which switches are down and until when their movements are ignored.

        Such a press no longer counts: it began under the old settings.
        """
        self.locked_out = other.locked_out
        self._last = other._last
        for switch, contact in other._contacts.items():
            self._contacts[switch] = Contact(
                raw_since=contact.raw_since,
                quiet_until=contact.quiet_until,
                locked_until=contact.locked_until,
                held_told=contact.held_told,
                set_aside=contact.set_aside,
            )

    @property
    def held(self) -> bool:
        """Whether a switch is down that has been held too long, and none works beside it."""
        every = self._contacts.values()
        return any(contact.held_told and not contact.set_aside for contact in every)

    @property
    def pending(self) -> tuple[int, ...]:
        """The switches whose press is being judged."""
        return tuple(switch for switch, one in self._contacts.items() if self._is_judged(one))

    @property
    def judging(self) -> bool:
        """Whether a press is being judged, so that the scan has to wait."""
        return bool(self.pending)

    def _is_judged(self, contact: Contact) -> bool:
        if contact.began is None:
            return False
        return not contact.counted or (self._long(contact) < inf and not contact.called)

    def _long(self, contact: Contact) -> float:
        """Seconds from which a press of this switch is long."""
        return self._timing.long if contact.may_be_long else inf

    @property
    def deadline(self) -> float | None:
        """When to be woken, or None."""
        times = [time for contact in self._contacts.values() for time in self._times(contact)]
        return min((time for time in times if time < inf), default=None)

    def handle(self, event: SwitchPressed | SwitchReleased, at: float) -> list[Signal]:
        """What a raw movement at time ``at`` means."""
        contact = self._contacts.setdefault(event.switch, Contact())
        moved = self._press if isinstance(event, SwitchPressed) else self._release
        signals = self._settle(event.switch, contact, at)
        signals += moved(event.switch, contact, at)
        self._set_aside(event.switch, signals)
        return signals

    def wake(self, now: float) -> list[Signal]:
        """What the passing of time means."""
        every: list[Signal] = []
        for switch, contact in self._contacts.items():
            signals = self._settle(switch, contact, now)
            self._set_aside(switch, signals)
            every += signals
        return every

    def _set_aside(self, works: int, signals: list[Signal]) -> None:
        """A press of this switch counted: the scan no longer waits for others that are stuck."""
        if any(isinstance(signal, Pressed | LongPressed | CallPressed) for signal in signals):
            for switch, contact in self._contacts.items():
                contact.set_aside |= contact.held_told and switch != works

    def _times(self, contact: Contact) -> list[float]:
        times: list[float] = []
        if contact.began is not None:
            if not contact.counted:
                times.append(contact.began + self._timing.acceptance)
            elif contact.released is not None:
                times.append(contact.quiet_until)
            elif not contact.called and contact.may_be_long:
                times.append(contact.began + self._timing.call)
        if contact.raw_since is not None and not contact.held_told:
            times.append(self._too_long(contact.raw_since))
        return times

    def _too_long(self, since: float) -> float:
        return max(since, self.useful_until) + self._timing.held

    def _settle(self, switch: int, contact: Contact, now: float) -> list[Signal]:
        """All that became true by ``now`` without a new movement, in order."""
        steps: tuple[Callable[[int, Contact, float], list[Signal]], ...] = (
            self._count_if_due,
            self._settle_release,
            self._call_if_due,
            self._tell_if_held,
        )
        return [signal for step in steps for signal in step(switch, contact, now)]

    def _press(self, switch: int, contact: Contact, at: float) -> list[Signal]:
        if contact.raw_since is not None:
            return []  # the keyboard repeats a held key
        contact.raw_since = at
        if contact.released is not None:
            contact.released = None  # a bounce: the press goes on
            return []
        if at < contact.quiet_until or at < contact.locked_until:
            self.locked_out += at >= contact.quiet_until  # before that it may be a bounce
            return []  # ignored until it is released
        if self._last and self._last[0] == switch and at < self._last[1] + self._timing.repeat:
            return []
        contact.may_be_long = switch not in self.holding
        contact.began, contact.counted, contact.called = at, False, False
        return self._count_if_due(switch, contact, at)

    def _release(self, switch: int, contact: Contact, at: float) -> list[Signal]:
        was_down = contact.raw_since is not None
        contact.raw_since = None
        signals: list[Signal] = []
        if contact.held_told:
            if not contact.set_aside:
                signals.append(HeldEnded(at))
            contact.held_told = contact.set_aside = False
        if contact.began is None:
            if was_down:  # a press that is ignored bounces too when it ends
                contact.quiet_until = max(contact.quiet_until, at + self._timing.debounce)
            return signals
        if not contact.counted:
            contact.began = None  # too short to count
            return signals
        contact.released = at
        return signals + self._settle_release(switch, contact, at)

    def _count_if_due(self, switch: int, contact: Contact, now: float) -> list[Signal]:
        began = contact.began
        if began is None or contact.counted or now < began + self._timing.acceptance:
            return []
        contact.counted = True
        self._last = (switch, began)
        contact.quiet_until = began + self._timing.debounce
        contact.locked_until = began + self._timing.acceptance + self._timing.lock_out
        return [] if self._long(contact) < inf else [Pressed(switch, began)]

    def _settle_release(self, switch: int, contact: Contact, now: float) -> list[Signal]:
        released, began = contact.released, contact.began
        if released is None or began is None or now < contact.quiet_until:
            return []
        called = contact.called
        contact.released, contact.began = None, None
        contact.quiet_until = max(contact.quiet_until, released + self._timing.debounce)
        if self._long(contact) == inf:
            return [Released(switch, released)]
        contact.locked_until = released + self._timing.lock_out  # such a press counts only now
        if called:
            return []
        if released - began >= self._timing.long:
            return [LongPressed(released)]
        return [Pressed(switch, began), Released(switch, released)]

    def _call_if_due(self, switch: int, contact: Contact, now: float) -> list[Signal]:
        began = contact.began
        if began is None or not contact.counted or contact.called or contact.released is not None:
            return []
        if not contact.may_be_long or now < began + self._timing.call:
            return []
        contact.called = True
        return [CallPressed(now)]

    def _tell_if_held(self, switch: int, contact: Contact, now: float) -> list[Signal]:
        since = contact.raw_since
        if since is None or contact.held_told or now < self._too_long(since):
            return []
        contact.held_told = True
        contact.began = None  # a stuck switch selects nothing
        return [HeldTooLong(now)]
