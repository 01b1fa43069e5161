"""Words as numbers, and how often they follow each other.

An n-gram is one whole number: its words' numbers in base `BASE`, the newest word last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aac.training.texts import Sentence

Keys = NDArray[np.int64]
Numbers = NDArray[np.float64]

BASE = 1 << 16  # words are stored in 16 bits


@dataclass(frozen=True)
class Lexicon:
    """Words in alphabetical order, their places their numbers; three signs stand behind them."""

    words: Sequence[str]

    @property
    def end(self) -> int:
        """The sign that ends a sentence."""
        return len(self.words)

    @property
    def start(self) -> int:
        return len(self.words) + 1

    @property
    def unknown(self) -> int:
        return len(self.words) + 2

    @property
    def size(self) -> int:
        return len(self.words) + 3

    def numbered(self, text: Sequence[Sentence]) -> NDArray[np.int64]:
        """The text as one row of numbers, each sentence between its two signs."""
        if self.size > BASE:
            raise ValueError(f"more than {BASE} words cannot be stored")
        number = {word: place for place, word in enumerate(self.words)}
        unknown, start, end = self.unknown, self.start, self.end
        row: list[int] = []
        for sentence in text:
            row.append(start)
            row.extend(number.get(word, unknown) for word in sentence)
            row.append(end)
        return np.array(row, dtype=np.int64)


@dataclass(frozen=True)
class Counts:
    """N-grams and how often each was seen; the keys are sorted and unique."""

    keys: Keys
    seen: Numbers


def count(row: NDArray[np.int64], lexicon: Lexicon) -> tuple[Counts, Counts]:
    """Pairs and triples of a numbered text, none of them across two sentences."""
    a, b = row[:-1], row[1:]
    pairs = (a * BASE + b)[b != lexicon.start]
    first, second, third = row[:-2], row[1:-1], row[2:]
    inside = (second != lexicon.start) & (third != lexicon.start)
    triples = ((first * BASE + second) * BASE + third)[inside]
    return _counted(pairs), _counted(triples)


def merged(parts: Sequence[tuple[Counts, float]]) -> Counts:
    """Counts added up, each part with its weight."""
    keys, places = np.unique(np.concatenate([part.keys for part, _ in parts]), return_inverse=True)
    seen = np.concatenate([part.seen * weight for part, weight in parts])
    total: Numbers = np.bincount(places, weights=seen, minlength=len(keys)).astype(np.float64)
    return Counts(keys, total)


def among(keys: Keys, wanted: Keys) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
    """Which of the wanted keys there are, and where (anywhere for those that are missing)."""
    if not len(keys):
        return np.zeros(len(wanted), dtype=bool), np.zeros(len(wanted), dtype=np.int64)
    places = np.searchsorted(keys, wanted)
    places[places == len(keys)] = 0
    return keys[places] == wanted, places


def _counted(keys: Keys) -> Counts:
    unique, seen = np.unique(keys, return_counts=True)
    return Counts(unique, seen.astype(np.float64))
