"""What movements of switches do that have a command of their own."""

from __future__ import annotations

from aac.core.choices import Choices
from aac.core.direct import Commanded, DirectSwitches, Told, command_cell
from aac.core.signals import HeldTooLong
from aac.model.events import CommandPressed, CommandReleased, Effect
from aac.model.notice import Notice, NoticeKind
from aac.model.sounds import Click, ClickKind


class ByCommand:
    """Such a command acts in every state, whatever is lit, said or asked."""

    def __init__(self, choices: Choices) -> None:
        self._choices = choices
        self._stage = choices.stage
        self._direct = DirectSwitches(choices.moment.settings)

    @property
    def deadline(self) -> float | None:
        return self._direct.deadline

    def moved(self, event: CommandPressed | CommandReleased, now: float) -> list[Effect]:
        """Such a switch went down or up."""
        self._direct.use(self._choices.moment.settings)
        return self._do(self._direct.handle(event, now if event.at is None else event.at), now)

    def wake(self, now: float) -> list[Effect]:
        """What the passing of time means for one that is down."""
        self._direct.use(self._choices.moment.settings)
        return self._do(self._direct.wake(now), now)

    def _do(self, told: list[Told], now: float) -> list[Effect]:
        """One that is held too long stops the scan and says so (G6).

        A press of another switch wakes it: a button under somebody's cushion must not take the
        person's voice.
        """
        effects: list[Effect] = []
        for one in told:
            match one:
                case Commanded(command):
                    effects += self._choices.act(command_cell(command), now)
                case HeldTooLong():
                    effects += self._held(now)
                case _:
                    if self._stage.scanner.resting:
                        self._choices.go_on(now)
        return effects

    def _held(self, now: float) -> list[Effect]:
        kind = NoticeKind.SWITCH_HELD_POINTING if self._stage.pointing else NoticeKind.SWITCH_HELD
        if not self._stage.pointing:
            self._choices.measuring.interrupted()
            self._stage.rest()
        self._choices.notices.tell(Notice(kind), now)
        return [Click(ClickKind.HELD)]
