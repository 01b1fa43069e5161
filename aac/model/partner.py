"""What the people around may see: the partner window and the family's phone show this, no more.

What is private never gets as far as here (`core.partner`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """What the person is doing, for others (G65); the words are in `model.partner_words`."""

    READY = "ready"
    WRITING = "writing"
    CHOOSING = "choosing"  # a sentence is being put together
    SPEAKING = "speaking"
    FINISHED = "finished"
    RESTING = "resting"
    BUSY = "busy"  # with settings or a measurement
    CALLING = "calling"
    ALARM = "alarm"
    ANSWERED = "answered"


class Signal(StrEnum):
    """The answer that was said last, where it was one."""

    NONE = ""
    YES = "yes"
    NO = "no"


@dataclass(frozen=True)
class PartnerView:
    """All that others see.

    ``state``: a value of `State`.  ``said``: the last message, kept until the next; ``said_at``:
    monotonic seconds.  ``draft``: what is being written, where the person lets others read it.
    ``calling``: a call for help that nobody has answered, ``alarm`` an urgent one, and ``call``
    its text; ``answered``: the last call has ended, and nothing was done since.  ``card``: "How I
    like to talk", a sentence each (G66).  ``topic``: what the talk is about (G59).  ``letters``:
    the first letters of the words that the person speaks, at most eight (G58); ``remark``: what
    they say about them.  ``signal``: a value of `Signal`.  ``resting``: nothing is scanned.
    """

    state: str = State.READY.value
    said: str = ""
    said_at: float | None = None
    draft: str = ""
    calling: bool = False
    alarm: bool = False
    answered: bool = False
    card: tuple[str, ...] = ()
    topic: str = ""
    letters: str = ""
    signal: str = Signal.NONE.value
    resting: bool = False
    call: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Open:
    """What of this moment is open to others: nothing of a private one (G56, G67).

    ``said``: what was said last.  ``times``: how much was said so far, so that the same said again
    is news; the private is counted too, so that nothing older stands in its place.  ``composing``:
    a sentence is being put together.
    """

    said: str = ""
    times: int = 0
    draft: str = ""
    composing: bool = False
    topic: str = ""
    letters: str = ""
    remark: str = ""


class Shows(StrEnum):
    """What a cell for the partner does.  The values stand in the files of boards."""

    LETTER = "letter"  # the first letter of the next word
    REMARK = "remark"  # "I will spell this word"
    AFRESH = "afresh"  # "new sentence": the letters go
    TOPIC = "topic"
    OWN_TOPIC = "own_topic"  # the n-th of the person's own, from 1
    NO_TOPIC = "no_topic"
    DRAFT = "draft"  # let them read along, or not
    CARD = "card"  # the next answer to a question of the card, named by its setting
    WINDOW = "window"  # the next place of the partner's side
    PHONE = "phone"  # the page for phones, on or off
    SAY_REPLY = "say_reply"  # what somebody wrote on their phone
    DISMISS = "dismiss_reply"


@dataclass(frozen=True, slots=True)
class ForPartner:
    """A cell that changes what others see, and says nothing.  ``text``: what it shows."""

    shows: Shows
    text: str = ""


@dataclass(frozen=True)
class SomebodyComes:
    """A partner has answered the call: at their window or on their phone."""


@dataclass(frozen=True)
class PhoneReplied:
    """Somebody wrote a reply on their phone: one line of plain text, at most 200 letters."""

    name: str
    text: str


PartnerEvent = SomebodyComes | PhoneReplied


@dataclass(frozen=True)
class PhoneSeen:
    """A phone that was connected.  ``here``: its page is in front now."""

    id: str
    name: str
    here: bool
