"""What this person says: counts of words, of pairs and triples of words, never a sentence.

Interpolated into the language's own chances by absolute discounting, with fixed back-off masses
(guidance from measurements on eight writers, see README: capped and discounted, it gains from the
first messages on and never loses).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from aac.prediction.tables import Floats

MOST_ALONE = 0.10  # share of plain counts once much was said
HALF_ALONE = 300.0  # words said until half of that share
DISCOUNT = 0.75
PAIR_MASS, TRIPLE_MASS = 30.0, 15.0
FORGOTTEN = 0.75  # what was seen once, and has faded by half, goes
START = ""  # stands before the first word
END = "."  # stands behind the last; no word is one

Key = tuple[str, ...]


@dataclass
class Personal:
    """``counts``: by n-gram of one to three words in small letters; the newest word last.  Where
    sentences end is counted too, so that what ends often goes on to end.

    ``followers``: for each history, the words that came after it.  ``total``: words learned.
    """

    counts: dict[Key, float] = field(default_factory=dict)
    followers: dict[Key, set[str]] = field(default_factory=dict)
    total: float = 0.0

    def learn(self, sentence: tuple[str, ...]) -> None:
        row = (START, START, *sentence, END)
        for place in range(2, len(row)):
            for length in (1, 2, 3) if row[place] != END else (2, 3):
                self.add(row[place - length + 1 : place + 1], 1.0)

    def add(self, key: Key, count: float) -> None:
        self.counts[key] = self.counts.get(key, 0.0) + count
        self.followers.setdefault(key[:-1], set()).add(key[-1])
        if len(key) == 1:
            self.total += count

    def faded(self, factor: float) -> Personal:
        """All counts smaller by a factor; n-grams that have become rare are forgotten."""
        return _of({key: count * factor for key, count in self.counts.items()}, FORGOTTEN)

    def without(self, words: frozenset[str]) -> Personal:
        """No trace of these words."""
        return _of({k: count for k, count in self.counts.items() if words.isdisjoint(k)}, 0.0)

    def alone(self) -> Mapping[str, float]:
        """The chances of single words and their share, before any history is looked at."""
        if not self.total:
            return {}
        share = MOST_ALONE * self.total / (self.total + HALF_ALONE)
        words = self.followers.get((), set())
        return {word: share * self.counts[(word,)] / self.total for word in words}

    def after(self, history: Key, mass: float) -> tuple[float, Mapping[str, float]]:
        """What is left for the chances below, and the chances of the words seen after this."""
        seen = {word: self.counts[(*history, word)] for word in self.followers.get(history, ())}
        total = sum(seen.values()) + mass
        left = mass + sum(min(count, DISCOUNT) for count in seen.values())
        return left / total, {
            word: (count - DISCOUNT) / total for word, count in seen.items() if count > DISCOUNT
        }


def _of(counts: Mapping[Key, float], least: float) -> Personal:
    personal = Personal()
    for key, count in counts.items():
        if count >= least:
            personal.add(key, count)
    return personal


class Mixture:
    """Mixes what was learned into the chances of a language.  Made anew after each learning.

    ``number``: the place of each word of the language, and of `END`.
    """

    def __init__(self, personal: Personal, number: Mapping[str, int]) -> None:
        self._personal = personal
        self._number = number
        alone = personal.alone()
        self._share = sum(alone.values())
        known = [word for word in alone if word in number]
        self._places = np.array([number[word] for word in known], dtype=np.int64)
        self._values = np.array([alone[word] for word in known], dtype=np.float32)
        self._strangers = {word: alone[word] for word in alone if word not in number}

    def mixed(self, chances: Floats, sentence: tuple[str, ...]) -> tuple[Floats, dict[str, float]]:
        """The chances with what was learned, and those of words that the language lacks."""
        chances = chances * np.float32(1 - self._share)
        chances[self._places] += self._values
        strangers = dict(self._strangers)
        row = (START, START, *sentence)
        for history, mass in ((row[-1:], PAIR_MASS), (row[-2:], TRIPLE_MASS)):
            left, seen = self._personal.after(history, mass)
            if not seen:
                continue
            chances *= np.float32(left)
            strangers = {word: chance * left for word, chance in strangers.items()}
            for word, chance in seen.items():
                place = self._number.get(word)
                if place is None:
                    strangers[word] = strangers.get(word, 0.0) + chance
                else:
                    chances[place] += chance
        return chances, strangers

    def end(self, chance: float, sentence: tuple[str, ...]) -> float:
        """The chance that the sentence ends here, from what it is in the language."""
        chance *= 1 - self._share
        row = (START, START, *sentence)
        for history, mass in ((row[-1:], PAIR_MASS), (row[-2:], TRIPLE_MASS)):
            left, seen = self._personal.after(history, mass)
            chance = chance * left + seen.get(END, 0.0)
        return chance
