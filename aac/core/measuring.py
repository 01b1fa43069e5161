"""What is learned of the person's presses while they write: numbers only (G10, G21).

It is told what happens and keeps the `Measures`; what follows from them is `proposing`'s business.
In private mode, or where measuring is off, nothing is counted.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from aac.core.day_course import Lately
from aac.core.lit_trail import ON_THE_BEAT
from aac.core.press_timing import learned
from aac.core.recorder import Fact, Recorder, Settled
from aac.core.scan import Scan
from aac.core.speed import SpeedWindow
from aac.core.switch_filter import SwitchFilter
from aac.core.tallying import (
    active_for,
    changed_by_wren,
    on_day,
    press_delays,
    tallied,
    timing_delays,
    with_times,
)
from aac.core.wall_clock import WallClock
from aac.model.board import AddText, Cell, Do, Nth
from aac.model.commands import Command, ListKind
from aac.model.events import Effect, SaveMeasures
from aac.model.measures import Measures, PressTiming, Tally
from aac.model.notice import NoticeKind
from aac.model.parts import Alarm
from aac.model.settings import Settings

SAVED_EVERY = 60.0  # seconds: so much may be lost with the power
# 3.5: gaps between selections that are longer than both of these are no writing.
LONGEST_GAP, LONGEST_GAP_ROUNDS = 10.0, 5
# With these the counts begin anew: what was before tells nothing of what is now.
TIMING = (
    "scan_method",
    "scan_time",
    "first_row_extra",
    "first_cell_extra",
    "acceptance",
    "scan_start",
    "spelling_board",
)
MEASURED_METHOD = "automatic"  # elsewhere presses do not answer to a light
# What undo does not take back, and what takes back itself, is no selection to count.
UNCOUNTED = {
    Do(command)
    for command in (
        Command.UNDO,
        Command.DELETE_LETTER,
        Command.DELETE_WORD,
        Command.CALL,
        Command.ANSWERED,
        Command.SHOW_BOARD,
        Command.CLOSE_PAGE,
        Command.SETTINGS,
        Command.ADVICE,
        Command.ADVICE_LATER,
        Command.ADVICE_NO,
        Command.NOT_SLOWER,
        Command.REST,
        Command.HUSH,
        Command.ERASE_HISTORY,
        Command.FORGET_WORDS,
        Command.FORGET_MEASURES,
        Command.QUIT,
    )
}


class Measuring:
    """``measures``: all that is known now.  ``speed``, ``lately``: the last selections."""

    def __init__(self, measures: Measures, settings: Settings, *, private: bool) -> None:
        self.measures = measures
        self.speed = SpeedWindow()
        self.lately = Lately()
        self._clock = WallClock()
        self._recorder = Recorder()
        self._settings = settings
        self._private = private
        self._saved, self._saved_at = measures, 0.0
        self._locked_out = 0
        self._last: object = None
        self._last_cell: Cell | None = None
        self._chosen_at: float | None = None
        self._round = 0.0

    # -------------------------------------------------------------------- the clock

    def told(self, wall: float, now: float, hour: float | None = None) -> None:
        """The computer's clock shows ``wall`` at ``now``, and the local one ``hour``."""
        self._clock.told(wall, hour, now)

    def wall(self, now: float) -> float:
        """Seconds since 1970 by the computer's clock; 0 and up where it was never told."""
        return self._clock.wall(now)

    def hour(self, now: float) -> float | None:
        """The hour of the local day; None where it is not known."""
        return self._clock.hour(now)

    def today(self, now: float) -> int:
        return self._clock.day(now)

    # ----------------------------------------------------------------- what happens

    @property
    def counts(self) -> bool:
        return self._settings.measure_presses and not self._private

    def use(self, settings: Settings, *, private: bool, now: float) -> None:
        """These settings hold now; in private nothing is counted."""
        before, self._settings = self._settings, settings
        if (private, settings.measure_presses) != (self._private, before.measure_presses):
            self._recorder, self._chosen_at = Recorder(), None
        self._private = private
        if settings is before:
            return
        keys = (*TIMING, "switch_keys", "paced_cue", "predictions", "likely_letters")
        changed = {key for key in keys if getattr(before, key) != getattr(settings, key)}
        if changed & set(TIMING):
            self.measures = replace(self.measures, tally=Tally())
        if "scan_time" in changed:
            self.speed.begin_anew()
        if "paced_cue" in changed:  # who presses with a beat presses at another moment
            timing = PressTiming() if settings.paced_cue == "off" else ON_THE_BEAT
            self.measures = replace(self.measures, timing=timing, times=())
        if "switch_keys" in changed:
            self.measures = replace(
                self.measures, timing=PressTiming(), times=(), switch_changed=self.wall(now)
            )
        if "predictions" in changed:
            self.measures = replace(self.measures, words_unused=False)
        if "likely_letters" in changed:
            self.measures = replace(self.measures, letters_unused=False)

    def follow(self, scanner: Scan, at: float) -> None:
        """A movement made at ``at``, or waiting, may have chosen an item."""
        chosen = scanner.last
        if chosen is not None and chosen is not self._last and self.counts:
            self._recorder.pressed(chosen, at)
        self._last = chosen

    def watch(self, scanner: Scan, presses: SwitchFilter, now: float) -> None:
        """What is lit, after whatever happened at ``now``."""
        ignored = max(0, presses.locked_out - self._locked_out)
        self._locked_out = presses.locked_out
        if not self.counts:
            return
        for _ in range(ignored):
            self._recorder.stray()
        self._recorder.lit(scanner.spot, scanner.resting, now)
        self._round = self._settings.scan_time * len(scanner.groups[0].items)
        if scanner.resting:
            self._chosen_at = None
        self._take(self._recorder.facts(), now)

    def interrupted(self) -> None:
        """Somebody else has led the scan elsewhere, or a switch is stuck."""
        self._recorder.interrupted()

    def acted(self, cell: Cell, *, writing: bool, now: float) -> None:
        """This cell acts now; ``writing``: a message was begun before."""
        last, self._last_cell = self._last_cell, cell
        counts = not isinstance(cell.action, Alarm) and cell.action not in UNCOUNTED
        if not self._recorder.acted(cell.id, writing=writing, counts=counts):
            return
        before, self._chosen_at = self._chosen_at, now
        longest = max(LONGEST_GAP, LONGEST_GAP_ROUNDS * self._round)
        if before is not None and now - before <= longest:
            measures = on_day(self.measures, self.today(now))
            self.measures = active_for(measures, now - before)
        if last is not None and _takes_back(cell, last):
            self.undone()
        self._take(self._recorder.facts(), now)

    def undone(self) -> None:
        """The last choice was taken back."""
        self._recorder.undone()

    def rarely_used(self, kinds: Collection[NoticeKind]) -> None:
        """Offers of which it was told that they are rarely taken (G37)."""
        words, letters = NoticeKind.OFFERS_UNUSED in kinds, NoticeKind.LETTERS_UNUSED in kinds
        if words or letters:
            self.measures = replace(self.measures, words_unused=words, letters_unused=letters)

    def changed_by_wren(self) -> None:
        """The adaptive speed has changed the scan time."""
        self.measures = changed_by_wren(self.measures)

    def forget(self) -> None:
        """Nothing is known any more."""
        self.measures = Measures()
        self._recorder, self._chosen_at = Recorder(), None
        self.speed.begin_anew()
        self.lately.forget()

    def saves(self, now: float, *, at_once: bool) -> list[Effect]:
        """What is to be saved by now, if anything."""
        due = at_once or now - self._saved_at >= SAVED_EVERY or self.measures == Measures()
        if not due or self.measures == self._saved:
            return []
        self._saved, self._saved_at = self.measures, now
        return [SaveMeasures(self.measures)]

    def _take(self, facts: list[Fact], now: float) -> None:
        for fact in facts:
            measures = tallied(on_day(self.measures, self.today(now)), fact)
            if isinstance(fact, Settled):
                self.speed.add(fact)
            if self._settings.scan_method == MEASURED_METHOD:
                delays = press_delays(fact)
                measures = with_times(measures, delays, self.wall(now))
                self.lately.add(delays, self.wall(now))
                for delay in timing_delays(fact):
                    measures = replace(measures, timing=learned(measures.timing, delay))
            self.measures = measures


def _takes_back(cell: Cell, last: Cell) -> bool:
    """Whether the cell deletes just what the last one wrote."""
    match cell.action, last.action:
        case (Do(Command.DELETE_LETTER), AddText()):
            return True
        case (Do(Command.DELETE_WORD), Nth(ListKind.WORD)):
            return True
    return False
