"""Night mode (guidance G44): a black screen, and a press that rings the bell; nothing else.

It is a setting, so that it is still night when Wren has started again.  While a call sounds, the
page of the call is scanned as ever, and so are the boards behind it; a cell of that page ends the
night, with the one switch too.
"""

from __future__ import annotations

from aac.core.choices import Choices
from aac.core.signals import CallPressed, LongPressed, Pressed, Signal
from aac.model.events import Effect
from aac.model.sounds import Click, ClickKind
from aac.model.view import Page


class Night:
    """Stands before the scan while it is night."""

    def __init__(self, choices: Choices) -> None:
        self._choices = choices
        self._was_night = False

    @property
    def _is_night(self) -> bool:
        return self._choices.moment.settings.night

    def takes(self, signal: Signal) -> bool:
        """Whether this movement of a switch rings, and does nothing else."""
        calling = self._choices.bell.alert is not None
        is_press = isinstance(signal, Pressed | LongPressed | CallPressed)
        return self._is_night and not calling and is_press

    def take(self, now: float) -> list[Effect]:
        """Ring."""
        accepted = self._choices.moment.settings.accept_sound
        clicks: list[Effect] = [Click(ClickKind.ACCEPT)] if accepted else []
        return clicks + self._choices.call(now)

    def follow(self, now: float) -> list[Effect]:
        """After any event: the night's page is there as long as it is night and nobody calls."""
        choices, stage = self._choices, self._choices.stage
        was_night, self._was_night = self._was_night, self._is_night
        if not self._is_night:
            ended = was_night and stage.page is Page.NIGHT
            return choices.turn_to(Page.BOARD, now) if ended else []
        if choices.bell.alert is not None:
            return []
        effects = [] if stage.page is Page.NIGHT else choices.turn_to(Page.NIGHT, now)
        if not stage.scanner.resting:
            stage.rest()
        return effects
