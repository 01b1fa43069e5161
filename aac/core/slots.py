"""Phrases with slots: each slot is filled from a short list, or spelled (guidance, section 2)."""

from __future__ import annotations

import re
from dataclasses import replace

from aac.core.message import Message
from aac.core.moment import (
    Deed,
    Moment,
    gone_back,
    kept_as_draft,
    list_entries,
    opened,
    recorded,
    to_letters,
    with_message,
    without_template,
)
from aac.model.board import BoardSet, Nth, Template
from aac.model.view import Work

SLOT = re.compile(r"\{[^}]*\}")


def begin_template(template: Template, moment: Moment, boards: BoardSet) -> Deed:
    """Open the list for the first slot."""
    work = replace(moment.work, template=template.text, lists=template.lists, filled=())
    return next_slot(replace(moment, work=work), boards)


def next_slot(moment: Moment, boards: BoardSet) -> Deed:
    """Open the list for the next slot of the template, or the letters where it has none."""
    work = moment.work
    board_id = work.lists[len(work.filled)] if len(work.filled) < len(work.lists) else ""
    if board_id not in boards.boards or _empty_list(board_id, moment, boards):
        return spell_slot(moment, boards)
    if work.filled:
        return Deed(replace(moment, work=replace(work, board=board_id)))
    return Deed(replace(moment, work=opened(work, board_id)))


def _empty_list(board_id: str, moment: Moment, boards: BoardSet) -> bool:
    """Whether the list is one of the person's own that has no entry yet."""
    own = [cell.action for cell in boards.get(board_id).cells() if isinstance(cell.action, Nth)]
    return bool(own) and not any(list_entries(action.kind, moment) for action in own)


def filled_slot(text: str, moment: Moment, boards: BoardSet) -> Deed:
    """Fill the open slot; after the last one the sentence is spoken."""
    if not moment.work.template:
        private = boards.get(moment.work.board).private
        return Deed(moment if private else recorded(moment, text), say=text, keep=not private)
    work = replace(moment.work, filled=(*moment.work.filled, text))
    moment = replace(moment, work=work)
    if len(work.filled) < len(SLOT.findall(work.template)):
        return next_slot(moment, boards)
    sentence = _sentence(work)[0]
    done = gone_back(without_template(work), boards, moment.settings)
    moment = replace(moment, work=done)
    if boards.get(done.board).private:
        return Deed(moment, say=sentence, keep=False)
    return Deed(recorded(moment, sentence), say=sentence)


def spell_slot(moment: Moment, boards: BoardSet) -> Deed:
    """Put the sentence into the message, the caret where the open slot is."""
    if not moment.work.template:
        return Deed(to_letters(moment, boards))
    before, after = _sentence(moment.work)
    asked_on = moment.work.trail[-1] if moment.work.trail else moment.work.board
    private = boards.get(asked_on).private or boards.get(moment.work.board).private
    kept = kept_as_draft(replace(moment, work=without_template(moment.work)))
    written = with_message(kept.moment, Message(before + after, len(before)))
    written = replace(written, work=replace(written.work, unrecorded=private, withheld=True))
    return replace(kept, moment=to_letters(written, boards))


def _sentence(work: Work) -> tuple[str, str]:
    """The template, filled as far as it is: before and after the first open slot."""
    text = work.template
    for entry in work.filled:
        text = entry.join(SLOT.split(text, maxsplit=1))
    text = text[:1].upper() + text[1:]
    before, *after = SLOT.split(text)
    return before, "".join(after)
