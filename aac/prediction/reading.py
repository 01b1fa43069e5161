"""What stands before the word being written, as a predictor needs it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*['’]?")
# Nothing is tried twice: thousands of full stops in a row take no longer than other signs.
_SENTENCE_END = re.compile(r"(?<![.?!…])[.?!…]++[\"')\]]*+(?:\s+|$)")
EARLIER = 4  # messages; what lies further back says little about the next word


@dataclass(frozen=True)
class Before:
    """Words in small letters.  ``earlier``: whole sentences, the newest last."""

    sentence: tuple[str, ...]
    earlier: tuple[tuple[str, ...], ...] = ()


def small(word: str) -> str:
    """As words are compared: small letters, and one kind of apostrophe."""
    return word.lower().replace("’", "'")


def words_in(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, signs left out."""
    return tuple(map(small, _WORD.findall(text)))


def sentences_in(text: str) -> list[tuple[str, ...]]:
    """Its sentences that have words."""
    return [words for part in _SENTENCE_END.split(text) if (words := words_in(part))]


def learnable(text: str, never: frozenset[str] = frozenset()) -> list[tuple[str, ...]]:
    """What may be counted of a text: no word of ``never``, and no number, which may be a secret."""
    parts: list[tuple[str, ...]] = []
    for sentence in sentences_in(text):
        part: tuple[str, ...] = ()
        for word in sentence:
            if word.replace("'", "").replace("-", "").isalpha() and word not in never:
                part = (*part, word)
            else:
                parts.append(part)
                part = ()
        parts.append(part)
    return [part for part in parts if part]


def shapes_in(text: str) -> dict[str, str]:
    """How each word is written; a capital that only begins a sentence tells nothing.

    Nor does a message that is all in capitals.
    """
    return {
        small(found): found
        for part in _SENTENCE_END.split(text)
        if part != part.upper()
        for found in _WORD.findall(part)[1:]
        if not any(map(str.isdigit, found))
    }


def read_before(before: str, talk: tuple[str, ...]) -> Before:
    """The unfinished sentence, and those before it in this message and in the talk."""
    *finished, sentence = _SENTENCE_END.split(before)
    earlier = [words for message in talk for words in sentences_in(message)]
    earlier += [words for part in finished if (words := words_in(part))]
    return Before(words_in(sentence), tuple(earlier[-EARLIER:]))
