"""Find my speed: the calibration that a person does alone with one switch (guidance G9).

Three lights for practice and then ten that count, each after a wait that cannot be foreseen; then
five quick presses; then what follows from them, to be used or not.

Nothing is demanded: two lights without a press, or three presses in a row that came to nothing,
lead to a rest.  There the strip with Call is scanned, and "Go on" and "Stop here" with it, so
doing nothing and pressing anything both lead to Call.
"""

from __future__ import annotations

from dataclasses import replace

from aac.core import press_rules
from aac.core.figures import deviation, mean
from aac.core.guide import NO_PRESS, Guide, Outcome, choice, seconds
from aac.core.press_rules import Fit
from aac.model.guide_words import guide_text
from aac.model.measures import Calibration, Measures, PressTiming
from aac.model.settings import Settings

PRACTICE = 3  # G9
ANTICIPATED = 0.15  # G9: nobody reacts so soon
QUICK_PRESSES = 5
MISSED_IN_A_ROW = 2
FRUITLESS_IN_A_ROW = 3
ENOUGH_FOR_A_PACE = 3


class SpeedGuide(Guide):
    """``times``: from light to press, of the presses that count, in seconds."""

    title = "speed_title"

    def __init__(self, settings: Settings, now: float) -> None:
        super().__init__(settings, now)
        self._begin_anew()

    def _begin_anew(self) -> None:
        self.times: list[float] = []
        self._practised: list[float] = []
        self._quick: list[float] = []
        self._missed = self._early = 0  # in all
        self._missed_now = self._fruitless_now = 0  # since the last press that counted
        self._lit_at: float | None = None
        self._released = True
        self._fit: Fit | None = None
        self._trial(guide_text("speed_intro"))

    @property
    def pace(self) -> float:
        if self._fit is not None:
            return max(super().pace, self._fit.scan_time)
        known = [*self._practised, *self.times]
        if len(known) < ENOUGH_FOR_A_PACE:
            return super().pace
        usual, spread = mean(known), deviation(known)
        return max(super().pace, press_rules.scan_time(usual, spread))

    def go(self, now: float) -> None:
        match self.screen.key:
            case "trial" | "half":
                self._wait(now)
            case "repeat":
                self.light(True)
                self.deadline = now + NO_PRESS

    def press(self, at: float, now: float) -> None:
        if self.screen.key == "repeat":
            self._quick_press(at, now)
        elif self._lit_at is None:
            self._too_early(now)
        elif at - self._lit_at < ANTICIPATED:
            self._lit_at = None
            self.light(False)
            self._too_early(now)
        else:
            self._pressed(at - self._lit_at, now)

    def release(self, at: float, now: float) -> None:
        """The wait begins once the switch is up, so that a slow hand is ready for the light."""
        if self.screen.key != "repeat" and self._lit_at is None:
            self._wait(now)

    def wake(self, now: float) -> None:
        if not self.due(now):
            return
        if self.screen.key == "repeat":
            self._end()
        elif self._lit_at is not None:
            self._not_pressed(now)
        elif not self._released:
            self.pause()
        else:
            self._lit_at = now
            self.light(True)
            self.deadline = now + NO_PRESS

    def pause(self) -> None:
        self._rest("rest")

    def answer(self, cell_id: str) -> Outcome:
        match cell_id:
            case "guide-go_on":
                self._missed_now = self._fruitless_now = 0
                self._go_on()
            case "guide-again":
                self._begin_anew()
            case "guide-use" if self._fit is not None:
                self.changes = self._fit.changes()
                return Outcome.ADOPT_AND_LEAVE
            case "guide-quicker" if self._fit is not None and self._fit.quicker is not None:
                self._fit = self._fit.quicker
                self.changes = self._fit.changes()
                return Outcome.ADOPT_AND_LEAVE
            case _:
                return Outcome.LEAVE
        return Outcome.STAY

    def learned(self, measures: Measures, at: float) -> Measures:
        """A calibration is known once it is accepted; it also says how this person presses."""
        found = self._fit
        if found is None or not self.changes:
            return measures
        trials = len(self.times)
        done = Calibration(found.mean, found.deviation, found.scan_time, trials, at)
        timing = PressTiming(found.mean, found.deviation, trials)
        return replace(measures, calibration=done, timing=timing)

    # ------------------------------------------------------------------------------ a trial

    def _trial(self, say: str = "", key: str = "trial") -> None:
        self._lit_at = None
        self.show(key, say, text=say or guide_text("speed_trial"), progress=self._progress())

    def _progress(self) -> str:
        if len(self._practised) < PRACTICE:
            return guide_text("practice", n=len(self._practised) + 1, most=PRACTICE)
        most = self.settings.calibration_trials
        return guide_text("progress", n=min(len(self.times) + 1, most), most=most)

    def _wait(self, now: float) -> None:
        self._released = True
        self.deadline = now + self.waits.next()

    def _pressed(self, time: float, now: float) -> None:
        self._missed_now = self._fruitless_now = 0
        practice = len(self._practised) < PRACTICE
        (self._practised if practice else self.times).append(time)
        self._lit_at = None
        wanted, done = self.settings.calibration_trials, len(self.times)
        if done == wanted:
            self.show("repeat", guide_text("speed_repeat"), progress=self._quick_progress())
        elif done == wanted // 2 and not practice:
            self._trial(guide_text("speed_half"), "half")
        else:
            self._trial(key=self.screen.key)
            self._await_release(now)

    def _await_release(self, now: float) -> None:
        self._released = False
        self.deadline = now + NO_PRESS

    def _too_early(self, now: float) -> None:
        self._early += 1
        self._fruitless_now += 1
        self._await_release(now)
        if self._fruitless_now >= FRUITLESS_IN_A_ROW:
            self._rest("too_early")

    def _not_pressed(self, now: float) -> None:
        self._missed += 1
        self._missed_now += 1
        self._fruitless_now += 1
        self._lit_at = None
        self.light(False)
        self._wait(now)
        if self._missed_now >= MISSED_IN_A_ROW or self._fruitless_now >= FRUITLESS_IN_A_ROW:
            self.pause()

    # --------------------------------------------------------------------------- the others

    def _quick_press(self, at: float, now: float) -> None:
        self._quick.append(at)
        self.light(True, progress=self._quick_progress())
        self.deadline = now + NO_PRESS
        if len(self._quick) == QUICK_PRESSES:
            self._end()

    def _quick_progress(self) -> str:
        return guide_text("progress", n=len(self._quick), most=QUICK_PRESSES)

    def _rest(self, why: str) -> None:
        self._lit_at = None
        progress = self.screen.panel.progress
        self.show("rest", guide_text(why), choice("go_on"), choice("stop"), progress=progress)

    def _go_on(self) -> None:
        if len(self.times) < self.settings.calibration_trials:
            self._trial()
        else:
            self._quick = []
            self.show("repeat", guide_text("speed_repeat"), progress=self._quick_progress())

    def _end(self) -> None:
        """What was found.  Quick presses that were not made leave the lock-out as it is."""
        found = self._fit = press_rules.fit(self.times, self._quick, self.settings.debounce)
        say = guide_text(
            "speed_found",
            mean=f"{found.mean:.2f}",
            time=f"{found.scan_time:.2f}",
            now=f"{self.settings.scan_time:.2f}",
        )
        if found.varies:
            say = f"{say} {guide_text('speed_varies')}"
        quicker = found.quicker if self.settings.late_press_learning else None
        if quicker is not None:
            say = f"{say} {guide_text('speed_quicker', time=f'{quicker.scan_time:.2f}')}"
        offered = ("use", "quicker", "again", "keep") if quicker else ("use", "again", "keep")
        cells = [choice(name) for name in offered]
        self.show("result", say, *cells, figures=self._figures(found))

    def _figures(self, found: Fit) -> tuple[tuple[str, str], ...]:
        extra = replace(
            self.settings, scan_time=found.scan_time, first_row_extra=found.first_extra
        ).first_row_delay
        lock_out = self.settings.lock_out if found.lock_out is None else found.lock_out
        repeat = () if found.repeat is None else (("repeat", seconds(found.repeat)),)
        named = (
            ("mean", seconds(found.mean)),
            ("deviation", seconds(found.deviation)),
            ("variation", f"{found.variation:.2f}"),
            ("by_ratio", seconds(found.by_ratio)),
            ("by_spread", seconds(found.by_spread)),
            ("scan_time", seconds(found.scan_time)),
            *repeat,
            ("first_items", seconds(extra)),
            ("lock_out", seconds(lock_out)),
            ("missed", str(self._missed)),
            ("early", str(self._early)),
        )
        return tuple((guide_text(key), value) for key, value in named)
