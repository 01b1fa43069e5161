"""The message to the clipboard, into another program, and the telephone (guidance G81).

Only a choice of the person sends anything out.  What is sent is not kept or learned: it may be a
password.  It stays in the message until it is known to have arrived; then the next letter begins
a new one.
"""

from __future__ import annotations

from dataclasses import replace

from aac.core.message import finished_text
from aac.core.moment import Deed, Moment, is_private
from aac.core.scan_tree import HOLD_ON
from aac.model.board import BoardSet, Cell, Look, SayPhrase
from aac.model.notice import Notice, NoticeKind
from aac.model.outward import CopyText, OutwardEffect, TypeText, Way
from aac.model.outward_words import outward_words
from aac.model.settings import Settings, with_values
from aac.model.words import screen_text


def handed_over(way: Way, moment: Moment, boards: BoardSet) -> Deed:
    """What a cell of this kind does."""
    if way is Way.TELEPHONE:
        return _telephone(moment)
    if way is Way.ENTER:
        return Deed(moment, outward=TypeText("", enter=True))
    text = finished_text(moment.message)
    if not text:
        return Deed(moment, notice=Notice(NoticeKind.NOTHING_TO_SAY))
    return Deed(moment, outward=_sent(way, text, private=is_private(moment, boards)))


def hold_on_cell(settings: Settings) -> tuple[Cell, ...]:
    """On the telephone: the cell that keeps the other one on the line."""
    if not settings.telephone:
        return ()
    said = SayPhrase(screen_text("hold_on_said"))
    return (Cell(HOLD_ON, screen_text("hold_on"), said, Look.STRIP, at_once=True),)


def _sent(way: Way, text: str, *, private: bool) -> OutwardEffect:
    if way is Way.COPY:
        return CopyText(text, private)
    return TypeText(text, way is Way.TYPE_ENTER, private)


def _telephone(moment: Moment) -> Deed:
    on = not moment.settings.telephone
    settings = with_values(moment.settings, {"telephone": on})
    said = outward_words("telephone_on" if on else "telephone_off")
    return Deed(replace(moment, settings=settings), notice=Notice(NoticeKind.OUTWARD, said))
