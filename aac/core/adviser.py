"""One piece of advice at a time from what was measured: errors first, speed second (G21, G22).

Pure.  The evidence is what was counted since the timing was changed last, so no advice is given
twice for the same presses.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from aac.core.figures import deviation, mean, median
from aac.core.limits import within
from aac.core.rule_time import FEWEST, recent_times, suggested_time
from aac.model.advice import Advice, AdviceKind
from aac.model.advice_words import advice_text
from aac.model.declared import Value
from aac.model.measures import Measures
from aac.model.settings import Settings

MANY_ERRORS = 25.0  # G22: for a hundred correct selections
IRREGULAR = 0.27  # G9: deviation / mean
# The guidance names no thresholds for the kinds of error; these are proposals.
OFTEN = 0.05  # of the correct selections
FIRST_ROW_OFTEN = 0.03
FEW_ERRORS = 10.0
WAITS = 0.5  # G11: of the scan time
# Steps of the light for a character (G31), for boards with another order.
STEPS = {
    "alphabet-qwerty": 6.38,
    "alphabet-aeiou": 6.21,
    "alphabet-abc": 6.03,
    "alphabet-abc-space-first": 5.15,
}
BEST_ORDER, BEST_STEPS = "alphabet-frequency", 4.25
MONTH, WEEK = 30 * 86_400.0, 7 * 86_400.0
TIRED_DAYS = 2  # of seven


def advice(measures: Measures, settings: Settings, wall: float) -> Advice | None:
    """What may help most, if anything; what was put off waits."""
    case = _Case(measures, settings, wall)
    put_off = {each.kind for each in measures.put_off if each.until > wall}
    known = measures.tally.correct >= FEWEST
    errors = measures.tally.error_percent > MANY_ERRORS
    steps = (ERRORS_FIRST if errors else SPEED_SECOND) if known else ()
    for step in (*steps, _retest):
        found = step(case)
        if found is not None and found.kind not in put_off and not _holds(found, settings):
            return found
    return None


def _holds(found: Advice, settings: Settings) -> bool:
    """Whether all that is advised is so already, as at the end of a range."""
    changes = found.changes
    return bool(changes) and all(getattr(settings, key) == value for key, value in changes)


@dataclass(frozen=True)
class _Case:
    measures: Measures
    settings: Settings
    wall: float

    @property
    def times(self) -> tuple[float, ...]:
        """Press times, where there are enough of them."""
        times = recent_times(self.measures, self.wall)
        return times if len(times) >= FEWEST else ()

    @property
    def method(self) -> bool:
        """Whether the light moves by itself, so that longer times are what helps."""
        return self.settings.scan_method == "automatic"

    def often(self, count: int, share: float = OFTEN) -> bool:
        return count > share * self.measures.tally.correct

    def words(self, kind: AdviceKind, **more: str) -> Advice:
        """Advice of this kind without changes."""
        tally, times = self.measures.tally, self.times
        parts = {
            "count": str(tally.correct),
            "percent": f"{tally.error_percent:.0f}",
            "wrong": str(tally.wrong),
            "missed": str(tally.missed),
            "stray": str(tally.stray),
        }
        if times:
            parts |= {"mean": f"{mean(times):.2f}", "deviation": f"{deviation(times):.2f}"}
        return Advice(kind, *advice_text(kind, **{**parts, **more}))

    def number(self, kind: AdviceKind, key: str, old: float, new: float, **more: str) -> Advice:
        """Advice to set one number, where that changes anything."""
        new = within(key, new)
        words = self.words(kind, old=f"{old:.2f}", new=f"{new:.2f}", **more)
        return Advice(kind, words.evidence, words.proposal, ((key, new),))

    def longer(self, kind: AdviceKind, **more: str) -> Advice:
        """A scan time that is 15 % longer (G22)."""
        old = self.settings.scan_time
        return self.number(kind, "scan_time", old, old * 1.15, **more)


def _irregular(case: _Case) -> Advice | None:
    times = case.times
    if times and deviation(times) > IRREGULAR * mean(times):
        return case.words(AdviceKind.IRREGULAR)
    return None


def _measured_time(case: _Case) -> Advice | None:
    new, old = suggested_time(case.measures, case.settings, case.wall), case.settings.scan_time
    if new is None or not case.method:
        return None
    count = str(len(case.times))
    return case.number(AdviceKind.MEASURED_TIME, "scan_time", old, new, count=count)


def _measured_longer(case: _Case) -> Advice | None:
    """With many errors only a longer time is advised."""
    found = _measured_time(case)
    new = dict(found.changes)["scan_time"] if found else None
    return found if isinstance(new, float) and new > case.settings.scan_time else None


def _late_first(case: _Case) -> Advice | None:
    late = case.measures.tally.late_first
    return case.longer(AdviceKind.LATE_FIRST, late=str(late)) if case.often(late) else None


def _late_next(case: _Case) -> Advice | None:
    late, old = case.measures.tally.late_next, case.settings.first_cell_delay
    new = old + 0.25 * case.settings.scan_time  # G22
    if not case.often(late) or within("first_cell_extra", new) <= old:
        return None
    return case.number(AdviceKind.LATE_NEXT, "first_cell_extra", old, new, late=str(late))


def _stray(case: _Case) -> Advice | None:
    old = case.settings.acceptance
    new = old + 0.15  # G22; up to half of T, G18
    if not case.often(case.measures.tally.stray) or new > case.settings.scan_time / 2:
        return None
    return case.number(AdviceKind.STRAY, "acceptance", old, new)


def _first_row(case: _Case) -> Advice | None:
    missed, settings = case.measures.tally.missed_first_row, case.settings
    if not case.often(missed, FIRST_ROW_OFTEN):
        return None
    old, times = settings.first_row_delay, str(missed)
    new = old + 0.25 * settings.scan_time
    if old < settings.scan_time and within("first_row_extra", new) > old:
        return case.number(AdviceKind.FIRST_ROW, "first_row_extra", old, new, missed=times)
    if settings.scan_start == "manual":
        return None
    words = case.words(AdviceKind.FIRST_ROW_START, missed=times)
    return _changing(words, scan_start="manual")


def _many_errors(case: _Case) -> Advice | None:
    return case.longer(AdviceKind.MANY_ERRORS) if case.method else None


def _waiting(case: _Case) -> Advice | None:
    tally, settings, times = case.measures.tally, case.settings, case.times
    old = settings.scan_time
    if not times or not case.method or median(times) >= WAITS * old:
        return None
    if tally.error_percent > FEW_ERRORS:
        return None
    found = case.number(
        AdviceKind.WAITING, "scan_time", old, 0.95 * old, median=f"{median(times):.2f}"
    )
    if case.often(tally.missed_first_row):
        return found
    return _changing(
        found,
        first_row_extra=within("first_row_extra", 0.75 * settings.first_row_delay),
        first_cell_extra=within("first_cell_extra", 0.75 * settings.first_cell_delay),
    )


def _offers_unused(case: _Case) -> Advice | None:
    settings, measures = case.settings, case.measures
    if not settings.prediction_on:
        return None
    if measures.words_unused and settings.predictions > 3:
        words = case.words(AdviceKind.WORDS_FEWER, old=str(settings.predictions), new="3")
        return _changing(words, predictions=3)
    if measures.words_unused and settings.predictions:
        return _changing(case.words(AdviceKind.WORDS_OFF), predictions=0)
    if measures.letters_unused and settings.likely_letters:
        return _changing(case.words(AdviceKind.LETTERS_OFF), likely_letters=0)
    return None


def _layout(case: _Case) -> Advice | None:
    settings = case.settings
    steps = STEPS.get(settings.spelling_board)
    if steps is None:
        return None
    words = case.words(AdviceKind.LAYOUT, old=f"{steps:.1f}", new=f"{BEST_STEPS:.1f}")
    if settings.home_board == settings.spelling_board:
        return _changing(words, spelling_board=BEST_ORDER, home_board=BEST_ORDER)
    return _changing(words, spelling_board=BEST_ORDER)


def _retest(case: _Case) -> Advice | None:
    """Measure once more: after another switch, after tiring days, monthly (G10)."""
    measures, wall = case.measures, case.wall
    at = measures.calibration.at if measures.calibration else 0.0
    if measures.switch_changed > at:
        return case.words(AdviceKind.RETEST_SWITCH)
    tired = sum(day.tired for day in measures.days if day.day > measures.days[-1].day - 7)
    if tired >= TIRED_DAYS and wall - at > WEEK:
        return case.words(AdviceKind.RETEST_TIRED, count=str(tired))
    if measures.calibration and wall - at > MONTH:
        return case.words(AdviceKind.RETEST_MONTH)
    return None


def _changing(words: Advice, **changes: Value) -> Advice:
    return Advice(words.kind, words.evidence, words.proposal, (*words.changes, *changes.items()))


Step = Callable[[_Case], Advice | None]
ERRORS_FIRST: tuple[Step, ...] = (
    _irregular,  # (a)
    _measured_longer,
    _late_first,  # (b)
    _late_next,  # (c)
    _stray,  # (d)
    _first_row,  # (e)
    _many_errors,
)
SPEED_SECOND: tuple[Step, ...] = (
    _measured_time,
    _waiting,  # (f)
    _offers_unused,  # (g)
    _layout,  # (h)
)
