"""What a chosen cell does to the work in hand, the settings and the privacy of the moment.

Pure: a moment in, a deed out.  Bell, undo, rest and pages belong to the session.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from aac.core import composing
from aac.core import message as writing
from aac.core.message import Message
from aac.core.moment import (
    Deed,
    Moment,
    gone_back,
    home_board,
    kept_as_draft,
    list_entries,
    opened,
    phrase_saved,
    recorded,
    to_letters,
    with_message,
    without_template,
)
from aac.core.offers import Offers
from aac.core.outward import handed_over
from aac.core.recordings import with_recording
from aac.core.rewording import changing_phrase, taken_up
from aac.core.slots import begin_template, filled_slot, spell_slot
from aac.core.steering import changed_setting
from aac.core.supplementing import for_partner
from aac.core.tuning import tired_or_fresh
from aac.model.board import (
    Action,
    AddText,
    BoardSet,
    Cell,
    Do,
    Fill,
    Look,
    Nth,
    OpenBoard,
    SayPhrase,
    Template,
)
from aac.model.commands import Command, ListKind
from aac.model.notice import Notice, NoticeKind
from aac.model.outward import Outward
from aac.model.partner import ForPartner
from aac.model.parts import Alarm, Part, SayParts

EDITS: Mapping[Command, Callable[[Message], Message]] = {
    Command.DELETE_LETTER: writing.delete_letter,
    Command.DELETE_WORD: writing.delete_word,
    Command.CLEAR: lambda message: Message(),
    Command.CARET_LEFT: lambda message: writing.move_caret(message, -1),
    Command.CARET_RIGHT: lambda message: writing.move_caret(message, 1),
    Command.CARET_WORD_LEFT: lambda message: writing.move_caret_word(message, False),
    Command.CARET_WORD_RIGHT: lambda message: writing.move_caret_word(message, True),
    Command.CARET_END: lambda message: Message(message.text, len(message.text)),
}


def asks_first(cell: Cell) -> bool:
    """Whether the cell asks once more before it acts; a call for help never does (G25)."""
    match cell.action:
        case Alarm() | Do(Command.CALL):
            return False
        case Do(Command.CLEAR | Command.QUIT):
            return True
    return cell.confirm


def perform(cell: Cell, moment: Moment, boards: BoardSet, offers: Offers) -> Deed:
    """Do what the cell does, then go where it leads.  ``offers``: what is offered now."""
    if moment.work.choosing and (taken := taken_up(cell, moment, boards)) is not None:
        return taken
    deed = with_recording(_act(cell.action, cell, moment, boards, offers), cell)
    work = deed.moment.work
    if cell.opens:
        work = opened(work, cell.opens)
    elif cell.returns:
        work = gone_back(work, boards, deed.moment.settings)
    return replace(deed, moment=replace(deed.moment, work=work))


def _act(action: Action, cell: Cell, moment: Moment, boards: BoardSet, offers: Offers) -> Deed:
    match action:
        case AddText(text):
            return _letter(text, moment)
        case SayPhrase(text):
            return _phrase(text, cell, moment, boards)
        case OpenBoard(board_id):
            return Deed(replace(moment, work=opened(moment.work, board_id)))
        case Template():
            return begin_template(action, moment, boards)
        case Fill(text):
            return filled_slot(text, moment, boards)
        case Nth(ListKind.WORD, n):
            return _word(offers.words[n] or "", moment)  # an empty slot has no cell
        case Nth(ListKind.WHOLE_PHRASE) if offers.whole is not None:
            whole = offers.whole.message
            return _typed(moment, lambda message: whole)
        case Nth(kind, n):
            return _nth(kind, n, cell, moment, boards)
        case Part():
            return composing.part_chosen(action, moment, boards)
        case SayParts():
            return composing.parts_said(action, moment, boards)
        case ForPartner():
            return for_partner(action, moment)
        case Outward(way):
            return handed_over(way, moment, boards)
        case Do(command):
            return _command(command, moment, boards)
    raise ValueError(f"this is not done here: {action}")


# ------------------------------------------------------------------------------ writing


def _typed(moment: Moment, change: Callable[[Message], Message]) -> Deed:
    """Write something new: after a finished message it begins the next one."""
    if moment.starts_anew:
        moment = with_message(moment, Message())
    return Deed(with_message(moment, change(moment.message)))


def _letter(text: str, moment: Moment) -> Deed:
    """A letter, digit or sign; what joins words closes up to a word that was offered."""
    joins = moment.work.word_chosen and text in writing.JOINING
    deed = _typed(moment, lambda message: writing.add_text(message, text, joins=joins))
    if moment.settings.speak_mode == "letter":
        return replace(deed, echo=text)
    return _word_ended(deed, moment) if text in writing.CLOSING else deed


def _word(word: str, moment: Moment) -> Deed:
    """An offered word; the space behind it is the aid's own, until something else is written."""
    deed = _word_ended(_typed(moment, lambda message: writing.add_word(message, word)), moment)
    work = replace(deed.moment.work, word_chosen=True)
    return replace(deed, moment=replace(deed.moment, work=work))


