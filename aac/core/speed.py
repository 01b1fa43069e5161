"""The scan time as it is changed in use: by hand, by the adaptive speed, and back again.

Wren remembers the scan time that was set by hand, or calibrated, for as long as one of its own
changes is in force: its bounds are counted from it (G11).
"""

from __future__ import annotations

from collections import deque

from aac.core.figures import median
from aac.core.limits import within
from aac.core.recorder import Settled
from aac.core.tallying import press_delays
from aac.model.advice import Advice, AdviceKind
from aac.model.advice_words import advice_text
from aac.model.declared import Value
from aac.model.notice import Notice, NoticeKind
from aac.model.settings import Settings, with_values

# All figures: G11.
WINDOW = 20  # selections
SLOWER, FASTER = 1.10, 0.95
LEAST, MOST = 0.8, 1.5  # of the scan time set by hand
WRONG, MISSED = 0.05, 0.10  # more than this is too fast
FEW_WRONG, FEW_MISSED = 0.02, 0.05  # and up to this it may be too slow
HARDLY_USED = 0.5  # of the scan time
REMEMBERED = ("scan_time_by_hand", "scan_time_before")
# A person who takes a change back is left alone for so many selections.
LEFT_ALONE = 100


def base_time(settings: Settings) -> float:
    """The scan time that was last set by hand or calibrated."""
    return settings.scan_time_by_hand or settings.scan_time


def with_speed(settings: Settings, scan_time: float, *, by_wren: bool = False) -> Settings:
    """Another scan time; the one before is remembered."""
    values: dict[str, Value] = {
        "scan_time": within("scan_time", scan_time),
        "scan_time_by_hand": base_time(settings) if by_wren else 0.0,
        "scan_time_before": settings.scan_time,
    }
    return with_values(settings, values)


def speed_undone(settings: Settings) -> Settings | None:
    """The scan time before its last change, or None where there was none."""
    before = settings.scan_time_before or settings.scan_time_by_hand
    if not before:
        return None
    by_hand = settings.scan_time_by_hand
    values: dict[str, Value] = {
        "scan_time": before,
        "scan_time_by_hand": 0.0 if before == by_hand else by_hand,
        "scan_time_before": 0.0,
    }
    return with_values(settings, values)


def set_by_hand(before: Settings, after: Settings) -> Settings:
    """``after``, with its scan time as the one to count from where somebody has set it.

    What is changed here says where it came from, so whatever does not was set by hand.
    """
    told = any(getattr(after, key) != getattr(before, key) for key in REMEMBERED)
    if after.scan_time == before.scan_time or told or not after.scan_time_by_hand:
        return after
    return with_values(after, {"scan_time_by_hand": 0.0})


def speed_notice(settings: Settings, kind: NoticeKind = NoticeKind.SPEED) -> Notice:
    """What the scan time is now."""
    return Notice(kind, f"{settings.scan_time:.2f}")


class SpeedWindow:
    """The last selections, for the adaptive speed."""

    def __init__(self) -> None:
        self._last: deque[Settled] = deque(maxlen=WINDOW)
        self._alone = 0

    def add(self, fact: Settled) -> None:
        self._alone = max(0, self._alone - 1)
        self._last.append(fact)

    def begin_anew(self) -> None:
        """The scan time has changed: what was before tells nothing of it."""
        self._last.clear()

    def leave_alone(self) -> None:
        """The person has taken a change back."""
        self.begin_anew()
        self._alone = LEFT_ALONE

    def wanted(self, settings: Settings) -> float | None:
        """A better scan time, or None."""
        if len(self._last) < WINDOW or self._alone:
            return None
        base = base_time(settings)
        exact = settings.scan_time * self._factor(settings.scan_time)
        new = within("scan_time", min(max(exact, LEAST * base), MOST * base))
        return new if abs(new - settings.scan_time) > 0.005 else None

    def advice(self, settings: Settings) -> Advice | None:
        """The same as a suggestion."""
        new = self.wanted(settings)
        if new is None:
            return None
        delays = self._delays()
        words = advice_text(
            AdviceKind.SPEED,
            wrong=str(self._wrong()),
            missed=str(self._missed()),
            median=f"{median(delays):.2f}" if delays else "–",
            old=f"{settings.scan_time:.2f}",
            new=f"{new:.2f}",
        )
        return Advice(AdviceKind.SPEED, *words, (("scan_time", new),))

    def _factor(self, scan_time: float) -> float:
        wrong, missed = self._wrong() / WINDOW, self._missed() / WINDOW
        if wrong > WRONG or missed > MISSED:
            return SLOWER
        delays = self._delays()
        quick = bool(delays) and median(delays) < HARDLY_USED * scan_time
        return FASTER if quick and wrong <= FEW_WRONG and missed <= FEW_MISSED else 1.0

    def _wrong(self) -> int:
        return sum(not fact.right for fact in self._last)

    def _missed(self) -> int:
        return sum(any(press.missed for press in fact.presses) for fact in self._last)

    def _delays(self) -> list[float]:
        return [delay for fact in self._last for delay in press_delays(fact)]
