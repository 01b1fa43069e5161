"""The words about the family's phone: on the phone's page, in the settings and on the board."""

from __future__ import annotations

from collections.abc import Mapping

from aac.model.language import translated
from aac.model.partner import PartnerView
from aac.model.partner_words import answer_words, state_words

# What stands on the page.  The gaps in braces are filled on the phone.
PAGE: Mapping[str, str] = {
    "title": "Wren, for the family",
    "pair_what": "This phone will show what is being said, and ring when you are called.",
    "pair_name": "Your name, so that it can be told apart",
    "pair_button": "Connect this phone",
    "protected": "Only phones that were connected by code are let in. Nothing leaves this "
    "network, but it is not encrypted: somebody else in the same Wi-Fi could read along with "
    "technical means, or pretend to be this phone. Use it only in a network you trust.",
    "only_open": "This phone rings only while this page is open in front and the screen is on. It "
    "does not replace the bell in the room.",
    "connecting": "Connecting …",
    "ring_on": "Let this phone ring",
    "ring_why": "Tap once, otherwise the phone may not make a sound.",
    "ring_try": "Try the ring",
    "ring_ready": "It rings while this page is open and the screen is on.",
    "ring_again": "The phone has taken the sound away. Tap once more, so that it rings.",
    "ring_never": "This phone’s browser cannot ring. Watch the page.",
    "keep_on": "Set your phone so that the screen does not go off by itself.",
    "said": "Last message",
    "said_at": "Said: {time}",
    "call": "Call",
    "coming": "I’m coming",
    "card": "How I like to talk",
    "draft": "So far: {draft}",
    "topic": "We talk about: {topic}",
    "reply": "Write a reply",
    "reply_send": "Send",
    "reply_sent": "Sent. It is on the screen.",
    "not_sent": "This could not be sent. Please try again.",
    "about": "What is protected, and what is not",
    "lost": "No connection. A call would not ring here. It is tried again by itself. Last heard: "
    "{time}",
    "forgotten": "This phone is no longer connected. Somebody there can show a new code.",
}

PHONE: Mapping[str, str] = {
    "off": "The phone page is off. While it is on, phones can be connected.",
    "starting": "The phone page is starting …",
    "serving": "On. Phones in the same network reach it at {at}.",
    "port_taken": "The usual port was taken; phones that were connected before open this address.",
    "no-network": "There is no home network now. The page starts by itself when there is one.",
    "no-port": "The page cannot start: all its ports are taken by other programs.",
    "failing": "The phone page has stopped several times. It is tried again; all else works.",
    "new_code": "Connect a phone",
    "scan": "Point the phone’s camera here, or type in its browser:",
    "lasts": "Good for five minutes, and for one phone.",
    "expired": "The code’s five minutes are over. Ask for a new one.",
    "expired_board": "The code’s five minutes are over. Open this board again for a new one.",
    "here": "{name}: looking now",
    "away": "{name}: not looking now",
    "forget": "Forget {name}",
    "paired": "{name} is connected.",
    "coming": "{name}: I’m coming.",
    "reply": "{name}: {text}",
    "no_reply": "There is no reply.",
    "more": "{count} more",
    "turned_on": "The phone page is on.",
    "turned_off": "The phone page is off.",
    "on_state": "on",
    "off_state": "off",
    "any_network": "The one this computer uses",
    "absent_network": "{name} (not there now)",
}


def phone_words(key: str, **parts: str) -> str:
    """A text about phones."""
    return translated(PHONE[key]).format(**parts)


def page_words() -> dict[str, str]:
    """The texts of the page, with their gaps."""
    return {key: translated(text) for key, text in PAGE.items()}


def shown_on_phones(view: PartnerView) -> dict[str, object]:
    """What phones get of what others may see: that, its words, and no more."""
    return {
        "state": view.state,
        "state_text": state_words(view.state),
        "said": view.said,
        "answer_text": answer_words(view.signal),
        "draft": view.draft,
        "calling": view.calling,
        "alarm": view.alarm,
        "answered": view.answered,
        "call": view.call,
        "card": list(view.card),
        "topic": view.topic,
        "letters": view.letters,
        "remark": view.remark,
        "resting": view.resting,
    }
