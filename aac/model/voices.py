"""Voices by name: what can be chosen, and what is known of each before it is loaded.

A natural voice is written ``kind:name`` (``pico:de-DE``); all others are voices of the system or of
eSpeak.  Licences are those of the packages (read in their metadata, November 2026).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aac.model.language import voice_of
from aac.model.spoken_form import SpokenForm, spoken_form

if TYPE_CHECKING:
    from aac.model.settings import Settings

PIPER = "piper"


@dataclass(frozen=True)
class NaturalKind:
    """``voices``: name -> label and language.  ``extra``: what is installed to have it."""

    name: str
    title: str
    package: str
    extra: str
    licence: str
    voices: Mapping[str, tuple[str, str]] = field(default_factory=dict)


KINDS: Mapping[str, NaturalKind] = {
    kind.name: kind
    for kind in (
        NaturalKind(
            "hibari", "Hibari", "hibari", "natural", "Apache-2.0", {"heart": ("Heart", "en-us")}
        ),
        NaturalKind(
            "pico",
            "Pico",
            "py_nanotts",
            "pico",
            "Apache-2.0",
            {
                "en-US": ("English (America)", "en-us"),
                "en-GB": ("English (Britain)", "en-gb"),
                "de-DE": ("German", "de"),
                "fr-FR": ("French", "fr"),
                "es-ES": ("Spanish", "es"),
                "it-IT": ("Italian", "it"),
            },
        ),
        NaturalKind(PIPER, "Piper", "piper", "piper", "GPL-3.0-or-later"),
    )
}

USUAL_LICENCE = "GPL-3.0-or-later"  # of eSpeak NG


@dataclass(frozen=True)
class VoiceChoice:
    """A voice that can be chosen.

    ``seconds``: what it takes here from a press to its first sound, as a trial has measured; None
    where it was not tried yet, or need not be.  ``broken``: the trial failed.
    """

    id: str
    name: str
    languages: tuple[str, ...] = ()
    seconds: float | None = None
    broken: bool = False

    @property
    def natural(self) -> bool:
        return natural_of(self.id) is not None

    @property
    def too_slow(self) -> bool:
        return self.seconds is not None and self.seconds > SLOW

    @property
    def usable(self) -> bool:
        """Whether a person who presses one switch may be led to it."""
        return not self.natural or (self.seconds is not None and not self.too_slow)


SLOW = 0.4
"""Seconds from a press to the first sound; above it eSpeak speaks instead (speech.md, 5)."""


def natural_of(voice: str) -> NaturalKind | None:
    """The kind of a natural voice; None for all others."""
    kind, sign, name = voice.partition(":")
    return KINDS.get(kind) if sign and name else None


def language_of(voice: str) -> str:
    """The language of a natural voice, as eSpeak calls it; "" where it is not known."""
    kind, name = natural_of(voice), voice.partition(":")[2]
    if kind is None:
        return ""
    if name in kind.voices:
        return kind.voices[name][1]
    # The files of Piper's voices are called after their language: de_DE-thorsten-medium.onnx.
    found = re.search(r"(?:^|[/\\])([a-z]{2,3})_[A-Z]{2}-[^/\\]*$", name)
    return found[1] if found else ""


def asked_voice(settings: Settings) -> str:
    """What the voice is asked for: the chosen one, or what the language wants."""
    return voice_of(settings.voice)


def spoken_of(text: str, settings: Settings) -> SpokenForm:
    """The text as these settings have it spoken."""
    entries, plain = settings.pronunciations, settings.speak_plainly
    return spoken_form(text, settings.language, entries, plain=plain)


def volume_of(settings: Settings) -> float:
    """How loud messages are now, as a part of full."""
    return settings.night_voice_volume if settings.night_voice else settings.speech_volume
