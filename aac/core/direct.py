"""Switches with a direct command: speak, call, rest, undo, or a phrase, without the scan.

Their presses are judged as all presses are: bounces, the lock-out, the acceptance time and the
held-switch limit.  A long press means nothing here, because such a switch has but one meaning.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import inf

from aac.core.signals import HeldEnded, HeldTooLong, Pressed, Signal
from aac.core.switch_filter import SwitchFilter
from aac.core.switch_timing import Timing
from aac.model.board import Action, Cell, Do, Look, SayPhrase
from aac.model.commands import Command
from aac.model.events import CommandPressed, CommandReleased, SwitchPressed, SwitchReleased
from aac.model.settings import Settings
from aac.model.switch_map import Direct, DirectKind

COMMANDS: Mapping[DirectKind, Command] = {
    DirectKind.SPEAK: Command.SPEAK,
    DirectKind.CALL: Command.CALL,
    DirectKind.REST: Command.REST,
    DirectKind.UNDO: Command.UNDO,
}


@dataclass(frozen=True)
class Commanded:
    """A direct command counts."""

    command: Direct


Told = Commanded | HeldTooLong | HeldEnded


class DirectSwitches:
    """Movements of such switches in, what they mean out.  Times in seconds."""

    def __init__(self, settings: Settings) -> None:
        self._timing = _timing(settings)
        self._filter = SwitchFilter(self._timing)
        self._numbers: dict[Direct, int] = {}

    @property
    def deadline(self) -> float | None:
        """When to be woken, or None."""
        return self._filter.deadline

    def use(self, settings: Settings) -> None:
        """Follow the settings; a switch that is down stays known."""
        timing = _timing(settings)
        if timing != self._timing:
            former, self._filter = self._filter, SwitchFilter(timing)
            self._filter.keep_down(former)
            self._timing = timing

    def handle(self, event: CommandPressed | CommandReleased, at: float) -> list[Told]:
        """What a movement at time ``at`` means."""
        number = self._numbers.setdefault(event.command, len(self._numbers))
        down = isinstance(event, CommandPressed)
        movement = SwitchPressed(number) if down else SwitchReleased(number)
        return self._told(self._filter.handle(movement, at))

    def wake(self, now: float) -> list[Told]:
        """What the passing of time means."""
        return self._told(self._filter.wake(now))

    def _told(self, signals: list[Signal]) -> list[Told]:
        told: list[Told] = []
        commands = list(self._numbers)
        for signal in signals:
            if isinstance(signal, Pressed):
                told.append(Commanded(commands[signal.switch]))
            elif isinstance(signal, HeldTooLong | HeldEnded):
                told.append(signal)
        return told


def command_cell(command: Direct) -> Cell:
    """The cell that does the same.  Its phrases are spoken at once, as those of the strip are."""
    action: Action = (
        SayPhrase(command.text) if command.kind is DirectKind.SAY else Do(COMMANDS[command.kind])
    )
    return Cell(f"direct-{command.kind}", command.text, action, Look.STRIP)


def _timing(settings: Settings) -> Timing:
    timing = Timing.of(settings)
    return replace(timing, held=settings.held_limit, long=inf, call=inf)
