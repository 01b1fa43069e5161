"""Recorded sounds of cells: played where the voice would say what the cell itself says; and the
person's own recordings, turned on or off."""

from __future__ import annotations

from dataclasses import replace

from aac.core.moment import Deed, Moment
from aac.model.banking_words import banking_text
from aac.model.board import AddText, Cell, OpenBoard, SayPhrase
from aac.model.notice import Notice, NoticeKind
from aac.model.settings import with_values


def with_recording(deed: Deed, cell: Cell) -> Deed:
    """The deed with the cell's recording instead of the voice.

    Only where the cell's own words are said: the cell "Speak" says the message.  A link, which
    says nothing by itself, is heard as it is opened, unless nothing is to be spoken.
    """
    if not cell.sound:
        return deed
    match cell.action:
        case SayPhrase() if deed.say:
            return replace(deed, sound=cell.sound)
        case AddText(text) if deed.echo == text:
            return replace(deed, sound=cell.sound)
        case OpenBoard() if deed.moment.settings.speak_mode != "silent":
            return replace(deed, echo=cell.label or cell.id, sound=cell.sound)
    return deed


def recordings_switched(moment: Moment) -> Deed:
    """The person's own voice, or that of the computer."""
    on = not moment.settings.use_recordings
    settings = with_values(moment.settings, {"use_recordings": on})
    notice = Notice(NoticeKind.RECORDINGS, banking_text("used" if on else "not_used"))
    return Deed(replace(moment, settings=settings), notice=notice)
