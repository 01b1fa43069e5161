"""What the voice tells beside its beginning and end."""

from __future__ import annotations

from dataclasses import dataclass

from aac.model.voices import VoiceChoice


@dataclass(frozen=True)
class WordSpoken:
    """The word ``text[start:end]`` of the utterance is heard now."""

    id: int
    start: int
    end: int


@dataclass(frozen=True)
class VoicesKnown:
    """The voices that can be chosen now."""

    voices: tuple[VoiceChoice, ...]


@dataclass(frozen=True)
class VoiceTried:
    """A helper wants to hear the voice; ``text``: in these words, ``""``: in the usual ones."""

    text: str = ""


VoiceEvent = WordSpoken | VoicesKnown | VoiceTried
