"""The texts a language is learned from: read, cleaned, and parted from the evaluation text.

A text is a list of sentences, a sentence a list of words in small letters.  What is not a word of
the language's letters stands as `UNKNOWN`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

Sentence = tuple[str, ...]

UNKNOWN = "<unk>"
WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*'?|<unk>")
AROUND = '.,;:!?…"()[]“”„«»'

# Shorter sentences ("thank you", "i love you too") are common property, not copies of somebody's.
COPY_FROM = 5
LONGEST = 23  # letters; what is longer is a web address or a joke


def read_text(path: Path) -> list[Sentence]:
    """One sentence a line.  Raises `OSError`, `UnicodeDecodeError`."""
    with path.open(encoding="utf-8") as lines:
        return [words for line in lines if (words := words_of(line))]


def words_of(line: str) -> Sentence:
    """The words of a line in small letters; digits and the like are unknown words."""
    bare = (raw.strip(AROUND) for raw in line.lower().replace("’", "'").split())
    return tuple(raw if WORD.fullmatch(raw) else UNKNOWN for raw in bare if raw)


class Copies:
    """Tells whether a sentence is a copy, or nearly one, of an evaluation sentence.

    Nearly: of at least `COPY_FROM` words, and the same but for one word added, left out or
    put in the place of another.
    """

    def __init__(self, evaluation: Iterable[Sentence]) -> None:
        self._forms = {
            form
            for sentence in evaluation
            if len(sentence) >= COPY_FROM
            for form in _forms(sentence)
        }

    def __contains__(self, sentence: Sentence) -> bool:
        if len(sentence) < COPY_FROM:
            return False
        return any(form in self._forms for form in _forms(sentence))


def without_copies(sentences: Iterable[Sentence], copies: Copies) -> list[Sentence]:
    return [sentence for sentence in sentences if sentence not in copies]


def vocabulary(
    texts: Mapping[str, Sequence[Sentence]], known: frozenset[str], often: int = 25
) -> list[str]:
    """The words that may be offered, sorted.

    A word is taken if it is seen and ``known`` (in a spelling list), or seen ``often`` times and
    in two texts: so names, new words and "gonna" come in, and typing errors stay out.
    """
    counts = {name: Counter(word for line in text for word in line) for name, text in texts.items()}
    total: Counter[str] = Counter()
    for count in counts.values():
        total.update(count)
    return sorted(
        word
        for word, seen in total.items()
        if word != UNKNOWN
        and len(word) <= LONGEST
        and (word in known or (seen >= often and sum(word in c for c in counts.values()) >= 2))
    )


def read_frequencies(path: Path) -> dict[str, float]:
    """Words in small letters and how often each is used, from lines of word, tab, count.

    Raises `OSError`, `ValueError`.
    """
    lines = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return {word: float(count) for word, count in lines}


def _forms(sentence: Sentence) -> Iterator[Sentence]:
    """The sentence, and the sentence without each of its words."""
    yield sentence
    for place in range(len(sentence)):
        yield sentence[:place] + sentence[place + 1 :]
