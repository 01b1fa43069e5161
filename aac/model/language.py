"""The language that Wren speaks with people: its sentences, and what its writing asks for.

The sentences stand in English where they are used; a translation is a table from the English
sentence to its own, read from a file by `files.languages`.  What is not translated stays English.
One language is in use in the whole program: it is chosen before anything is built, by `use`, and
stays until Wren is closed.  It is the one thing here that is not handed in, because every
sentence of every room needs it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Language:
    """``voice``: what the voice is asked for where nobody has chosen one; ``""``: its own.

    ``lone_capitals``: words of one letter that are written as capitals.  ``letters``: percent of
    letters and spaces in general text, by which letter boards are compared.
    """

    code: str
    voice: str = ""
    lone_capitals: frozenset[str] = frozenset()
    letters: Mapping[str, float] = field(default_factory=dict, compare=False)
    sentences: Mapping[str, str] = field(default_factory=dict, compare=False)


# From the wordfreq English list (20,000 words), as the guidance has it (3.3).
ENGLISH = Language(
    code="en",
    lone_capitals=frozenset({"i"}),
    letters={
        " ": 18.70, "e": 9.85, "t": 7.57, "a": 6.69, "o": 6.53, "i": 5.93, "n": 5.71, "s": 5.09,
        "r": 4.84, "h": 4.21, "l": 3.33, "d": 2.97, "c": 2.36, "u": 2.35, "m": 2.05, "f": 1.84,
        "g": 1.73, "y": 1.70, "w": 1.65, "p": 1.62, "b": 1.28, "v": 0.85, "k": 0.71, "j": 0.18,
        "x": 0.15, "q": 0.07, "z": 0.05,
    },
)  # fmt: skip

_used = [ENGLISH]


def use(language: Language) -> None:
    """Speak this language from now on; called once, before anything is built."""
    _used[0] = language


def in_use() -> Language:
    """The language that Wren speaks."""
    return _used[0]


def translated(sentence: str) -> str:
    """The sentence in the language in use; the English one where it has no translation."""
    return _used[0].sentences.get(sentence, sentence)


def voice_of(wanted: str) -> str:
    """The voice that was chosen, or else what the language asks for."""
    return wanted or _used[0].voice
