"""What Wren changes, offers or advises from what it has measured, and when.

Never within a word (G11); advice, offers and the hours of the clock wait until no message is being
written (G21).
"""

from __future__ import annotations

from dataclasses import replace

from aac.core.adviser import advice
from aac.core.day_course import OFFERED_EVERY, TiredHours
from aac.core.measured_table import measured_table
from aac.core.measuring import Measuring
from aac.core.message import split_word
from aac.core.moment import Moment
from aac.core.offer_use import advised
from aac.core.presets import TIRED, other_preset
from aac.core.speed import set_by_hand, speed_notice, with_speed
from aac.core.tuning import preset_notice
from aac.model.advice import Advice
from aac.model.board import Cell, Do
from aac.model.commands import Command
from aac.model.measures import PutOff
from aac.model.notice import Notice, NoticeKind
from aac.model.view import OfferUse, Page

DAY = 86_400.0
# Advice that was answered so does not come again for so long: proposals.
PUT_OFF = {
    Command.ADVICE_LATER: DAY,
    Command.APPLY_ADVICE: 7 * DAY,
    Command.ADVICE_NO: 30 * DAY,
}


class Proposing:
    """Between choices; it is told of each and of each new moment."""

    def __init__(self, measuring: Measuring) -> None:
        self._measuring = measuring
        self._hours = TiredHours()
        self._told_on: int | None = None

    def acted(self, cell: Cell, moment: Moment, now: float) -> None:
        """A cell acts; ``moment``: as it was before."""
        self._measuring.acted(cell, writing=moment.writing, now=now)
        match cell.action:
            case Do(command) if command in PUT_OFF and moment.advice is not None:
                self._put_off(moment.advice, self._measuring.wall(now) + PUT_OFF[command])
            case Do(Command.UNDO_SPEED):
                self._measuring.speed.leave_alone()
            case Do(Command.FORGET_MEASURES):
                self._measuring.forget()

    def becoming(self, before: Moment, after: Moment, page: Page, now: float) -> Moment:
        """The moment ``after`` with what this page shows of the presses."""
        if after.settings is not before.settings:
            settings = set_by_hand(before.settings, after.settings)
            after = replace(after, settings=settings)
        if page not in (Page.ADVICE, Page.SETTINGS):
            shown = after.advice or after.measured
            return replace(after, advice=None, measured=()) if shown else after
        wall = self._measuring.wall(now)
        table = measured_table(self._measuring.measures, after.settings, wall)
        return replace(after, advice=self.advice(after, now), measured=table)

    def advice(self, moment: Moment, now: float) -> Advice | None:
        """The one piece of advice there is now."""
        measuring, settings = self._measuring, moment.settings
        if not settings.measure_presses:
            return None
        if settings.adaptive_speed == "suggest":
            put_off = {each.kind for each in measuring.measures.put_off
                       if each.until > measuring.wall(now)}  # fmt: skip
            found = measuring.speed.advice(settings)
            if found is not None and found.kind not in put_off:
                return found
        return advice(measuring.measures, settings, measuring.wall(now))

    def after(self, moment: Moment, use: OfferUse, now: float) -> tuple[Moment, list[Notice]]:
        """The moment after a choice, with what Wren changes by itself, and what has to be told.

        ``use``: of the offers, with this choice.
        """
        use, unused = advised(use)
        self._measuring.rarely_used({notice.kind for notice in unused})
        moment = replace(moment, work=replace(moment.work, use=use))
        moment, adapted = self._adapted(moment)
        notices = [*unused, *adapted]
        if moment.writing:
            return moment, notices
        for propose in (self._by_the_clock, self._offered_slower, self._advised):
            moment, more = propose(moment, now)
            notices += more
        return moment, notices

    def _adapted(self, moment: Moment) -> tuple[Moment, list[Notice]]:
        """G11."""
        within_a_word = split_word(moment.message)[1] and not moment.starts_anew
        if moment.settings.adaptive_speed != "automatic" or within_a_word:
            return moment, []
        new = self._measuring.speed.wanted(moment.settings)
        if new is None:
            return moment, []
        self._measuring.changed_by_wren()
        slower = new > moment.settings.scan_time
        kind = NoticeKind.MADE_SLOWER if slower else NoticeKind.MADE_FASTER
        settings = with_speed(moment.settings, new, by_wren=True)
        return replace(moment, settings=settings), [speed_notice(settings, kind)]

    def _by_the_clock(self, moment: Moment, now: float) -> tuple[Moment, list[Notice]]:
        """G27: the tired hours."""
        if not self._hours.asks(moment.settings, self._measuring.hour(now)):
            return moment, []
        settings = other_preset(moment.settings)
        return replace(moment, settings=settings), [preset_notice(settings)]

    def _offered_slower(self, moment: Moment, now: float) -> tuple[Moment, list[Notice]]:
        """G29: offered once, as two cells among the tools; they go when they were not taken."""
        measuring, wall = self._measuring, self._measuring.wall(now)
        measures = measuring.measures
        today = measures.days[-1] if measures.days else None
        slower = today is not None and measuring.lately.much_slower(today, wall)
        if moment.settings.preset == TIRED or today is None or not slower:
            return replace(moment, slower_offered=False), []
        if not today.tired:
            measures = replace(measures, days=(*measures.days[:-1], replace(today, tired=True)))
        due = wall - measures.offered_slower >= OFFERED_EVERY or not measures.offered_slower
        if due:
            measures = replace(measures, offered_slower=wall)
            moment = replace(moment, slower_offered=True)
        measuring.measures = measures
        return moment, [Notice(NoticeKind.SLOW_DOWN)] if due else []

    def _advised(self, moment: Moment, now: float) -> tuple[Moment, list[Notice]]:
        """That there is advice is told once a day."""
        today = self._measuring.today(now)
        if self._told_on == today or self.advice(moment, now) is None:
            return moment, []
        self._told_on = today
        return moment, [Notice(NoticeKind.ADVICE)]

    def _put_off(self, given: Advice, until: float) -> None:
        measures = self._measuring.measures
        others = tuple(each for each in measures.put_off if each.kind != given.kind)
        put_off = (*others, PutOff(given.kind.value, until))
        self._measuring.measures = replace(measures, put_off=put_off)
