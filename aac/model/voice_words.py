"""Sentences about the voice, in English; translations are in the language files."""

from __future__ import annotations

from collections.abc import Mapping

from aac.model.language import translated
from aac.model.settings import Settings
from aac.model.spoken_form import entry_of
from aac.model.voices import SLOW, USUAL_LICENCE, VoiceChoice, natural_of

VOICE_TEXTS: Mapping[str, str] = {
    "sample": "This is how I sound. It is half past seven.",
    "rate": "Speed of the voice: {value}.",
    "pitch": "Pitch of the voice: {value}.",
    "chosen": "Voice: {name}.",
    "only_one": "There is no other voice for this language.",
    "night_on": "Night voice: softer.",
    "night_off": "The voice is as loud as by day.",
    "go_on": "Go on speaking",
    "try": "Try it",
    "usual": "The usual voice of the language",
    "seconds": "{name} ({licence}; here {seconds} s)",
    "untried": "{name} ({licence}; is being tried)",
    "too_slow": "{name} ({licence}; too slow here: {seconds} s)",
    "broken": "{name} ({licence}; does not work here)",
    "listed": "{name} ({licence})",
    "absent": "{name} (not there now)",
    "entry": "Spoken as: line {numbers} has no “=” with a word on both sides.",
    "doctor_ok": "Natural voices: {names}.",
    "doctor_none": "No natural voice is installed; the plain one speaks. To have one: "
    'pip install "wren-aac[{extras}]".',
}


def voice_text(key: str, **parts: str) -> str:
    """The sentence, with its gaps filled."""
    return translated(VOICE_TEXTS[key]).format(**parts)


def tried_text(key: str, settings: Settings) -> str:
    """What is said to try this setting: the last word of the list, else the usual sentence."""
    entries = [entry for line in settings.pronunciations if (entry := entry_of(line))]
    return entries[-1][0] if key == "pronunciations" and entries else voice_text("sample")


def choice_text(choice: VoiceChoice) -> str:
    """A voice in the list: its name, its licence, and how quick it is where that was tried."""
    kind = natural_of(choice.id)
    if kind is None:
        own = choice.id.count("/") >= 1  # eSpeak's; the voices of a system have other names
        return voice_text("listed", name=choice.name, licence=USUAL_LICENCE) if own else choice.name
    parts = {"name": choice.name, "licence": kind.licence}
    if choice.broken:
        return voice_text("broken", **parts)
    if choice.seconds is None:
        return voice_text("untried", **parts)
    key = "too_slow" if choice.seconds > SLOW else "seconds"
    return voice_text(key, **parts, seconds=f"{choice.seconds:.2f}")
