"""Putting to use what a guide has found: settings that the person chose, and what is now known."""

from __future__ import annotations

from dataclasses import replace

from aac.core.choices import Choices
from aac.core.guide import Guide
from aac.core.moment import Deed
from aac.core.press_rules import unmeasured
from aac.model.events import Effect, SaveMeasures
from aac.model.guide_words import unmeasured_text
from aac.model.measures import Calibration
from aac.model.notice import Notice, NoticeKind
from aac.model.settings import Settings, with_values


class Adopting:
    def __init__(self, choices: Choices) -> None:
        self._choices = choices
        self._before: tuple[Settings, Calibration | None] | None = None

    def adopt(self, guide: Guide, now: float) -> list[Effect]:
        """Take the guide's settings; one undo takes them back."""
        before, measuring = self._choices.moment, self._choices.measuring
        settings = with_values(before.settings, guide.changes)
        if settings != before.settings:
            self._before = before.settings, measuring.measures.calibration
        notice = None
        if "scan_time" in guide.changes:
            notice = Notice(NoticeKind.SPEED, f"{settings.scan_time:.2f}")
        deed = Deed(replace(before, settings=settings), notice=notice)
        return self._choices.done(deed, before.work.use, now) + self.keep(guide, now)

    def keep(self, guide: Guide, now: float) -> list[Effect]:
        """Save what the guide knows by now."""
        measuring = self._choices.measuring
        learned = guide.learned(measuring.measures, measuring.wall(now))
        if learned == measuring.measures:
            return []
        measuring.measures = learned
        self._choices.stage.use_timing(learned.timing)
        return [SaveMeasures(learned)]

    def allowed(self, wanted: Settings, now: float) -> Settings:
        """What a helper may set: some settings only once they were measured (G20, G28)."""
        check = self._choices.measuring.measures.check
        missing = unmeasured(self._choices.moment.settings, check)
        refused = [key for key in sorted(missing) if getattr(wanted, key)]
        for key in refused:
            self._choices.notices.add(Notice(NoticeKind.UNMEASURED, unmeasured_text(key)), now)
        return with_values(wanted, dict.fromkeys(refused, False))

    def taken_back(self) -> list[Effect]:
        """A calibration whose settings were undone was not accepted after all.

        What was learned of the person's presses stays known.
        """
        if self._before is None or self._choices.moment.settings != self._before[0]:
            return []
        measuring, (_, calibration) = self._choices.measuring, self._before
        self._before = None
        if measuring.measures.calibration == calibration:
            return []
        measuring.measures = replace(measuring.measures, calibration=calibration)
        return [SaveMeasures(measuring.measures)]
