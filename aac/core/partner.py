"""What others may see of this moment, and what they keep seeing until the next.

The rules of privacy stand here (guidance G56, G65, G67): in private mode, on a private board and
of a wish about care that is spelled nothing is shown, neither while it is written nor when it is
said; nor a message of which a part was written in private mode, before it is spoken.  What is
being written is shown only where the person lets others read along.  Others are told that somebody
is writing, never what.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from aac.core.moment import Moment
from aac.core.voice import SpokenNow
from aac.model.board import Board, Cell, Do, SayPhrase
from aac.model.commands import Command
from aac.model.events import Effect
from aac.model.partner import Open, PartnerView, Signal, State
from aac.model.partner_words import card_of
from aac.model.view import Page, Phase, View

if TYPE_CHECKING:
    from aac.core.choices import Choices

ANSWERS = {"strip-yes": Signal.YES, "strip-no": Signal.NO}


def open_to_others(moment: Moment, board: Board, voice: SpokenNow) -> Open:
    """What of this moment may be shown; ``board``: the one on the screen."""
    if moment.private:
        return Open(times=voice.times)
    work = moment.work
    closed = board.private or work.unrecorded or bool(work.changing)
    readable = moment.settings.partner_draft and moment.writing and not (closed or work.withheld)
    draft = work.text if readable else ""
    composing = not closed and bool(work.template or work.parts)
    return Open(voice.open, voice.times, draft, composing, work.topic, work.initials, work.remark)


@dataclass(frozen=True)
class Seen:
    """What others see, and what of the view before has to be known for the next.

    ``covered``: letters and remark that gave way to something that was said since.
    """

    shown: PartnerView = PartnerView()
    times: int = 0
    covered: tuple[str, str] = ("", "")
    message: str = ""


def partner_view(view: View, before: Seen, now: float) -> Seen:
    """What others see of ``view``; ``now``: monotonic seconds."""
    opened, last = view.open, before.shown
    said, said_at = last.said, last.said_at
    letters = (opened.letters, opened.remark)
    covered = before.covered if letters == before.covered else ("", "")
    news = opened.times != before.times
    if news:
        said, said_at, covered = opened.said, now if opened.said else None, letters
    if view.private:
        said, said_at = "", None
    alert = view.alert
    quiet = not news and view.message == before.message
    shown = PartnerView(
        said=said,
        said_at=said_at,
        draft=opened.draft,
        calling=alert is not None,
        alarm=alert is not None and alert.emergency,
        answered=alert is None and (last.calling or (last.answered and quiet)),
        card=card_of(view.settings),
        topic=opened.topic,
        letters="" if letters == covered else opened.letters,
        signal=_signal(view, said),
        resting=view.phase is Phase.RESTING,
        call=alert.text if alert is not None else "",
        remark="" if letters == covered else opened.remark,
    )
    shown = replace(shown, state=_state(view, shown).value)
    return Seen(shown, opened.times, covered, view.message)


def somebody_comes(choices: Choices, now: float) -> list[Effect]:
    """A partner has answered the call, whatever page is open; otherwise nothing happens."""
    if choices.bell.alert is None:
        return []
    return choices.act(Cell("partner-coming", "", Do(Command.ANSWERED)), now)


def _signal(view: View, said: str) -> str:
    """The answer that was said, by the texts of Yes and No that are always there."""
    for cell in view.strip:
        match cell.action:
            case SayPhrase(text) if text == said and said and cell.id in ANSWERS:
                return ANSWERS[cell.id].value
    return Signal.NONE.value


def _state(view: View, shown: PartnerView) -> State:
    if shown.calling:
        return State.ALARM if shown.alarm else State.CALLING
    if view.phase is Phase.SPEAKING:
        return State.SPEAKING
    if shown.resting:
        return State.RESTING
    if view.page not in (Page.BOARD, Page.ALERT):
        return State.BUSY
    if shown.answered:
        return State.ANSWERED
    if view.message and not view.finished:
        return State.WRITING
    if view.open.composing:
        return State.CHOOSING
    return State.FINISHED if shown.said else State.READY
