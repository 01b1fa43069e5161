"""Whether what is offered is used: numbers only, for advice (guidance G37).

A word was *useful* where it stood in the row before the person had finished writing it, a letter
where it stood in its row when it was chosen; it was *taken* where it was chosen there.
"""

from __future__ import annotations

from dataclasses import replace

from aac.core.message import CLOSING, split_word
from aac.core.moment import Moment
from aac.core.offers import Offers
from aac.model.board import AddText, Cell, Do, Nth
from aac.model.commands import Command, ListKind
from aac.model.notice import Notice, NoticeKind
from aac.model.view import OfferUse

SELECTIONS = 200
RARELY = 0.3
# Fewer useful offers than this tell nothing.
FEWEST = 10


def counted(use: OfferUse, cell: Cell, before: Moment, offers: Offers) -> OfferUse:
    """One more choice; ``before``: the moment in which it was made."""
    if not (offers.cells.words or offers.cells.letters):
        return use
    match cell.action:
        case Nth(ListKind.WORD):
            useful_word, taken_word = True, True
        case Do(Command.SPACE | Command.SPEAK):
            useful_word, taken_word = _was_offered(before, offers), False
        case AddText(text):
            useful_word, taken_word = text in CLOSING and _was_offered(before, offers), False
        case _:
            return use
    row = [one for one in offers.cells.letters if one is not None]
    return replace(
        use,
        selections=use.selections + 1,
        words_useful=use.words_useful + useful_word,
        words_taken=use.words_taken + taken_word,
        letters_useful=use.letters_useful + any(one.action == cell.action for one in row),
        letters_taken=use.letters_taken + (cell in row),
    )


def advised(use: OfferUse) -> tuple[OfferUse, tuple[Notice, ...]]:
    """What to advise, if anything; then the counts start anew."""
    if use.selections < SELECTIONS:
        return use, ()
    notices = (
        (NoticeKind.OFFERS_UNUSED, use.words_useful, use.words_taken),
        (NoticeKind.LETTERS_UNUSED, use.letters_useful, use.letters_taken),
    )
    unused = [
        Notice(kind)
        for kind, useful, taken in notices
        if useful >= FEWEST and taken < RARELY * useful
    ]
    return OfferUse(), tuple(unused[:1])  # one piece of advice at a time


def _was_offered(before: Moment, offers: Offers) -> bool:
    """Whether the word that is being ended stood in the row while it was being written."""
    word = "" if before.starts_anew else split_word(before.message)[1]
    shown = {one.lower() for one in (*offers.passed, *offers.words) if one}
    return word.lower() in shown
