"""Parts of a sentence, chosen in any order, and the sentence they make (guidance G54)."""

from __future__ import annotations

from dataclasses import replace

from aac.core.message import Message
from aac.core.moment import Deed, Moment, kept_as_draft, recorded, to_letters, with_message
from aac.model.board import Board, BoardSet, Cell
from aac.model.notice import Notice, NoticeKind
from aac.model.parts import Part, SayParts, as_text, from_text, put_together
from aac.model.view import Work

CHOSEN = "•"


def part_chosen(part: Part, moment: Moment, boards: BoardSet) -> Deed:
    """The part takes its slot; chosen once more it leaves it again.  The sentence is shown."""
    parts = from_text(moment.work.parts)
    others = tuple(other for other in parts if other.slot != part.slot)
    chosen = others if part in parts else (*others, part)
    moment = with_parts(moment, chosen)
    passed = (moment.work.board, *reversed(moment.work.trail))
    found = (sentence_on(boards.get(board_id)) for board_id in passed)
    sentence = next(filter(None, found), None)
    shown = Notice(NoticeKind.PARTS, sentence_of(sentence, moment.work)) if sentence else None
    return Deed(moment, notice=shown)


def parts_said(sentence: SayParts, moment: Moment, boards: BoardSet) -> Deed:
    """Say the sentence; the next one begins anew."""
    text = sentence_of(sentence, moment.work)
    moment = with_parts(moment, ())
    if boards.get(moment.work.board).private:
        return Deed(moment, say=text, keep=False)
    return Deed(recorded(moment, text), say=text)


def parts_spelled_on(sentence: SayParts, moment: Moment, boards: BoardSet) -> Deed:
    """Put the sentence into the message, to go on with letters."""
    text = sentence_of(sentence, moment.work).rstrip(".")
    kept = kept_as_draft(with_parts(moment, ()))
    written = with_message(kept.moment, Message(text, len(text)))
    withheld = replace(written, work=replace(written.work, withheld=True))
    return replace(kept, moment=to_letters(withheld, boards))


def with_parts(moment: Moment, parts: tuple[Part, ...]) -> Moment:
    """These parts and no others are chosen."""
    return replace(moment, work=replace(moment.work, parts=tuple(map(as_text, parts))))


def sentence_of(sentence: SayParts, work: Work) -> str:
    """The sentence as it stands now."""
    return put_together(sentence, from_text(work.parts))


def sentence_on(board: Board) -> SayParts | None:
    """The sentence that is put together on this board, if any."""
    actions = (cell.action for cell in board.cells())
    return next((action for action in actions if isinstance(action, SayParts)), None)


def shown_part(cell: Cell, work: Work) -> Cell:
    """The cell as it is shown: the sentence so far, and a mark on what is chosen."""
    match cell.action:
        case SayParts():
            return replace(cell, label=sentence_of(cell.action, work))
        case Part() if cell.action in from_text(work.parts):
            return replace(cell, symbol=CHOSEN)
    return cell
