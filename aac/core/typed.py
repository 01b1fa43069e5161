"""A message that has arrived in another program: it is finished, as if it had been spoken."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from aac.core.moment import Moment
from aac.core.stage import Stage
from aac.model.events import Effect, Save


class Writes(Protocol):
    """What `Choices` has of writing."""

    moment: Moment
    stage: Stage


def text_typed(choices: Writes, text: str) -> list[Effect]:
    """The next letter begins anew, unless the message was changed meanwhile.

    The light stays where it is, because this comes in the middle of the scan.
    """
    work = choices.moment.work
    if not text or work.finished or work.text.strip() != text.strip():
        return []
    choices.moment = replace(choices.moment, work=replace(work, finished=True))
    return [Save(choices.moment.work), *choices.stage.show(choices.moment)]