def _word_ended(deed: Deed, before: Moment) -> Deed:
    if deed.moment.settings.speak_mode != "word" or deed.moment.message == before.message:
        return deed
    return replace(deed, echo=writing.last_word(deed.moment.message))


def _speak_message(moment: Moment) -> Deed:
    text = writing.finished_text(moment.message)
    if not text:
        return Deed(moment, notice=Notice(NoticeKind.NOTHING_TO_SAY))
    held = moment.private or moment.work.unrecorded
    work = replace(moment.work, text=text, caret=len(text), finished=True, withheld=held)
    moment = replace(moment, work=work)
    if work.unrecorded:
        return Deed(moment, say=text, keep=False)
    return Deed(recorded(moment, text), say=text)


def _phrase(text: str, cell: Cell, moment: Moment, boards: BoardSet) -> Deed:
    private = boards.get(moment.work.board).private
    at_once = cell.at_once or cell.look is Look.STRIP or private
    speak = at_once or moment.settings.phrase_cells == "speak"
    if not speak:
        return _typed(moment, lambda message: writing.add_phrase(message, text))
    if private or text in moment.work.wishes:
        return Deed(moment, say=text, keep=False)
    return Deed(recorded(moment, text), say=text)


# ------------------------------------------------------------------------ lists and slots


def _nth(kind: ListKind, n: int, cell: Cell, moment: Moment, boards: BoardSet) -> Deed:
    entry = list_entries(kind, moment)[n]  # a cell without an entry is hidden
    match kind:
        case ListKind.PERSON:
            return filled_slot(entry, moment, boards)
        case ListKind.DRAFT:
            return _draft_opened(n, moment, boards)
        case ListKind.PHRASE:
            return _phrase(entry, cell, moment, boards)
        case _:
            return Deed(moment, say=entry)


def _draft_opened(n: int, moment: Moment, boards: BoardSet) -> Deed:
    """Go on with a draft; what was being written takes its place among the drafts."""
    text = moment.work.drafts[n]
    rest = moment.work.drafts[:n] + moment.work.drafts[n + 1 :]
    kept = kept_as_draft(replace(moment, work=replace(moment.work, drafts=rest)))
    draft = with_message(kept.moment, Message(text, len(text)))
    work = replace(draft.work, unrecorded=text in moment.work.wishes, withheld=True)
    return replace(kept, moment=to_letters(replace(draft, work=work), boards))


def _command(command: Command, moment: Moment, boards: BoardSet) -> Deed:
    """Commands on the message, the lists, the settings and the way through the boards."""
    if command in EDITS:
        # Deleting in a spoken message goes on with that message.
        return Deed(with_message(moment, EDITS[command](moment.message)))
    work, settings = moment.work, moment.settings
    match command:
        case Command.SPACE:
            return _word_ended(_typed(moment, writing.add_space), moment)
        case Command.SPEAK:
            return _speak_message(moment)
        case Command.SAVE_PHRASE:
            return phrase_saved(moment)
        case Command.CHANGE_PHRASE | Command.KEEP_CHANGE | Command.LEAVE_CHANGE:
            return changing_phrase(command, moment, boards)
        case Command.KEEP_DRAFT:
            return kept_as_draft(moment, asked=True)
        case Command.HOME:
            home = replace(without_template(work), board=home_board(boards, settings), trail=())
            return Deed(replace(moment, work=home))
        case Command.BACK:
            return Deed(replace(moment, work=gone_back(work, boards, settings)))
        case Command.SPELL:
            return Deed(to_letters(moment, boards))
        case Command.SPELL_SLOT:
            if sentence := composing.sentence_on(boards.get(work.board)):
                return composing.parts_spelled_on(sentence, moment, boards)
            return spell_slot(moment, boards)
        case Command.CLEAR_PARTS:
            return Deed(composing.with_parts(moment, ()))
        case Command.PRIVATE_MODE:
            kind = NoticeKind.PRIVATE_OFF if moment.private else NoticeKind.PRIVATE_ON
            return Deed(replace(moment, private=not moment.private), notice=Notice(kind))
        case Command.TIRED | Command.SLOW_DOWN:
            return tired_or_fresh(moment, boards)
        case _:
            return changed_setting(command, moment)
