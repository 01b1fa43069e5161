"""The times by which movements of a switch are judged, and what is known of each switch."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf

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
    repeat: float = 0.0

    @classmethod
    def of(cls, settings: Settings) -> Timing:
        timing = cls(
            settings.debounce,
            settings.lock_out,
            settings.acceptance,
            settings.held_limit,
            repeat=settings.ignore_repeat,
        )
        # Where holding is what makes the light move, a long press cannot mean anything else.
        if settings.long_press and settings.scan_method != "inverse":
            long = settings.long_press_time
            call = max(settings.long_press_call_time, long + CALL_AFTER_LONG)
            # A call is never cut off by the held-switch limit.
            return replace(timing, long=long, call=call, held=max(timing.held, call + 1.0))
        return timing


@dataclass
class Contact:
    """One switch."""

    raw_since: float | None = None  # raw contact closed since
    began: float | None = None  # a press that may count, or counts
    counted: bool = False
    released: float | None = None  # let go within the debounce time; settles at its end
    quiet_until: float = -inf
    locked_until: float = -inf
    held_told: bool = False
    called: bool = False
    may_be_long: bool = True  # whether holding it is no movement of the light
    set_aside: bool = False  # stuck, while another switch works
