"""What a choice can change, and the changes that several kinds of choice share.

Pure: a moment in, a moment or a deed out.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from aac.core.message import Message, finished_text
from aac.model.advice import Advice
from aac.model.board import BoardSet, Cell
from aac.model.commands import ListKind
from aac.model.notice import Notice, NoticeKind
from aac.model.outward import OutwardEffect
from aac.model.partner import PhoneReplied
from aac.model.settings import Settings
from aac.model.view import Work
from aac.model.voices import VoiceChoice

HISTORY = 20  # G50
KEPT = 100  # drafts; more than any board shows
TRAIL = 20


@dataclass(frozen=True)
class Worded:
    """A cell of a board that got another text."""

    board: str
    before: Cell
    after: Cell


@dataclass(frozen=True)
class Moment:
    """All that a choice can change.

    ``private``: nothing said is kept or learned (G67).  ``advice``: what the page shows that is
    open; ``slower_offered``: "Slow down?" stands among the tools; ``measured``: the figures on the
    settings page.  ``voices``: those there are; ``halted``: a long message was stopped and can go
    on.  These five are shown and not done, so they are nothing to undo.
    ``worded``: the cells that got another text by choices that are not undone.  ``replies``: what
    was written on phones and waits, the oldest first; undo leaves it alone.
    """

    work: Work
    settings: Settings
    private: bool = False
    advice: Advice | None = field(default=None, compare=False)
    slower_offered: bool = field(default=False, compare=False)
    measured: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    voices: tuple[VoiceChoice, ...] = field(default=(), compare=False)
    halted: bool = field(default=False, compare=False)
    worded: tuple[Worded, ...] = ()
    replies: tuple[PhoneReplied, ...] = field(default=(), compare=False)

    @property
    def message(self) -> Message:
        return Message(self.work.text, self.work.caret)

    @property
    def writing(self) -> bool:
        """Whether a message is begun and not spoken yet."""
        return bool(self.work.text) and not self.work.finished

    @property
    def starts_anew(self) -> bool:
        """Whether the next letter begins a new message."""
        return self.work.finished and self.settings.after_speaking == "new"


@dataclass(frozen=True)
class Deed:
    """The moment afterwards, and what is to be said.

    ``say``: speak this as an utterance of its own.  ``keep``: it may be learned.  ``echo``: speak
    this without making the scan wait.  ``sound``: the recording that stands for what is said.
    ``outward``: what leaves Wren.
    """

    moment: Moment
    say: str = ""
    keep: bool = True
    echo: str = ""
    notice: Notice | None = None
    sound: str = ""
    outward: OutwardEffect | None = None


def as_found(work: Work, boards: BoardSet, settings: Settings) -> Work:
    """The work of an earlier run, made to fit the boards that there are now."""
    work = replace(
        work,
        caret=min(max(work.caret, 0), len(work.text)),
        trail=tuple(board for board in work.trail if board in boards.boards),
    )
    if work.board in boards.boards:
        return work
    return replace(without_template(work), board=home_board(boards, settings), trail=())


def without_wishes(work: Work, boards: BoardSet, settings: Settings) -> Work:
    """Away from boards that are no longer shown (G56)."""
    trail = tuple(board for board in work.trail if not is_private_board(board, boards))
    work = replace(work, trail=trail)
    if not is_private_board(work.board, boards):
        return work
    return replace(without_template(work), board=home_board(boards, settings), trail=())


def is_private_board(board_id: str, boards: BoardSet) -> bool:
    """Whether nothing chosen on the board of this id is kept (G56)."""
    board = boards.boards.get(board_id)
    return board is not None and board.private


def home_board(boards: BoardSet, settings: Settings) -> str:
    return settings.home_board if settings.home_board in boards.boards else boards.home


def spelling_board(boards: BoardSet, settings: Settings) -> str:
    for board_id in (settings.spelling_board, boards.spelling):
        if board_id in boards.boards:
            return board_id
    return boards.home


def list_entries(kind: ListKind, moment: Moment) -> tuple[str, ...]:
    """The entries of a list of the person's own."""
    match kind:
        case ListKind.HISTORY:
            return moment.work.history
        case ListKind.DRAFT:
            return moment.work.drafts
        case ListKind.PHRASE:
            return moment.work.phrases
        case ListKind.PERSON:
            return moment.settings.people
        case _:
            return ()


def with_message(moment: Moment, message: Message) -> Moment:
    work = replace(
        moment.work,
        text=message.text,
        caret=message.caret,
        finished=False,
        word_chosen=False,
        unrecorded=moment.work.unrecorded and bool(message.text),
        withheld=(moment.work.withheld or moment.private) and bool(message.text),
    )
    return replace(moment, work=work)


def recorded(moment: Moment, text: str) -> Moment:
    """The moment with ``text`` as its newest message, unless it is private."""
    if moment.private:
        return moment
    older = tuple(said for said in moment.work.history if said != text)
    return replace(moment, work=replace(moment.work, history=(text, *older)[:HISTORY]))


def kept_as_draft(moment: Moment, *, asked: bool = False) -> Deed:
    """Put what is being written among the drafts; a spoken message needs no keeping.

    A wish about care that is being spelled is kept only where the person has asked for it.
    """
    text = moment.work.text.strip()
    if not text or moment.work.finished or (moment.work.unrecorded and not asked):
        return Deed(with_message(moment, Message()))
    drafts = (text, *moment.work.drafts)[:KEPT]
    work = with_wish(replace(moment.work, drafts=drafts), text)
    moment = replace(moment, work=work)
    return Deed(with_message(moment, Message()), notice=Notice(NoticeKind.KEPT_AS_DRAFT))


def phrase_saved(moment: Moment) -> Deed:
    """Keep the message among the person's own phrases, the newest first (G46)."""
    text = finished_text(moment.message)
    if not text:
        return Deed(moment, notice=Notice(NoticeKind.NOTHING_TO_SAY))
    others = tuple(phrase for phrase in moment.work.phrases if phrase != text)
    work = replace(moment.work, phrases=(text, *others)[:KEPT])
    work = with_wish(work, text)
    return Deed(replace(moment, work=work), notice=Notice(NoticeKind.PHRASE_SAVED))


def with_wish(work: Work, text: str) -> Work:
    """The work that knows ``text``, kept by hand, for a wish about care, where it is one (G56)."""
    kept = {*work.drafts, *work.phrases}
    known = tuple(wish for wish in work.wishes if wish in kept and wish != text)
    return replace(work, wishes=(*known, text) if work.unrecorded else known)


def is_private(moment: Moment, boards: BoardSet) -> bool:
    """Whether what is said now may be said again, though it is not kept."""
    work = moment.work
    return moment.private or work.unrecorded or boards.get(work.board).private


def opened(work: Work, board_id: str) -> Work:
    """Another board, with the way back remembered."""
    if board_id == work.board:
        return work
    return replace(work, board=board_id, trail=(*work.trail, work.board)[-TRAIL:])


def gone_back(work: Work, boards: BoardSet, settings: Settings) -> Work:
    """The board before, or home."""
    work = without_template(work)
    if not work.trail:
        return replace(work, board=home_board(boards, settings))
    return replace(work, board=work.trail[-1], trail=work.trail[:-1])


def without_template(work: Work) -> Work:
    return replace(work, template="", lists=(), filled=())


def to_letters(moment: Moment, boards: BoardSet) -> Moment:
    board_id = spelling_board(boards, moment.settings)
    return replace(moment, work=opened(without_template(moment.work), board_id))
