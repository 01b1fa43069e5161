"""Saying it again, and going on with a long message that was stopped (G50, G52)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from aac.core.moment import Deed
from aac.core.saying import say
from aac.model.events import Effect
from aac.model.notice import Notice, NoticeKind

if TYPE_CHECKING:
    from aac.core.choices import Choices


def say_again(choices: Choices, now: float) -> list[Effect]:
    """Go on with what was stopped, or say the last message again."""
    voice, moment = choices.voice, choices.moment
    if voice.halted:
        return voice.resume(now) + choices.done_again(now)
    last = voice.last or next(iter(moment.work.history), "")
    if not last:
        choices.notices.tell(Notice(NoticeKind.NOTHING_TO_SAY), now)
        return choices.done_again(now)
    kept = voice.kept
    deed = Deed(moment, say=last, keep=False)  # learned already
    effects = say(deed, voice, choices.stage.offers.talk, now)
    voice.may_be_kept(kept)
    choices.undo.remember(moment, moment)
    return effects + choices.done_again(now)


def offered(choices: Choices) -> list[Effect]:
    """After a stop: the cell that says it again now says that it goes on."""
    if not choices.voice.halted or choices.moment.halted:
        return []
    choices.moment = replace(choices.moment, halted=True)
    return choices.stage.show(choices.moment)
