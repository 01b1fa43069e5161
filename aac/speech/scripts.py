"""Which language a text is in, as far as its letters tell.

A voice for English spells Hebrew or Russian letter by letter, so a text that is mostly in another
script is spoken by a voice for that script.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True)
class Script:
    """Letters from ``first`` to ``last``; ``languages`` written so, the usual one first."""

    first: int
    last: int
    languages: tuple[str, ...]


SCRIPTS = (
    Script(0x0370, 0x03FF, ("el", "grc")),
    Script(0x0400, 0x052F, ("ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tt", "ba", "cv")),
    Script(0x0530, 0x058F, ("hy", "hyw")),
    Script(0x0590, 0x05FF, ("he",)),
    Script(0x0600, 0x06FF, ("ar", "fa", "ur", "ug", "sd", "ku")),
    Script(0x0900, 0x097F, ("hi", "mr", "ne", "kok")),
    Script(0x0980, 0x09FF, ("bn", "as", "bpy")),
    Script(0x0A00, 0x0A7F, ("pa",)),
    Script(0x0A80, 0x0AFF, ("gu",)),
    Script(0x0B00, 0x0B7F, ("or",)),
    Script(0x0B80, 0x0BFF, ("ta",)),
    Script(0x0C00, 0x0C7F, ("te",)),
    Script(0x0C80, 0x0CFF, ("kn",)),
    Script(0x0D00, 0x0D7F, ("ml",)),
    Script(0x0D80, 0x0DFF, ("si",)),
    Script(0x0E00, 0x0E7F, ("th",)),
    Script(0x1000, 0x109F, ("my", "shn")),
    Script(0x10A0, 0x10FF, ("ka",)),
    Script(0x1200, 0x139F, ("am", "ti")),
    Script(0x3040, 0x30FF, ("ja",)),
    Script(0x4E00, 0x9FFF, ("cmn", "yue", "ja", "hak", "zh")),
    Script(0xAC00, 0xD7AF, ("ko",)),
)

_KANA = next(script for script in SCRIPTS if script.languages == ("ja",))


def script_of(text: str) -> Script | None:
    """The script most letters of the text are in; ``None`` for Latin and for no letters."""
    counts = Counter(_find(letter) for letter in text if letter.isalpha())
    if not counts:
        return None
    if counts[_KANA]:
        return _KANA  # Japanese mixes its own letters with Chinese ones
    return counts.most_common(1)[0][0]


def _find(letter: str) -> Script | None:
    code = ord(letter)
    return next((s for s in SCRIPTS if s.first <= code <= s.last), None)
