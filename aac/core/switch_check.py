"""Check my switch: what this switch and this person can do together (guidance G6, G20, G28).

Thirty seconds of presses, three long presses, three presses in four seconds; then what that
allows, to be turned on or not.  The long presses tell the release delay too: each is held until
the light goes out, at a moment that cannot be foreseen, so a weak hand presses three times and
not six.
"""

from __future__ import annotations

from dataclasses import replace

from aac.core.check_result import figures, offers, summary, turned_on
from aac.core.figures import median
from aac.core.guide import NO_PRESS, Guide, Outcome, choice
from aac.core.press_rules import LONG_PRESSES
from aac.core.switch_timing import CALL_AFTER_LONG
from aac.model.guide_words import guide_text
from aac.model.measures import Measures, SwitchCheck
from aac.model.settings import Settings

COUNT_FOR = 30.0  # G6: the Click-Test-30
THREE, THREE_WITHIN = 3, 4.0  # G28
THREE_TRIES = 2
LIGHT_OUT_LATER = 1.0  # the light goes out up to so long after the press is a long one
DARK_BETWEEN = 1.5


class CheckGuide(Guide):
    """``found``: what was measured, once the presses were counted."""

    title = "check_title"
    measures_long_presses = True

    def __init__(self, settings: Settings, now: float) -> None:
        super().__init__(settings, now)
        self._begin_anew()

    def _begin_anew(self) -> None:
        self.found = SwitchCheck()
        self._presses: list[float] = []
        self._lasted: list[float] = []
        self._delays: list[float] = []
        self._down: float | None = None
        self._out_at: float | None = None
        self._holds = self._threes = 0
        self._until: float | None = None
        self._resumes = ""
        self._ended = False
        self._summary = self._said = ""
        self._kept: SwitchCheck | None = None
        self.show("count", guide_text("check_count"))

    def use(self, settings: Settings) -> None:
        super().use(settings)
        if self._ended:
            said, self._said = self._said, ""
            self._result(said)

    def go(self, now: float) -> None:
        if self.screen.key in ("count", "hold", "three", "three-again"):
            self._down = self._out_at = None
            self.light(True)
            self.deadline = now + NO_PRESS

    def press(self, at: float, now: float) -> None:
        self._down = at
        match self.screen.key:
            case "count":
                self._until = self._until or at + COUNT_FOR
                self.deadline = self._until
                if at <= self._until:
                    self._presses.append(at)
            case "hold" if self.screen.lit:
                hold = self.settings.long_press_time + self.waits.next(0.0, LIGHT_OUT_LATER)
                self.deadline = max(now, at + hold)
            case "three" | "three-again":
                self._third(at)

    def release(self, at: float, now: float) -> None:
        down, self._down = self._down, None
        if down is None:
            return
        if self.screen.key == "count":
            self._lasted.append(at - down)
        elif self.screen.key == "hold" and (self.screen.lit or self._out_at is not None):
            self._held(at - down, at, now)

    def wake(self, now: float) -> None:
        if not self.due(now):
            return
        match self.screen.key:
            case "count" if self._until is not None:
                self._counted()
            case "hold" if not self.screen.lit and self._out_at is None:
                self.go(now)  # the next of the three
            case "hold" if self._down is not None:
                self._out_at = now
                self.light(False)
                self.deadline = None  # it ends when the switch is let go, or is held too long
            case "three" | "three-again" if self._until is not None:
                self._not_three()
            case _:
                self.pause()

    def pause(self) -> None:
        key = self.screen.key
        if not self.screen.cells:
            self._resumes = key
            self._down = self._out_at = None
            cells = choice("go_on"), choice("stop")
            self.show("rest", guide_text("rest"), *cells, progress=self.screen.panel.progress)

    def answer(self, cell_id: str) -> Outcome:
        match cell_id:
            case "guide-go_on":
                self._resume()
            case "guide-again":
                self._begin_anew()
            case "guide-use_long" | "guide-use_three" | "guide-use_route":
                self.changes, self._said = turned_on(cell_id.removeprefix("guide-"))
                return Outcome.ADOPT
            case _:
                return Outcome.LEAVE
        return Outcome.STAY

    def learned(self, measures: Measures, at: float) -> Measures:
        """What was measured is so, whatever is chosen afterwards.

        A check that rests may end there: what it has not come to stays as it was known.
        """
        found, before = self.found, measures.check or SwitchCheck()
        if found in (SwitchCheck(), self._kept) or not self.screen.cells:
            return measures
        self._kept = found
        if not self._ended:
            found = replace(found, three_presses=before.three_presses)
        if self._holds < LONG_PRESSES:
            found = replace(found, release=before.release, long_presses=before.long_presses)
        return replace(measures, check=replace(found, at=at))

    # ------------------------------------------------------------------------- the measuring

    def _counted(self) -> None:
        gaps = [
            later - press for press, later in zip(self._presses, self._presses[1:], strict=False)
        ]
        self.found = SwitchCheck(
            presses=len(self._presses),
            held=median(self._lasted),
            repeat=min(gaps, default=0.0),
        )
        self._until = None
        self.show("hold", guide_text("check_hold"), progress=self._hold_progress())

    def _hold_progress(self) -> str:
        return guide_text("progress", n=min(self._holds + 1, LONG_PRESSES), most=LONG_PRESSES)

    def _held(self, lasted: float, at: float, now: float) -> None:
        """One of the three was let go: long enough, and not so long that it would call?"""
        call = max(
            self.settings.long_press_call_time, self.settings.long_press_time + CALL_AFTER_LONG
        )
        worked = self.settings.long_press_time <= lasted < call
        if self._out_at is not None:
            self._delays.append(max(0.0, at - self._out_at))
        self._out_at = None
        self._holds += 1
        self.found = replace(
            self.found,
            release=median(self._delays),
            long_presses=self.found.long_presses + worked,
        )
        if self._holds == LONG_PRESSES:
            self._until = None
            self.show("three", guide_text("check_three"))
        else:
            self.light(False, progress=self._hold_progress())
            self.deadline = now + DARK_BETWEEN

    def _third(self, at: float) -> None:
        if self._until is None:
            self._until, self._threes = at + THREE_WITHIN, 0
        self._threes += at <= self._until
        self.light(True, progress=guide_text("progress", n=self._threes, most=THREE))
        self.deadline = self._until
        if self._threes == THREE:
            self.found = replace(self.found, three_presses=True)
            self._end()

    def _not_three(self) -> None:
        self._until = None
        if self.screen.key == "three":
            self.show("three-again", guide_text("check_three_again"))
        else:
            self._end()

    def _resume(self) -> None:
        """Go on where the rest began; presses that were being counted are counted anew."""
        says = {"count": "check_count", "hold": "check_hold"}
        if self._resumes == "count":
            self._presses, self._lasted = [], []
        self._until = None
        progress = self._hold_progress() if self._resumes == "hold" else ""
        say = guide_text(says.get(self._resumes, "check_three"))
        self.show(self._resumes, say, progress=progress)

    # ---------------------------------------------------------------------------- the result

    def _end(self) -> None:
        self._ended = True
        self._summary = summary(self.settings, self.found)
        self._result(self._summary)

    def _result(self, say: str) -> None:
        """``say``: the summary at first, and then what was turned on; nothing after an undo."""
        cells = (*offers(self.settings, self.found), choice("done"), choice("again"))
        key = " ".join(("result", *(cell.id for cell in cells)))
        self.show(key, say, *cells, text=say or self._summary, figures=figures(self.found))
