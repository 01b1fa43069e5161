"""Undo of any choice, at least 50 levels (guidance G23)."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, replace

from aac.core.moment import Moment, Worded
from aac.model.declared import Value
from aac.model.settings import with_values
from aac.model.view import Work

LEVELS = 200


@dataclass(frozen=True)
class _Step:
    """How it was before: the work whole, of the settings only what the choice changed."""

    work: Work
    settings: Mapping[str, Value]
    private: bool
    worded: tuple[Worded, ...]


class Undo:
    """``depth``: choices that were made and not undone."""

    def __init__(self) -> None:
        self.depth = 0
        self._steps: deque[_Step] = deque(maxlen=LEVELS)

    def remember(self, before: Moment, after: Moment) -> None:
        """A choice led from one moment to the other."""
        old, new = vars(before.settings), vars(after.settings)
        changed = {key: value for key, value in old.items() if value != new[key]}
        self.depth += 1
        self._steps.append(_Step(before.work, changed, before.private, before.worded))

    def undone(self, moment: Moment) -> Moment | None:
        """The moment before the last choice, or None where there is none.

        Settings that were changed since by other means stay as they are, and so does the count
        of offers used.
        """
        if not self._steps:
            return None
        self.depth -= 1
        step = self._steps.pop()
        settings = with_values(moment.settings, step.settings)
        work = replace(step.work, use=moment.work.use)
        return replace(
            moment, work=work, settings=settings, private=step.private, worded=step.worded
        )

    def forget_history(self) -> None:
        """Last messages that were erased do not come back."""
        steps = [replace(step, work=replace(step.work, history=())) for step in self._steps]
        self._steps = deque(steps, maxlen=LEVELS)
