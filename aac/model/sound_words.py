"""What is said about how sound gets out, in one place, ready for translation."""

from __future__ import annotations

from collections.abc import Mapping

from aac.model.cue_words import cue_words
from aac.model.language import translated

SOUND_WORDS: Mapping[str, str] = {
    "usual_device": "The usual loudspeaker",
    "as_always": "Where they are heard always",
    "away": "The loudspeaker has gone. Messages are heard on another one until it is back.",
    "back": "Messages are heard on the chosen loudspeaker again.",
}


def sound_words(key: str) -> str:
    """A short text about sound."""
    return translated(SOUND_WORDS[key])


def first_choices() -> dict[str, dict[str, str]]:
    """What the outputs and voices are called that are no choice; the others are found later."""
    return {
        "speech_device": {"": sound_words("usual_device")},
        "telephone_device": {"": sound_words("as_always")},
        "cue_device": {"": cue_words("same_device")},
        "cue_voice": {"": cue_words("own_voice")},
    }
