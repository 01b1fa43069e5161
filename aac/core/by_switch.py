"""What movements of a switch do, once the filter has told what they mean."""

from __future__ import annotations

from aac.core.by_pointer import ByPointer
from aac.core.choices import Choices
from aac.core.guiding import Guiding
from aac.core.night import Night
from aac.core.rest_call import RestCall
from aac.core.scan_tree import Leaf
from aac.core.signals import (
    CallPressed,
    HeldTooLong,
    LongPressed,
    Pressed,
    Released,
    Signal,
)
from aac.model.events import Effect, SwitchPressed, SwitchReleased
from aac.model.notice import Notice, NoticeKind
from aac.model.sounds import Click, ClickKind


class BySwitch:
    """A movement goes through the filter; what counts goes to the scan, or, while the voice speaks
    or the scan rests, does what these need."""

    def __init__(self, choices: Choices, guiding: Guiding, by_pointer: ByPointer) -> None:
        self._choices = choices
        self._guiding = guiding
        self._by_pointer = by_pointer
        self._measuring = choices.measuring
        self._stage = choices.stage
        self._voice = choices.voice
        self._rest_call = RestCall()
        self.night = Night(choices)

    def moved(self, event: SwitchPressed | SwitchReleased, now: float) -> list[Effect]:
        """A switch went down or up."""
        when = now if event.at is None else event.at
        return self._signals(self._stage.filter.handle(event, when), now)

    def wake(self, now: float) -> list[Effect]:
        """What the passing of time means for a switch that is down."""
        return self._signals(self._stage.filter.wake(now), now)

    def choose(self, chosen: Leaf | None, at: float, now: float) -> list[Effect]:
        """A movement made at ``at``, or time, has chosen a cell, gone into a group, or neither."""
        self._measuring.follow(self._stage.scanner, at)
        return self._guiding.choose(chosen, now) if chosen else []

    def _signals(self, signals: list[Signal], now: float) -> list[Effect]:
        return [effect for signal in signals for effect in self._signal(signal, now)]

    def _signal(self, signal: Signal, now: float) -> list[Effect]:
        if self.night.takes(signal):
            return self.night.take(now)
        if self._guiding.takes(signal):
            return self._guiding.take(signal, now)
        match signal:
            case Pressed(switch, at):
                return self._pressed(switch, at, now)
            case Released(switch, at):
                return self.choose(self._stage.scanner.release(switch, at, now), at, now)
            case LongPressed():
                return self._long_pressed(now)
            case CallPressed():
                return self._choices.call(now)
            case HeldTooLong() if self._stage.pointing:
                self._choices.notices.tell(Notice(NoticeKind.SWITCH_HELD_POINTING), now)
                return [Click(ClickKind.HELD)]
            case HeldTooLong():
                self._measuring.interrupted()
                self._stage.rest()
                self._choices.notices.tell(Notice(NoticeKind.SWITCH_HELD), now)
                return [Click(ClickKind.HELD)]
            case _:  # it is held no longer
                if not self._stage.pointing:
                    self._choices.go_on(now)
                return []

    def _pressed(self, switch: int, at: float, now: float) -> list[Effect]:
        accepted = self._choices.moment.settings.accept_sound
        clicks: list[Effect] = [Click(ClickKind.ACCEPT)] if accepted else []
        on = self._choices.moment.settings.three_presses_call
        if self._rest_call.pressed(at, self._stage.scanner) and on:
            return clicks + self._choices.call(now)
        if self._stage.pointing and not self._stage.filter.held:
            return clicks + self._by_pointer.back_to_switch(now)
        if self._voice.waiting:  # G15: the first press stops the voice and chooses nothing
            return self._choices.hush(now)
        if self._stage.filter.held:
            return []  # another switch is stuck
        scanner = self._stage.scanner
        before = scanner.spot, scanner.time.since
        chosen = scanner.press(switch, at, now)
        if chosen is None and (scanner.spot, scanner.time.since) == before:
            return []  # it did not count
        return clicks + self.choose(chosen, at, now)

    def _long_pressed(self, now: float) -> list[Effect]:
        """Back, or where there is no way back undo (G20, G24); it too only wakes or stops."""
        if self._stage.pointing and not self._stage.filter.held:
            return self._by_pointer.back_to_switch(now)
        if self._voice.waiting:
            return self._choices.hush(now)
        if self._stage.asking is not None:
            return self._choices.decline(now)
        if self._stage.filter.held:
            return []
        if self._stage.scanner.resting:
            self._stage.scanner.wake_up(now)
            return []
        if self._stage.scanner.go_back(now):
            return []
        return self._guiding.undo(now)
