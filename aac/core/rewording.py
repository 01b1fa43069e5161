"""Changing the text of a phrase with the switch alone (guidance G46).

“Change a phrase”, then the phrase wherever it stands: its text comes into the message and is
changed like any message.  “Keep it” writes it back to its own place.  Everything else works
meanwhile, and every step can be undone.  ``Work.choosing``: the next phrase chosen is to be
changed; ``Work.changing``: the one being changed, as board, cell and old text.
"""

from __future__ import annotations

import re
from dataclasses import replace

from aac.core.message import Message, finished_text
from aac.core.moment import (
    Deed,
    Moment,
    Worded,
    is_private_board,
    kept_as_draft,
    list_entries,
    to_letters,
    with_message,
)
from aac.model.board import BoardSet, Cell, Fill, Look, Nth, SayPhrase, Template
from aac.model.commands import Command, ListKind
from aac.model.notice import Notice, NoticeKind
from aac.model.view import Work

_WORD = re.compile(r"[^\W_]+")


def changing_phrase(command: Command, moment: Moment, boards: BoardSet) -> Deed:
    """The three cells of changing a phrase."""
    work = moment.work
    match command:
        case Command.CHANGE_PHRASE:
            choosing = replace(moment, work=replace(work, choosing=not work.choosing))
            kind = NoticeKind.PHRASE_LEFT if work.choosing else NoticeKind.CHOOSE_PHRASE
            return Deed(choosing, notice=Notice(kind))
        case Command.KEEP_CHANGE if work.changing:
            return _kept(moment, boards)
        case Command.LEAVE_CHANGE if work.changing:
            return Deed(_emptied(moment), notice=Notice(NoticeKind.PHRASE_LEFT))
    return Deed(moment, notice=Notice(NoticeKind.NOTHING_TO_SAY))


def taken_up(cell: Cell, moment: Moment, boards: BoardSet) -> Deed | None:
    """The phrase of this cell in the message, to be changed; None where it holds no phrase.

    What was being written is kept as a draft.
    """
    if isinstance(cell.action, Template):
        return Deed(moment, notice=Notice(NoticeKind.PHRASE_WITH_GAPS))
    text = _phrase_of(cell, moment)
    if not text or cell.look is Look.STRIP:
        return None
    board_id = moment.work.board
    kept = kept_as_draft(moment)
    written = with_message(kept.moment, Message(text, len(text)))
    work = replace(
        written.work,
        choosing=False,
        changing=(board_id, cell.id, text),
        unrecorded=is_private_board(board_id, boards),
    )
    moment = to_letters(replace(written, work=work), boards)
    return Deed(moment, notice=Notice(NoticeKind.CHANGE_PHRASE))


def _phrase_of(cell: Cell, moment: Moment) -> str:
    match cell.action:
        case SayPhrase(text) | Fill(text):
            return text
        case Nth(ListKind.PHRASE, n):
            return list_entries(ListKind.PHRASE, moment)[n]
        case _:
            return ""


def _kept(moment: Moment, boards: BoardSet) -> Deed:
    text = finished_text(moment.message)
    if not text:
        return Deed(moment, notice=Notice(NoticeKind.NOTHING_TO_SAY))
    board_id, cell_id, old = moment.work.changing
    board = boards.boards.get(board_id)
    cell = board.cell(cell_id) if board is not None else None
    changed = Notice(NoticeKind.PHRASE_CHANGED)
    match cell:
        case Cell(action=SayPhrase()):
            after = replace(cell, label=_label(cell.label, old, text), action=SayPhrase(text))
        case Cell(action=Fill()):
            after = replace(cell, label=_label(cell.label, old, text), action=Fill(text))
        case Cell(action=Nth(ListKind.PHRASE, _)) if old in moment.work.phrases:
            return Deed(_emptied(_with_phrase(moment, old, text)), notice=changed)
        case _:  # a helper took it away meanwhile: the text is not lost
            return Deed(moment, notice=Notice(NoticeKind.PHRASE_GONE))
    worded = (*moment.worded, Worded(board_id, cell, after))
    return Deed(replace(_emptied(moment), worded=worded), notice=changed)


def _label(label: str, old: str, text: str) -> str:
    """A short label stays while all its words are still said; else the whole text is the label."""
    if label == old:
        return text
    said = _words(text)
    return label if _words(label) <= said else text


def _words(text: str) -> frozenset[str]:
    """Its words, without signs, whether they begin with a capital or not."""
    return frozenset(_WORD.findall(text.casefold()))


def _with_phrase(moment: Moment, old: str, text: str) -> Moment:
    """A phrase of the person's own, changed at its place among the others."""
    phrases = tuple(text if phrase == old else phrase for phrase in moment.work.phrases)
    return replace(moment, work=replace(moment.work, phrases=tuple(dict.fromkeys(phrases))))


def _emptied(moment: Moment) -> Moment:
    work: Work = replace(moment.work, changing=())
    return with_message(replace(moment, work=work), Message())
