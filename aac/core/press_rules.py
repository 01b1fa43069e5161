"""What follows from measured presses: scan time, first-item time, lock-out, what a switch can do.

Pure figures.  Everything is in seconds; times that become settings are multiples of 0.05 s, as the
settings are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

from aac.core.figures import deviation, mean, median
from aac.model.declared import Number, Value
from aac.model.measures import SwitchCheck
from aac.model.settings import BY_KEY, Settings

STEP = 0.05
PART_OF_TIME = 0.65  # G9: press time / scan time that people work well with
VARIES = 0.27  # G9, 3.1: from here on mean + 2 SD is the larger candidate
FIRST_ITEM = 0.5  # G13: part of T added to a first item
REPEATS_IN_FIRST_ITEM = 1.2  # G13
LOCK_OUT = 0.30  # G17
BOUNCE = 0.10  # G16
LONG_PRESSES = 3  # G20
SPREADS_IN_WINDOW = 4.0  # two on each side of the usual delay
STEPS_IN_REPEAT = 2.0
CLEARLY_SHORTER = 0.9  # less is not worth the person's thinking about it
SEEN = 0.35  # G70: no more than three changes of light a second


@dataclass(frozen=True)
class Fit:
    """What the presses of a calibration say (G9).

    ``by_ratio`` and ``by_spread``: the two candidates, not yet rounded; ``scan_time``: the larger,
    rounded up.  ``variation``: deviation / mean.  ``repeat``: the usual time from press to press,
    None where it was not measured.  ``first_extra``: time to be added to first items, None where
    the usual half of the scan time is enough.  ``lock_out``: None where it stays as it is.
    """

    mean: float
    deviation: float
    by_ratio: float
    by_spread: float
    scan_time: float
    repeat: float | None = None
    first_extra: float | None = None
    lock_out: float | None = None

    @property
    def variation(self) -> float:
        return self.deviation / self.mean

    @property
    def varies(self) -> bool:
        """Whether position, switch and tiredness should be looked at first."""
        return self.variation > VARIES

    @property
    def quicker(self) -> Fit | None:
        """The same with the scan time that is enough where late presses are counted, if that is
        clearly shorter."""
        if self.repeat is None:
            return None
        time = attributed_time(self.mean, self.deviation, self.repeat)
        if time > CLEARLY_SHORTER * self.scan_time:
            return None
        return replace(self, scan_time=time, first_extra=first_item_extra(time, self.repeat))

    def changes(self) -> dict[str, Value]:
        """The settings that go with it."""
        values: dict[str, Value] = {
            "scan_time": self.scan_time,
            "first_row_extra": self.first_extra,
            "first_cell_extra": self.first_extra,
        }
        return values if self.lock_out is None else {**values, "lock_out": self.lock_out}


def fit(times: Sequence[float], presses: Sequence[float], debounce: float) -> Fit:
    """What ``times`` from light to press say, and ``presses``: when each of a quick row was made.

    At least two times; fewer than three quick presses say nothing of the repeat.
    """
    usual, spread = mean(times), deviation(times)
    chosen = scan_time(usual, spread)
    gaps = sorted(later - press for press, later in zip(presses, presses[1:], strict=False))
    common = usual / PART_OF_TIME, usual + 2 * spread, chosen
    if len(gaps) < 2:
        return Fit(usual, spread, *common)
    repeat = median(gaps)
    extra, lock = first_item_extra(chosen, repeat), lock_out(gaps[0], debounce)
    return Fit(usual, spread, *common, repeat, extra, lock)


def scan_time(mean: float, spread: float) -> float:
    """T = max(mean / 0.65, mean + 2 SD), rounded up to 0.05 s (G9)."""
    return _within("scan_time", rounded_up(max(mean / PART_OF_TIME, mean + 2 * spread)))


def first_item_extra(chosen: float, repeat: float) -> float | None:
    """Time to be added to first items at a scan time, so that a second press is possible there.

    After a press a hand needs its time before it can press again; a first item that is over
    before then is always missed.  So T + extra is never less than 1.2 x the usual time from press
    to press (G13).  Where the usual extra of T / 2 is enough the answer is None, and the extra goes
    on following the scan time when the person makes it slower or faster.
    """
    needed = REPEATS_IN_FIRST_ITEM * repeat - chosen
    if needed <= FIRST_ITEM * chosen:
        return None
    return _within("first_row_extra", rounded_up(needed))


def lock_out(fastest: float, debounce: float = BOUNCE) -> float:
    """How long to ignore the switch after a press (G17).

    0.3 s, but never more than half of the shortest time from press to press that was measured:
    on a good day a hand is quicker than in a test of five presses, and a real press must not be
    lost.  And never less than a bounce, which is what it is there to hide.
    """
    half = floor(round(fastest / 2 / STEP, 6)) * STEP
    bounce = rounded_up(max(BOUNCE, debounce))
    return _within("lock_out", round(max(bounce, min(LOCK_OUT, half)), 2))


def attributed_time(mean: float, spread: float, repeat: float) -> float:
    """A scan time for those whose late presses count for the item they were meant for.

    Such a press need not come while its item is lit, only so near to the usual delay after it that
    no other item explains it better: within T / 2 on either side.  So the spread bounds T: 4 SD
    leaves two on each side, about 95 % of presses.  Ten trials tell the spread badly, so T is not
    below mean + SD either; simulated users wrote fastest near there.

    Two things bound it as well.  Half of ``repeat``: between two presses no more than two items
    should go by unseen, or the second press of a selection always costs another round.  And 0.35 s:
    the light is not to change more than three times a second (G70).  Where that is longer than the
    ordinary scan time, attribution gains nothing and that one holds.
    """
    bound = max(SPREADS_IN_WINDOW * spread, mean + spread, repeat / STEPS_IN_REPEAT, SEEN)
    return min(_within("scan_time", rounded_up(bound)), scan_time(mean, spread))


def unmeasured(settings: Settings, check: SwitchCheck | None) -> frozenset[str]:
    """Settings that cannot be turned on, because no switch check has shown them to work.

    What is on already stays so: it may have been tried in another way.
    """
    shown = {
        "long_press": check is not None and check.long_presses >= LONG_PRESSES,  # G20
        "three_presses_call": check is not None and check.three_presses,  # G28
    }
    return frozenset(key for key, ok in shown.items() if not ok and not getattr(settings, key))


def rounded_up(seconds: float) -> float:
    """The next multiple of 0.05 s."""
    return round(ceil(round(seconds / STEP, 6)) * STEP, 2)


def _within(key: str, value: float) -> float:
    declared = BY_KEY[key]
    assert isinstance(declared, Number)
    return min(max(value, declared.low), declared.high)
