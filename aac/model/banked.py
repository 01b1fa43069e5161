"""Recordings of a person's own voice: which words each stands for (guidance G51).

Pure: a text in, the key of a recording out.  The sounds themselves are files of the person's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_BLANKS = re.compile(r"\s+")
_BEFORE = " \"'«»„“”¿¡("
_BEHIND = " \"'«»“”‘.,;:!?…)"


def same_words(text: str) -> str:
    """What two texts have in common that are said by one recording; "" where nothing is said.

    Capitals, white space around and between words, signs around the whole and the shape of the
    apostrophe make no difference.
    """
    plain = _BLANKS.sub(" ", text.replace("’", "'")).strip().casefold()
    return plain.lstrip(_BEFORE).rstrip(_BEHIND) or plain


@dataclass(frozen=True)
class Recordings:
    """``sounds``: `same_words` of what each recording says -> its key (`Speak.sound`)."""

    sounds: Mapping[str, str] = field(default_factory=dict)

    def key(self, text: str) -> str:
        """The key of the recording that says this text; "" where there is none."""
        if not self.sounds:
            return ""
        return self.sounds.get(same_words(text), "")


NO_RECORDINGS = Recordings()


@dataclass(frozen=True)
class RecordingsChanged:
    """An event: these recordings count from now on."""

    recordings: Recordings


def still_to_record(phrases: Iterable[str], recordings: Recordings) -> tuple[str, ...]:
    """The phrases that no recording says, in their order; of phrases with the same words the
    first."""
    first: dict[str, str] = {}
    for phrase in phrases:
        if (words := same_words(phrase)) and not recordings.key(phrase):
            first.setdefault(words, phrase)
    return tuple(first.values())


@dataclass(frozen=True)
class PhraseRow:
    """A phrase in the list of the page.  ``made``: when it was recorded, "" where it is not."""

    phrase: str
    made: str = ""


@dataclass(frozen=True)
class BankView:
    """All that the page of the recordings shows.

    ``phrase``: the one that is chosen, recorded on ``made``.  ``doing``: ``"opening"``,
    ``"recording"``, ``"listening"`` or "".  ``take``: what was just recorded waits to be kept.
    ``told``, ``told_of_folder``: sentences for the helper.  ``busy``: a folder is at work.
    """

    rows: tuple[PhraseRow, ...] = ()
    phrase: str = ""
    made: str = ""
    doing: str = ""
    take: bool = False
    told: str = ""
    busy: bool = False
    told_of_folder: str = ""


def rows_of(said: Iterable[str], made: Mapping[str, str]) -> Mapping[str, PhraseRow]:
    """`same_words` -> its row: of what the boards say, then of what else is recorded.

    ``made``: phrase -> the day of its recording.
    """
    days = {same_words(phrase): day or "–" for phrase, day in made.items()}
    rows: dict[str, PhraseRow] = {}
    for phrase in (*said, *made):
        if words := same_words(phrase):
            rows.setdefault(words, PhraseRow(phrase, days.get(words, "")))
    return rows
