"""Night mode (guidance G44): a black screen, and a press that rings the bell; nothing else.

It is a setting, so that it is still night when Wren has started again.  For ten seconds after a
call nothing is lit and every press makes it an alarm (G42): who presses again in fear must not
answer the own call.  Then the page of the call is scanned as ever, and so are the boards behind it;
a cell of that page ends the night, with the one switch too.
"""

from __future__ import annotations

from aac.core.bell import ESCALATE_WITHIN
from aac.core.choices import Choices
from aac.core.night_hours import NightHours
from aac.core.signals import CallPressed, LongPressed, Pressed, Signal
from aac.core.steering import changed_setting
from aac.model.commands import Command
from aac.model.events import Effect
from aac.model.sounds import Click, ClickKind
from aac.model.view import Page


class Night:
    """Stands before the scan while it is night.  ``hours``: when it begins by the clock."""

    def __init__(self, choices: Choices) -> None:
        self._choices = choices
        self.hours = NightHours()
        self._was_night = False
        self._was_calling = False
        self._alarm_until: float | None = None

    @property
    def _is_night(self) -> bool:
        return self._choices.moment.settings.night

    @property
    def deadline(self) -> float | None:
        """When the page of the call begins to be scanned, or the night to begin or to end."""
        times = (self._alarm_until, self.hours.deadline(self._choices.moment.settings))
        return min((time for time in times if time is not None), default=None)

    def takes(self, signal: Signal) -> bool:
        """Whether this movement of a switch rings, and does nothing else."""
        calling = self._choices.bell.alert is not None and self._alarm_until is None
        is_press = isinstance(signal, Pressed | LongPressed | CallPressed)
        return self._is_night and not calling and is_press

    def take(self, now: float) -> list[Effect]:
        """Ring."""
        accepted = self._choices.moment.settings.accept_sound
        clicks: list[Effect] = [Click(ClickKind.ACCEPT)] if accepted else []
        self._was_calling = False  # ten seconds more
        return clicks + self._choices.call(now)

    def follow(self, now: float) -> list[Effect]:
        """After any event: the night's page is there as long as it is night and nobody calls."""
        choices, stage = self._choices, self._choices.stage
        effects = self._by_the_clock(now)
        was_night, self._was_night = self._was_night, self._is_night
        was_calling, self._was_calling = self._was_calling, choices.bell.alert is not None
        if not self._is_night:
            self._alarm_until = None
            ended = was_night and stage.page is Page.NIGHT
            return effects + (choices.turn_to(Page.BOARD, now) if ended else [])
        if choices.bell.alert is not None:
            self._hold_the_light(now, first=not was_calling)
            return effects
        self._alarm_until = None
        effects += [] if stage.page is Page.NIGHT else choices.turn_to(Page.NIGHT, now)
        if not stage.scanner.resting:
            stage.rest()
        return effects

    def _hold_the_light(self, now: float, *, first: bool) -> None:
        """Nothing is lit while a press makes the call an alarm."""
        stage = self._choices.stage
        if first:
            self._alarm_until = now + ESCALATE_WITHIN
        if self._alarm_until is None:
            return
        if now < self._alarm_until and stage.page is Page.ALERT:
            stage.wait()
            return
        self._alarm_until = None
        if stage.page is Page.ALERT:
            stage.scan(now)

    def _by_the_clock(self, now: float) -> list[Effect]:
        """Between two messages, never in the middle of something, and not what Undo takes back."""
        choices, stage = self._choices, self._choices.stage
        free = stage.page is Page.BOARD and choices.bell.alert is None and not choices.voice.waiting
        calm = free and stage.asking is None and stage.scanner.resting
        if not self.hours.changes(choices.moment.settings, now, calm=calm, free=free):
            return []
        deed = changed_setting(Command.NIGHT, choices.moment)
        if deed.notice:
            choices.notices.tell(deed.notice, now)
        return choices.change_settings(deed.moment.settings, now)
