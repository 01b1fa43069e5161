"""The settings of the partner's side: where it is shown, what it shows, and the card (G65, G66).

How the person says yes and no, and their own words on talking with them, stand in the passport:
`model.paper_settings`.
"""

from __future__ import annotations

from dataclasses import dataclass

from aac.model.declared import Choice, Declaration, Switch, Text, Texts
from aac.model.phone_settings import PhoneSettings

OFF, WINDOW, TURNED, BAND = "off", "window", "turned", "band"
NO_SCREEN = "window"  # in place of the name of a screen: a window, to be put where it fits
CARD = ("talk_look", "talk_guess", "talk_wait")  # the questions of the card
NOT_SAID = {"": "Not said"}


@dataclass(frozen=True)
class PartnerSettings(PhoneSettings):
    """The part of `model.settings.Settings` that is about the people around."""

    partner_place: str = OFF
    partner_screen: str = ""
    partner_draft: bool = False  # G65
    partner_card: bool = True
    talk_look: str = ""  # G66
    talk_guess: str = ""
    talk_wait: str = ""
    partner_topics: tuple[str, ...] = ()  # G59


PARTNER: tuple[Declaration, ...] = (
    Choice(
        "partner_place",
        "For the people you talk with",
        "They see what is being done and the last message, large. On another screen or in a "
        "window; or as a band at the top of this one, turned round for somebody who sits opposite.",
        {
            OFF: "Off",
            WINDOW: "On another screen, or in a window",
            TURNED: "A band at the top, turned round",
            BAND: "A band at the top",
        },
    ),
    Text(
        "partner_screen",
        "Their screen",
        "Empty: the first that Wren is not on. Where it is not there, a band is shown. A window of "
        "its own never stands before Wren.",
    ),
    Switch(
        "partner_draft",
        "Let them read as I type",
        "Otherwise they see a message when it is spoken. Nothing private is ever shown.",
    ),
    Switch("partner_card", "Show “How I like to talk”", "The answers below, and yes and no as the "
           "passport has them (under Paper)."),
    Choice("talk_look", "While I write, look", "",
           {**NOT_SAID, "me": "At me", "screen": "At the screen", "away": "Away, until I speak"}),
    Choice("talk_guess", "Guessing my words", "",
           {**NOT_SAID, "yes": "Please guess", "no": "Please do not guess",
            "ask": "Ask before you guess"}),
    Choice("talk_wait", "While I write", "",
           {**NOT_SAID, "silent": "Wait in silence", "chat": "Go on talking"}),
    Texts("partner_topics", "Own topics",
          "They stand beside family, food, health and the others on the board of first "
          "letters; the first three."),
)  # fmt: skip
