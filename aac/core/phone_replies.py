"""What comes from the family's phones: "I'm coming" is the partner's; a reply waits here.

A reply never moves the light or a cell: it waits on the board of the phone until it is dismissed.
It is another's text, so it is neither kept nor learned as the person's own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from aac.core.moment import Deed, Moment
from aac.core.notices import Notices
from aac.model.board import Cell
from aac.model.events import Effect
from aac.model.notice import Notice, NoticeKind
from aac.model.partner import PhoneReplied, Shows
from aac.model.phone_words import phone_words
from aac.model.settings import with_values

if TYPE_CHECKING:
    from aac.core.stage import Stage

MOST_REPLIES = 5  # of more, the oldest go
READ_AT_ONCE = 70  # letters of a reply that a notice has room for


class HasReplies(Protocol):
    """What `Choices` has for them."""

    moment: Moment
    stage: Stage
    notices: Notices


def replied(choices: HasReplies, reply: PhoneReplied, now: float) -> list[Effect]:
    """A reply has come: it is told, and waits."""
    moment = choices.moment
    waiting = (*moment.replies, reply)[-MOST_REPLIES:]
    choices.moment = replace(moment, replies=waiting)
    choices.stage.moment = replace(choices.stage.moment, replies=waiting)
    text = reply.text
    if len(text) > READ_AT_ONCE:
        text = text[:READ_AT_ONCE].rstrip() + " …"
    choices.notices.add(_notice("reply", name=reply.name, text=text), now)
    return choices.stage.heard(reply.text)


def for_phone(shows: Shows, moment: Moment) -> Deed:
    """Turn the page on or off, or say or dismiss the reply that came first."""
    if shows is Shows.PHONE:
        on = not moment.settings.phone
        settings = with_values(moment.settings, {"phone": on})
        notice = _notice("turned_on" if on else "turned_off")
        return Deed(replace(moment, settings=settings), notice=notice)
    if not moment.replies:
        return Deed(moment, notice=_notice("no_reply"))
    if shows is Shows.SAY_REPLY:
        return Deed(moment, say=moment.replies[0].text, keep=False)
    return Deed(replace(moment, replies=moment.replies[1:]))


def shown_for_phone(cell: Cell, moment: Moment) -> Cell:
    """The cell that turns the page on or off, with its state."""
    state = phone_words("on_state" if moment.settings.phone else "off_state")
    return replace(cell, label=f"{cell.label}: {state}")


def _notice(key: str, **parts: str) -> Notice:
    return Notice(NoticeKind.PARTNER, phone_words(key, **parts))
