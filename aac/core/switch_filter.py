"""Does this movement of the switch count?

A raw press becomes a *pending* press; held for the acceptance time it *counts*.  Bounces are
ignored for the debounce time after each edge that counted, further presses for the lock-out
time (guidance G16-G18).  With the long press switched on (G20) a press is told apart only when
it ends: short selects, long goes back, very long calls.  Times are those at which the switch
moved, not those at which the program heard of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
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
from aac.model.events import SwitchPressed, SwitchReleased
from aac.model.settings import Settings

# A very long press must be clearly longer than a long one to be told apart by a tired hand.
CALL_AFTER_LONG = 1.0


@dataclass(frozen=True)
class Timing:
    """Seconds.  ``long`` is infinite where long presses mean nothing."""

    debounce: float
    lock_out: float
    acceptance: float
    held: float
    long: float = inf
    call: float = inf

    @classmethod
    def of(cls, settings: Settings) -> Timing:
        timing = cls(settings.debounce, settings.lock_out, settings.acceptance, settings.held_limit)
        # Where holding is what makes the light move, a long press cannot mean anything else.
        if settings.long_press and settings.scan_method != "inverse":
            long = settings.long_press_time
            call = max(settings.long_press_call_time, long + CALL_AFTER_LONG)
            # A call is never cut off by the held-switch limit.
            return replace(timing, long=long, call=call, held=max(timing.held, call + 1.0))
        return timing


@dataclass
class _Contact:
    """One switch."""

    raw_since: float | None = None  # raw contact closed since
    began: float | None = None  # a press that may count, or counts
    counted: bool = False
    released: float | None = None  # let go within the debounce time; settles at its end
    quiet_until: float = -inf
    locked_until: float = -inf
    held_told: bool = False
    called: bool = False


class SwitchFilter:
    """Raw movements in, signals out.

    ``useful_until``: a hold that makes the light move is not too long before then.
    ``locked_out``: presses that came in the lock-out time.
    """

    def __init__(self, timing: Timing) -> None:
        self.useful_until = -inf
        self.locked_out = 0
        self._timing = timing
        self._contacts: dict[int, _Contact] = {}

    def keep_down(self, other: SwitchFilter) -> None:
        """Carry over which switches are down and until when their movements are ignored.

        Such a press no longer counts: it began under the old settings.
        """
        self.locked_out = other.locked_out
        for switch, contact in other._contacts.items():
            self._contacts[switch] = _Contact(
                raw_since=contact.raw_since,
                quiet_until=contact.quiet_until,
                locked_until=contact.locked_until,
                held_told=contact.held_told,
            )

    @property
    def held(self) -> bool:
        """Whether a switch is down that has been held too long."""
        return any(contact.held_told for contact in self._contacts.values())

    @property
    def judging(self) -> bool:
        """Whether a press is being judged, so that the scan has to wait."""
        return any(
            contact.began is not None
            and (not contact.counted or (self._timing.long < inf and not contact.called))
            for contact in self._contacts.values()
        )

    @property
    def deadline(self) -> float | None:
        """When to be woken, or None."""
        times = [time for contact in self._contacts.values() for time in self._times(contact)]
        return min((time for time in times if time < inf), default=None)

    def handle(self, event: SwitchPressed | SwitchReleased, at: float) -> list[Signal]:
        """What a raw movement at time ``at`` means."""
        contact = self._contacts.setdefault(event.switch, _Contact())
        signals = self._settle(event.switch, contact, at)
        if isinstance(event, SwitchPressed):
            return signals + self._press(event.switch, contact, at)
        return signals + self._release(event.switch, contact, at)

    def wake(self, now: float) -> list[Signal]:
        """What the passing of time means."""
        return [
            signal
            for switch, contact in self._contacts.items()
            for signal in self._settle(switch, contact, now)
        ]

    def _times(self, contact: _Contact) -> list[float]:
        times: list[float] = []
        if contact.began is not None:
            if not contact.counted:
                times.append(contact.began + self._timing.acceptance)
            elif contact.released is not None:
                times.append(contact.quiet_until)
            elif not contact.called:
                times.append(contact.began + self._timing.call)
        if contact.raw_since is not None and not contact.held_told:
            times.append(self._too_long(contact.raw_since))
        return times

    def _too_long(self, since: float) -> float:
        return max(since, self.useful_until) + self._timing.held

    def _settle(self, switch: int, contact: _Contact, now: float) -> list[Signal]:
        """All that became true by ``now`` without a new movement, in order."""
        steps: tuple[Callable[[int, _Contact, float], list[Signal]], ...] = (
            self._count_if_due,
            self._settle_release,
            self._call_if_due,
            self._tell_if_held,
        )
        return [signal for step in steps for signal in step(switch, contact, now)]

    def _press(self, switch: int, contact: _Contact, at: float) -> list[Signal]:
        if contact.raw_since is not None:
            return []  # the keyboard repeats a held key
        contact.raw_since = at
        if contact.released is not None:
            contact.released = None  # a bounce: the press goes on
            return []
        if at < contact.quiet_until or at < contact.locked_until:
            self.locked_out += at >= contact.quiet_until  # before that it may be a bounce
            return []  # ignored until it is released
        contact.began, contact.counted, contact.called = at, False, False
        return self._count_if_due(switch, contact, at)

    def _release(self, switch: int, contact: _Contact, at: float) -> list[Signal]:
        was_down = contact.raw_since is not None
        contact.raw_since = None
        signals: list[Signal] = []
        if contact.held_told:
            contact.held_told = False
            signals.append(HeldEnded(at))
        if contact.began is None:
            if was_down:  # a press that is ignored bounces too when it ends
                contact.quiet_until = max(contact.quiet_until, at + self._timing.debounce)
            return signals
        if not contact.counted:
            contact.began = None  # too short to count
            return signals
        contact.released = at
        return signals + self._settle_release(switch, contact, at)

    def _count_if_due(self, switch: int, contact: _Contact, now: float) -> list[Signal]:
        began = contact.began
        if began is None or contact.counted or now < began + self._timing.acceptance:
            return []
        contact.counted = True
        contact.quiet_until = began + self._timing.debounce
        contact.locked_until = began + self._timing.acceptance + self._timing.lock_out
        return [] if self._timing.long < inf else [Pressed(switch, began)]

    def _settle_release(self, switch: int, contact: _Contact, now: float) -> list[Signal]:
        released, began = contact.released, contact.began
        if released is None or began is None or now < contact.quiet_until:
            return []
        called = contact.called
        contact.released, contact.began = None, None
        contact.quiet_until = max(contact.quiet_until, released + self._timing.debounce)
        if self._timing.long == inf:
            return [Released(switch, released)]
        contact.locked_until = released + self._timing.lock_out  # such a press counts only now
        if called:
            return []
        if released - began >= self._timing.long:
            return [LongPressed(released)]
        return [Pressed(switch, began), Released(switch, released)]

    def _call_if_due(self, switch: int, contact: _Contact, now: float) -> list[Signal]:
        began = contact.began
        if began is None or not contact.counted or contact.called or contact.released is not None:
            return []
        if now < began + self._timing.call:
            return []
        contact.called = True
        return [CallPressed(now)]

    def _tell_if_held(self, switch: int, contact: _Contact, now: float) -> list[Signal]:
        since = contact.raw_since
        if since is None or contact.held_told or now < self._too_long(since):
            return []
        contact.held_told = True
        contact.began = None  # a stuck switch selects nothing
        return [HeldTooLong(now)]
