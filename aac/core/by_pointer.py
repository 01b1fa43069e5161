"""What a pointer does: it chooses, it wakes; and how a press brings the scan back."""

from __future__ import annotations

from aac.core.access import switch_method, with_method
from aac.core.choices import Choices
from aac.core.guiding import Guiding
from aac.core.scan_tree import Leaf
from aac.core.steering import method_notice
from aac.model.events import Effect
from aac.model.pointing import Pointed
from aac.model.sounds import Click, ClickKind


class ByPointer:
    """The session's part for whoever points.  ``deadline``: when to be woken."""

    def __init__(self, choices: Choices, guiding: Guiding) -> None:
        self._choices = choices
        self._guiding = guiding
        self._stage = choices.stage

    @property
    def deadline(self) -> float | None:
        times = (self._stage.pointer.deadline, self._stage.question_until)
        return min((time for time in times if time is not None), default=None)

    def pointed(self, event: Pointed, now: float) -> list[Effect]:
        """What was due before the pointer moved comes first: it was chosen."""
        at = now if event.at is None else event.at
        effects = self._choose(self._stage.pointer.wake(at), now)
        factor = self._stage.dwell_factor(event.cell_id)
        cell_id = event.cell_id if factor else ""
        chosen = self._stage.pointer.handle(event.what, cell_id, at, factor)
        return effects + self._choose(chosen, now)

    def wake(self, now: float) -> list[Effect]:
        """Time passes: a dwell ends, or a question was left unanswered."""
        effects = self._choose(self._stage.pointer.wake(now), now)
        until = self._stage.question_until
        if until is not None and now >= until:
            effects += self._choices.decline(now)
        return effects

    def back_to_switch(self, now: float) -> list[Effect]:
        """Scan as this person last did; text, board and voice stay (G1, G7)."""
        effects = self._choices.hush(now) if self._choices.voice.waiting else []
        settings = self._choices.moment.settings
        settings = with_method(settings, switch_method(settings))
        effects += self._choices.change_settings(settings, now)
        self._choices.notices.tell(method_notice(settings), now)
        return effects

    def _choose(self, cell_id: str, now: float) -> list[Effect]:
        if not cell_id or not self._stage.dwell_factor(cell_id):
            return []
        sounds = self._choices.moment.settings.accept_sound
        clicks: list[Effect] = [Click(ClickKind.ACCEPT)] if sounds else []
        return clicks + self._choices.choose(Leaf(cell_id), now)
