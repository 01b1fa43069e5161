"""Cells for the partner's eyes: first letters, topics, and how the person likes to talk.

A person who still speaks is understood better when the partner sees the first letter of each word
and knows the topic (guidance G58, G59).  Nothing of it is spoken, and in private mode nothing is
shown.
"""

from __future__ import annotations

from dataclasses import replace

from aac.core.moment import Deed, Moment
from aac.core.phone_replies import for_phone, shown_for_phone
from aac.model.board import Cell
from aac.model.declared import Choice
from aac.model.language import translated
from aac.model.notice import Notice, NoticeKind
from aac.model.partner import ForPartner, Shows
from aac.model.partner_settings import CARD, OFF
from aac.model.partner_words import partner_words
from aac.model.settings import BY_KEY, with_values

MOST_LETTERS = 8  # G58
CHOSEN = "•"
_SETTINGS = {Shows.DRAFT: "partner_draft", Shows.WINDOW: "partner_place"}


def for_partner(action: ForPartner, moment: Moment) -> Deed:
    """Show it to the partner."""
    work, text = moment.work, action.text
    match action.shows:
        case Shows.DRAFT | Shows.CARD | Shows.WINDOW:
            return _next_answer(_key(action), moment)
        case Shows.PHONE | Shows.SAY_REPLY | Shows.DISMISS:
            return for_phone(action.shows, moment)
        case _ if moment.private:
            return Deed(moment, notice=_notice("private"))
        case Shows.LETTER:
            initials = (work.initials + text)[-MOST_LETTERS:]
            work = replace(work, initials=initials, remark="")
        case Shows.REMARK:
            work = replace(work, remark=text)
        case Shows.AFRESH:
            work = replace(work, initials="", remark=text)
        case Shows.TOPIC:
            work = replace(work, topic=text)
        case Shows.OWN_TOPIC:
            work = replace(work, topic=_own_topic(text, moment))
        case Shows.NO_TOPIC:
            work = replace(work, topic="")
    notice = None
    if moment.settings.partner_place == OFF:
        notice = _notice("nowhere")
    elif action.shows is Shows.LETTER and not moment.settings.pointing and not work.initials[1:]:
        notice = _notice("slow")
    return Deed(replace(moment, work=work), notice=notice)


def shown_for_partner(cell: Cell, action: ForPartner, moment: Moment) -> Cell:
    """The cell as it is shown: an own topic by its name, what is chosen with a mark."""
    match action.shows:
        case Shows.DRAFT | Shows.CARD | Shows.WINDOW:
            return replace(cell, label=f"{cell.label}: {_state(_key(action), moment)}")
        case Shows.PHONE:
            return shown_for_phone(cell, moment)
        case Shows.OWN_TOPIC:
            topic = _own_topic(action.text, moment)
            cell = replace(cell, label=topic, hidden=not topic)
        case Shows.TOPIC:
            topic = action.text
        case _:
            return cell
    return replace(cell, symbol=CHOSEN) if topic and topic == moment.work.topic else cell


def _own_topic(place: str, moment: Moment) -> str:
    topics = [topic for topic in moment.settings.partner_topics if topic.strip()]
    n = int(place) if place.isascii() and place.isdigit() else 0
    return topics[n - 1] if 1 <= n <= len(topics) else ""


def _key(action: ForPartner) -> str:
    """The setting that the cell is about; a board of others may name one that is none."""
    if action.shows is Shows.CARD:
        return action.text if action.text in CARD else CARD[0]
    return _SETTINGS[action.shows]


def _next_answer(key: str, moment: Moment) -> Deed:
    declared, value = BY_KEY[key], getattr(moment.settings, key)
    if isinstance(declared, Choice):
        options = tuple(declared.options)
        value = options[(options.index(value) + 1) % len(options)]
        notice = Notice(NoticeKind.PARTNER, translated(declared.options[value]))
    else:
        value = not value
        notice = _notice("draft_on" if value else "draft_off")
    return Deed(replace(moment, settings=with_values(moment.settings, {key: value})), notice=notice)


def _state(key: str, moment: Moment) -> str:
    declared, value = BY_KEY[key], getattr(moment.settings, key)
    if isinstance(declared, Choice):
        return translated(declared.options[value])
    return partner_words("on" if value else "off")


def _notice(key: str) -> Notice:
    return Notice(NoticeKind.PARTNER, partner_words(key))
