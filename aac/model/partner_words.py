"""The words of the partner's side, in one place, ready for translation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from aac.model.language import translated
from aac.model.partner import Signal, State

if TYPE_CHECKING:
    from aac.model.settings import Settings

# G65: plain, and no more than is true.
STATES: Mapping[State, str] = {
    State.READY: "Ready",
    State.WRITING: "Writing. Please wait.",
    State.CHOOSING: "Choosing. Please wait.",
    State.SPEAKING: "Speaking",
    State.FINISHED: "Finished. Listening.",
    State.RESTING: "Resting",
    State.BUSY: "Busy with the settings",
    State.CALLING: "Calling",
    State.ALARM: "Needs help",
    State.ANSWERED: "The call has ended.",
}
ANSWERS: Mapping[Signal, str] = {Signal.YES: "YES", Signal.NO: "NO"}

# G66: what each answer says on the card and in the passport.
SAID: Mapping[tuple[str, str], str] = {
    ("talk_look", "me"): "Please look at me while I write.",
    ("talk_look", "screen"): "You may look at the screen while I write.",
    ("talk_look", "away"): "Please look away until I speak.",
    ("talk_guess", "yes"): "Please guess my words.",
    ("talk_guess", "no"): "Please do not guess. Let me finish.",
    ("talk_guess", "ask"): "Ask me before you guess.",
    ("talk_wait", "silent"): "Please wait in silence while I write.",
    ("talk_wait", "chat"): "Go on talking while I write.",
}

PARTNER: Mapping[str, str] = {
    "title": "Wren, for you",
    "coming": "I’m coming",
    "coming_key": "I’m coming (F12)",
    "topic": "We talk about: {topic}",
    "reads_along": "So far: {draft}",
    "card": "How I like to talk",
    "my_yes": "My yes: {signal}",
    "my_no": "My no: {signal}",
    "draft_on": "They can read as you type.",
    "draft_off": "They cannot read as you type.",
    "on": "on",
    "off": "off",
    "private": "Private: nobody is shown anything.",
    "slow": "Shown. With a scan, first letters are slow: touch or a pointer is quicker.",
    "nowhere": "Nobody is shown anything yet: Settings, Partner.",
    "screen_gone": "The other screen has gone. What others see is shown here.",
    "screen_back": "The other screen is back.",
    "any_screen": "The first that Wren is not on",
    "own_window": "A window of its own",
    "absent_screen": "{screen} (not there now)",
}


def partner_words(key: str, **parts: str) -> str:
    """A text of the partner's side."""
    return translated(PARTNER[key]).format(**parts)


def state_words(state: str) -> str:
    """What the person is doing, in words."""
    return translated(STATES[State(state)])


def answer_words(signal: str) -> str:
    """Yes or no, large; nothing where there is no answer."""
    return translated(ANSWERS.get(Signal(signal), ""))


def talk_sentences(settings: Settings) -> Iterator[str]:
    """How the person likes to talk, by the answers that were chosen: card and passport say it."""
    for (key, answer), sentence in SAID.items():
        if getattr(settings, key) == answer:
            yield translated(sentence)


def card_of(settings: Settings) -> tuple[str, ...]:
    """The card: yes and no, the answers, and the person's own words (G41, G66)."""
    if not settings.partner_card:
        return ()
    signals = (("my_yes", settings.passport_yes), ("my_no", settings.passport_no))
    lines = [partner_words(key, signal=_one_line(own)) for key, own in signals if own.strip()]
    lines += talk_sentences(settings)
    return (*lines, own) if (own := _one_line(settings.passport_talk)) else tuple(lines)


def _one_line(text: str) -> str:
    return " ".join(text.split())
